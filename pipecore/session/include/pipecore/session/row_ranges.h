#pragma once

#include "pipecore/model/row_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace pipecore {

/// Numbers of rows in ascending order. A value; neighbours take no more memory than one.
class RowRanges
{
public:
    /// Rows from `first` on, up to and without `end`.
    struct Range
    {
        std::uint64_t first = 0;
        std::uint64_t end = 0;

        friend bool operator==(const Range&, const Range&) = default;
    };
    RowRanges() = default;
    [[nodiscard]] static RowRanges between(std::uint64_t first, std::uint64_t end);

    /// Matches of a filter.
    [[nodiscard]] static RowRanges of(const RowSet& rows);

    /// Appends rows after the existing ones; earlier rows are ignored.
    void add(Range rows);
    void add(std::uint64_t row) { add({row, row + 1}); }
    /// The same with those rows of a list that are among `among`.
    void add(const RowSet& rows, Range among);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] std::span<const Range> ranges() const { return m_ranges; }

private:
    std::vector<Range> m_ranges;
    std::uint64_t m_count = 0;
};

} // namespace pipecore
