#pragma once

#include "pipecore/model/row_set.h"
#include "rows/part_of_rows.h"

#include <span>

namespace pipescope {

/// A subset of rows, in their order. One bit a row at most. One thread adds rows; any thread reads.
class RowSubset final : public PartOfRows<LogRows>
{
public:
    using PartOfRows::PartOfRows;

    /// Adds these rows of the other set: ascending, and behind all existing ones.
    void add(std::span<const quint64> rows);

    [[nodiscard]] quint64 count() const override { return m_rows.size(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] quint64 sourceRow(quint64 row) const override;
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override;

private:
    pipecore::RowSet m_rows; ///< by their numbers in the full set
};

} // namespace pipescope
