#include "pipecore/export.h"

#include <algorithm>

namespace pipecore {

RowRanges RowRanges::between(std::uint64_t first, std::uint64_t end)
{
    RowRanges rows;
    rows.add({first, end});
    return rows;
}

RowRanges RowRanges::of(const RowList& rows)
{
    RowRanges ranges;
    for (auto some = rows.stretch(0); !some.empty(); some = rows.stretch(some.back() + 1)) {
        for (const std::uint64_t row : some) {
            ranges.add(row);
        }
    }
    return ranges;
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
