#pragma once

#include "pipecore/model/row_set.h"
#include "rows/part_of_rows.h"

#include <span>

namespace pipescope {

/// Some of the rows of another set, in their order: what is left when others are out of sight. One
/// bit a row at most. Its rows are added by one thread; any thread reads.
class RowSubset final : public PartOfRows<LogRows>
{
public:
    using PartOfRows::PartOfRows;

    /// Shows these rows of the other set, too: ascending, and behind all that are shown.
    void add(std::span<const quint64> rows);

    [[nodiscard]] quint64 count() const override { return m_rows.size(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] quint64 sourceRow(quint64 row) const override;
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override;

private:
    pipecore::RowSet m_rows; ///< by their numbers in the other set
};

} // namespace pipescope
