#pragma once

#include <cstdint>

namespace pipecore {

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
