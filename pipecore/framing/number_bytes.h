#pragma once

#include "pipecore/base/bytes.h"

#include <charconv>
#include <cstdint>
#include <span>
#include <string>
#include <system_error>

namespace pipecore {

/// A number of 1 to 8 bytes.
[[nodiscard]] inline std::uint64_t loadNumber(ByteView bytes, ByteOrder order)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t at = order == ByteOrder::Big ? i : bytes.size() - 1 - i;
        value = value << 8U | std::to_integer<std::uint64_t>(bytes[at]);
    }
    return value;
}

/// The reverse; higher bits than there are bytes for are lost.
inline void storeNumber(std::span<std::byte> bytes, std::uint64_t value, ByteOrder order)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t at = order == ByteOrder::Big ? bytes.size() - 1 - i : i;
        bytes[at] = static_cast<std::byte>(value & 0xFFU);
        value >>= 8U;
    }
}

/// "0x0012": two digits a byte.
[[nodiscard]] inline std::string hexNumber(std::uint64_t value, std::size_t width)
{
    constexpr const char* digits = "0123456789ABCDEF";
    std::string text = "0x";
    for (std::size_t digit = 2 * width; digit-- > 0;) {
        text += digits[(value >> (4 * digit)) & 0xFU];
    }
    return text;
}

/// Reads a text of digits completely; false when it is none or too large.
template <typename T>
[[nodiscard]] bool readNumber(std::string_view text, T& value, int base = 10)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return error == std::errc() && end == text.data() + text.size() && !text.empty();
}

} // namespace pipecore
