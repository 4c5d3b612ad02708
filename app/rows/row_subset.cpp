#include "rows/row_subset.h"

#include <mutex>

namespace pipescope {

void RowSubset::add(std::span<const quint64> rows)
{
    const std::unique_lock lock(m_mutex);
    for (const quint64 row : rows) {
        const quint64 block = row / RowSet::blockRows;
        if (m_starts.empty() || m_starts.back().block != block) {
            m_starts.push_back({block, m_rows.count()});
        }
        m_rows.add(row);
    }
    m_count.store(m_rows.count());
}

quint64 RowSubset::rowOfAll(quint64 row) const
{
    Q_ASSERT(row < count());
    const std::shared_lock lock(m_mutex);
    const auto behind = std::upper_bound(
        m_starts.begin(), m_starts.end(), row,
        [](quint64 wanted, const BlockStart& start) { return wanted < start.before; });
    const BlockStart& start = *std::prev(behind);
    return m_rows.memberOfBlock(start.block, static_cast<std::uint32_t>(row - start.before));
}

pipecore::Result<pipecore::Record> RowSubset::read(quint64 row, std::size_t payloadLimit) const
{
    if (row >= count()) {
        return pipecore::refuse("There is no row " + std::to_string(row));
    }
    return whole().read(rowOfAll(row), payloadLimit);
}

quint64 RowSubset::sourceRow(quint64 row) const
{
    return whole().sourceRow(rowOfAll(row));
}

quint64 RowSubset::firstFrom(quint64 sourceRow) const
{
    const quint64 row = whole().firstFrom(sourceRow);
    const std::shared_lock lock(m_mutex);
    const quint64 block = row / RowSet::blockRows;
    const auto start = std::lower_bound(
        m_starts.begin(), m_starts.end(), block,
        [](const BlockStart& known, quint64 wanted) { return known.block < wanted; });
    if (start == m_starts.end()) {
        return m_rows.count();
    }
    return start->block == block ? start->before + m_rows.rankInBlock(row) : start->before;
}

} // namespace pipescope
