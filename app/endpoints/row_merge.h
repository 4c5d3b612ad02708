#pragma once

#include <QtGlobal>

#include <algorithm>
#include <concepts>
#include <functional>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pipescope {

/// A row that can be identified in the next list of rows.
template <typename Row>
concept MergeableRow = requires(const Row& row) {
    {
        row.key()
    } -> std::convertible_to<quint64>;
    {
        row == row
    } -> std::convertible_to<bool>;
};

/// Notifications of a model around the steps of mergeRows(); ranges are first to last, both
/// included.
struct MergeNotifier
{
    std::function<void(int first, int last)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int first, int last)> beginInsert;
    std::function<void()> endInsert;
    /// At the end: rows with changed values; mergeRows() reports one range that contains all of
    /// them.
    std::function<void(int first, int last)> changed;
};

/// Reports the rows in `changed`, which ascend, in runs of neighbours; as one range if there were
/// many runs, because a view looks each of them up.
inline void reportRuns(const std::vector<int>& changed,
                       const std::function<void(int first, int last)>& tell)
{
    constexpr std::size_t maxRuns = 16;
    std::vector<std::pair<int, int>> runs;
    for (const int row : changed) {
        if (!runs.empty() && runs.back().second + 1 >= row) {
            runs.back().second = row;
        } else {
            runs.emplace_back(row, row);
        }
    }
    if (runs.size() > maxRuns) {
        runs = {{runs.front().first, runs.back().second}};
    }
    for (const auto& [first, last] : runs) {
        tell(first, last);
    }
}

/// Turns `rows` into `next` with the fewest steps, so that a view keeps its selection, scroll
/// position and expansion. Rows that changed their order are removed and inserted again.
template <MergeableRow Row>
void mergeRows(std::vector<Row>& rows, std::vector<Row> next, const MergeNotifier& notifier)
{
    std::unordered_map<quint64, qsizetype> places;
    places.reserve(next.size());
    for (const Row& row : next) {
        places.emplace(row.key(), std::ssize(places));
    }
    std::vector<bool> stays(rows.size());
    qsizetype lastPlace = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto found = places.find(rows[i].key());
        if (found != places.end() && found->second > lastPlace) {
            stays[i] = true;
            lastPlace = found->second;
        }
    }
    for (std::size_t end = rows.size(); end > 0;) {
        if (stays[end - 1]) {
            --end;
            continue;
        }
        std::size_t first = end - 1;
        while (first > 0 && !stays[first - 1]) {
            --first;
        }
        notifier.beginRemove(static_cast<int>(first), static_cast<int>(end) - 1);
        rows.erase(std::next(rows.begin(), static_cast<std::ptrdiff_t>(first)),
                   std::next(rows.begin(), static_cast<std::ptrdiff_t>(end)));
        notifier.endRemove();
        end = first;
    }

    int firstChanged = -1;
    int lastChanged = -1;
    for (std::size_t i = 0; i < next.size();) {
        if (i < rows.size() && rows[i].key() == next[i].key()) {
            if (!(rows[i] == next[i])) {
                rows[i] = std::move(next[i]);
                firstChanged = firstChanged < 0 ? static_cast<int>(i) : firstChanged;
                lastChanged = static_cast<int>(i);
            }
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < next.size() && !(i < rows.size() && rows[i].key() == next[end].key())) {
            ++end;
        }
        const auto from = static_cast<std::ptrdiff_t>(i);
        notifier.beginInsert(static_cast<int>(i), static_cast<int>(end) - 1);
        rows.insert(
            std::next(rows.begin(), from), std::make_move_iterator(std::next(next.begin(), from)),
            std::make_move_iterator(std::next(next.begin(), static_cast<std::ptrdiff_t>(end))));
        notifier.endInsert();
        i = end;
    }
    if (firstChanged >= 0) {
        notifier.changed(firstChanged, lastChanged);
    }
}

/// A row of a list ordered by unique places.
template <typename Row>
concept PlacedRow = requires(const Row& row) {
    {
        row.place() < row.place()
    } -> std::convertible_to<bool>;
    {
        row == row
    } -> std::convertible_to<bool>;
};

template <PlacedRow Row>
using PlaceOf = decltype(std::declval<const Row&>().place());

/// The row at a place, or the end.
template <PlacedRow Row>
auto rowAt(const std::vector<Row>& rows, const PlaceOf<Row>& place)
{
    const auto found = std::ranges::lower_bound(rows, place, {}, &Row::place);
    return found != rows.end() && found->place() == place ? found : rows.end();
}

/// Removes the rows at the places `gone` from `rows` and inserts or replaces those of `next`, each
/// at its place. The cost depends on the changes, not on the number of rows.
template <PlacedRow Row>
void changeRows(std::vector<Row>& rows, std::vector<Row> next, std::vector<PlaceOf<Row>> gone,
                const MergeNotifier& notifier)
{
    std::ranges::sort(gone);
    std::ranges::sort(next, {}, &Row::place);
    while (!gone.empty()) {
        const auto found = rowAt(rows, gone.back());
        gone.pop_back();
        if (found == rows.end()) {
            continue;
        }
        auto first = found;
        while (!gone.empty() && first != rows.begin() && std::prev(first)->place() == gone.back()) {
            --first;
            gone.pop_back();
        }
        notifier.beginRemove(static_cast<int>(first - rows.begin()),
                             static_cast<int>(found - rows.begin()));
        rows.erase(first, std::next(found));
        notifier.endRemove();
    }

    std::vector<int> changed;
    for (auto row = next.begin(); row != next.end();) {
        const auto at = std::ranges::lower_bound(rows, row->place(), {}, &Row::place);
        const auto index = static_cast<int>(at - rows.begin());
        if (at != rows.end() && at->place() == row->place()) {
            if (!(*at == *row)) {
                *at = std::move(*row);
                changed.push_back(index);
            }
            ++row;
            continue;
        }
        auto end = std::next(row);
        while (end != next.end() && (at == rows.end() || end->place() < at->place())) {
            ++end;
        }
        notifier.beginInsert(index, index + static_cast<int>(end - row) - 1);
        rows.insert(at, std::make_move_iterator(row), std::make_move_iterator(end));
        notifier.endInsert();
        row = end;
    }
    reportRuns(changed, notifier.changed);
}

} // namespace pipescope
