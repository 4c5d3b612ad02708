#include "rows/row_subset.h"

#include <cstdint>
#include <vector>

namespace pipescope {

void RowSubset::add(std::span<const quint64> rows)
{
    m_rows.add(std::vector<std::uint64_t>(rows.begin(), rows.end()));
}

pipecore::Result<pipecore::Record> RowSubset::read(quint64 row, std::size_t payloadLimit) const
{
    if (row >= count()) {
        return pipecore::refuse("No such row: " + std::to_string(row));
    }
    return whole().read(m_rows.at(row), payloadLimit);
}

quint64 RowSubset::sourceRow(quint64 row) const
{
    return whole().sourceRow(m_rows.at(row));
}

quint64 RowSubset::firstFrom(quint64 sourceRow) const
{
    return m_rows.rank(whole().firstFrom(sourceRow));
}

} // namespace pipescope
