#include "pipecore/session/row_ranges.h"

#include <algorithm>
#include <limits>

namespace pipecore {

RowRanges RowRanges::between(std::uint64_t first, std::uint64_t end)
{
    RowRanges rows;
    rows.add({first, end});
    return rows;
}

RowRanges RowRanges::of(const RowSet& rows)
{
    RowRanges ranges;
    ranges.add(rows, {0, std::numeric_limits<std::uint64_t>::max()});
    return ranges;
}

void RowRanges::add(const RowSet& rows, Range among)
{
    for (auto some = rows.stretch(among.first); !some.empty();
         some = rows.stretch(some.back() + 1)) {
        for (const std::uint64_t row : some) {
            if (row >= among.end) {
                return;
            }
            add(row);
        }
    }
}

void RowRanges::add(Range rows)
{
    if (!m_ranges.empty()) {
        rows.first = std::max(rows.first, m_ranges.back().end);
    }
    if (rows.first >= rows.end) {
        return;
    }
    m_count += rows.end - rows.first;
    if (!m_ranges.empty() && m_ranges.back().end == rows.first) {
        m_ranges.back().end = rows.end;
    } else {
        m_ranges.push_back(rows);
    }
}

} // namespace pipecore
