#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace pipecore {

/// The shortest spelling that reads back as this number, from its bits.
[[nodiscard]] std::string floatText(std::uint32_t bits);
[[nodiscard]] std::string doubleText(std::uint64_t bits);

/// "2024-06-07 12:34:56.000000001 UTC". Empty when `nanoseconds` are a second or more, or the year has not four
/// digits.
[[nodiscard]] std::optional<std::string> timeText(std::int64_t seconds, std::uint32_t nanoseconds);

/// "0x0000001a", with `digits` digits.
[[nodiscard]] std::string hexNumber(std::uint64_t number, unsigned digits);

} // namespace pipecore
