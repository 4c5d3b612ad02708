#include "rows/row_selection.h"

#include <algorithm>

namespace pipescope {

void RowSelection::set(RowRange range)
{
    m_ranges.assign(1, range);
}

void RowSelection::add(RowRange range)
{
    // The first range that ends beside or behind the new one's begin; adjacent ranges are merged.
    auto begin = std::lower_bound(m_ranges.begin(), m_ranges.end(), range.first,
                                  [](const RowRange& known, quint64 first) {
                                      return known.last < first && first - known.last > 1;
                                  });
    auto end = begin;
    while (end != m_ranges.end() && (end->first <= range.last || end->first - range.last == 1)) {
        range.first = std::min(range.first, end->first);
        range.last = std::max(range.last, end->last);
        ++end;
    }
    m_ranges.insert(m_ranges.erase(begin, end), range);
}

void RowSelection::remove(RowRange range)
{
    std::vector<RowRange> left;
    left.reserve(m_ranges.size() + 1);
    for (const RowRange& known : m_ranges) {
        if (known.last < range.first || known.first > range.last) {
            left.push_back(known);
            continue;
        }
        if (known.first < range.first) {
            left.push_back({known.first, range.first - 1});
        }
        if (known.last > range.last) {
            left.push_back({range.last + 1, known.last});
        }
    }
    m_ranges = std::move(left);
}

void RowSelection::toggle(quint64 row)
{
    if (contains(row)) {
        remove({row, row});
    } else {
        add({row, row});
    }
}

bool RowSelection::contains(quint64 row) const
{
    const auto found =
        std::lower_bound(m_ranges.begin(), m_ranges.end(), row,
                         [](const RowRange& known, quint64 wanted) { return known.last < wanted; });
    return found != m_ranges.end() && found->first <= row;
}

quint64 RowSelection::count() const
{
    quint64 rows = 0;
    for (const RowRange& range : m_ranges) {
        rows += range.last - range.first + 1;
    }
    return rows;
}

} // namespace pipescope
