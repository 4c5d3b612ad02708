#pragma once

#include "rows/part_of_rows.h"
#include "rows/row_set.h"

#include <shared_mutex>
#include <span>
#include <vector>

namespace pipescope {

/// Some of the rows of another set, in their order: what is left when others are out of sight. One
/// bit a row at most. Its rows are added by one thread; any thread reads.
class RowSubset final : public PartOfRows<LogRows>
{
public:
    using PartOfRows::PartOfRows;

    /// Shows these rows of the other set, too: ascending, and behind all that are shown.
    void add(std::span<const quint64> rows);

    [[nodiscard]] quint64 count() const override { return m_count.load(); }
    [[nodiscard]] pipecore::Result<pipecore::Record> read(quint64 row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] quint64 sourceRow(quint64 row) const override;
    [[nodiscard]] quint64 firstFrom(quint64 sourceRow) const override;

private:
    struct BlockStart
    {
        quint64 block = 0;  ///< of RowSet
        quint64 before = 0; ///< members in front of it
    };
    /// The row's number in the other set.
    [[nodiscard]] quint64 rowOfAll(quint64 row) const;

    mutable std::shared_mutex m_mutex; ///< guards m_rows and m_starts
    RowSet m_rows;
    std::vector<BlockStart> m_starts; ///< ascending
    std::atomic<quint64> m_count{0};
};

} // namespace pipescope
