#pragma once

#include <cstdint>
#include <limits>
#include <optional>

namespace pipecore {

/// The time of a row whose file does not say one. Never shown, compared or used in sums.
constexpr std::int64_t noTime = std::numeric_limits<std::int64_t>::min();

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

/// The same between two rows; empty when one of them has no time.
[[nodiscard]] constexpr std::optional<std::int64_t> timeBetween(std::int64_t from, std::int64_t to)
{
    return from == noTime || to == noTime ? std::nullopt : std::optional(elapsedNs(from, to));
}

/// The time from a request to its reply; empty when one of them has no time, and when the clock was
/// set back between them, so that nobody knows.
[[nodiscard]] constexpr std::optional<std::int64_t> replyTime(std::int64_t asked,
                                                              std::int64_t answered)
{
    const auto time = timeBetween(asked, answered);
    return time && *time < 0 ? std::nullopt : time;
}

/// Division that rounds towards less, for times before 1970; `by` is greater than 0. Nothing overflows.
[[nodiscard]] constexpr std::int64_t floorDivide(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

/// Remainder of floorDivide(): 0 to `by` - 1.
[[nodiscard]] constexpr std::int64_t floorRemainder(std::int64_t value, std::int64_t by)
{
    const std::int64_t rest = value % by;
    return rest < 0 ? rest + by : rest;
}

} // namespace pipecore
