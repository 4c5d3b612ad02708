#pragma once

#include "pipecore/base/error.h"
#include "pipecore/session/row_ranges.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <optional>

namespace pipecore {

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
