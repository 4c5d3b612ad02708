#include "detail/compare_lines.h"

#include <algorithm>

namespace pipescope {

using pipecore::DiffKind;
using pipecore::DiffRun;

CompareLines::CompareLines(pipecore::ByteDiff diff) : m_diff(std::move(diff))
{
    m_starts.reserve(m_diff.runs.size());
    for (const DiffRun& run : m_diff.runs) {
        m_starts.push_back(m_count);
        const quint64 end = m_count + std::max(run.leftLength, run.rightLength);
        if (run.kind != DiffKind::Equal) {
            if (!m_differences.empty() && m_differences.back().last + 1 == m_count) {
                m_differences.back().last = end - 1;
            } else {
                m_differences.push_back({m_count, end - 1});
            }
        }
        m_count = end;
    }
}

CompareLines::Cell CompareLines::cell(quint64 index) const
{
    const auto after = std::ranges::upper_bound(m_starts, index);
    const auto at = static_cast<std::size_t>(after - m_starts.begin()) - 1;
    const DiffRun& run = m_diff.runs[at];
    const std::size_t within = index - m_starts[at];
    Cell cell;
    cell.kind = run.kind;
    if (run.leftLength > 0) {
        cell.left = run.leftOffset + within;
    }
    if (run.rightLength > 0) {
        cell.right = run.rightOffset + within;
    }
    return cell;
}

} // namespace pipescope
