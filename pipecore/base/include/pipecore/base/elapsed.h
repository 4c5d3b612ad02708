#pragma once

#include <cstdint>
#include <limits>

namespace pipecore {

/// Nanoseconds from one time to another, less than 0 when the clock was set back. Times of files may
/// be anything: what 64 bits do not hold becomes the longest that they do.
[[nodiscard]] constexpr std::int64_t elapsedNs(std::int64_t from, std::int64_t to)
{
    using Limits = std::numeric_limits<std::int64_t>;
    if (from < 0 && to > Limits::max() + from) {
        return Limits::max();
    }
    if (from > 0 && to < Limits::min() + from) {
        return Limits::min();
    }
    return to - from;
}

} // namespace pipecore
