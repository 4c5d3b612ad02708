#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/row_set.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>
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

/// The rows (all, if empty) that are below `count`.
[[nodiscard]] inline RowRanges existingRows(const std::optional<RowRanges>& rows,
                                            std::uint64_t count)
{
    if (!rows) {
        return RowRanges::between(0, count);
    }
    RowRanges there;
    for (const RowRanges::Range& range : rows->ranges()) {
        there.add({range.first, std::min(range.end, count)});
    }
    return there;
}

/// Calls `visit(row)` for each row until it fails or `progress` stops it (error Cancelled).
template <typename F>
[[nodiscard]] Result<void> forEachRow(const RowRanges& rows,
                                      const std::function<bool(double)>& progress, F visit)
{
    constexpr std::uint64_t rowsBetween = 1024;
    std::uint64_t done = 0;
    for (const RowRanges::Range& range : rows.ranges()) {
        for (std::uint64_t row = range.first; row < range.end; ++row, ++done) {
            if (progress && done % rowsBetween == 0
                && !progress(static_cast<double>(done) / static_cast<double>(rows.count()))) {
                return refuse("Cancelled", ErrorKind::Cancelled);
            }
            if (Result<void> visited = visit(row); !visited) {
                return visited;
            }
        }
    }
    return {};
}

} // namespace pipecore
