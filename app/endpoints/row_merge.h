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

/// A row that can be recognised in the next list of rows.
template <typename Row>
concept MergeableRow = requires(const Row& row) {
    {
        row.key()
    } -> std::convertible_to<quint64>;
    {
        row == row
    } -> std::convertible_to<bool>;
};

/// What a model does around the steps of mergeRows(); ranges are first to last, both included.
struct MergeNotifier
{
    std::function<void(int first, int last)> beginRemove;
    std::function<void()> endRemove;
    std::function<void(int first, int last)> beginInsert;
    std::function<void()> endInsert;
    /// At most once, at the end: the range that holds every row whose value is another now.
    std::function<void(int first, int last)> changed;
};

/// Turns `rows` into `next` with the fewest steps, so that a view keeps its selection, its scroll
/// position and what is expanded. Rows that changed their order are taken out and put in again.
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

} // namespace pipescope
