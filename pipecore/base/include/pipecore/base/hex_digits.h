#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace pipecore {

inline constexpr std::string_view upperHexDigits = "0123456789ABCDEF";
inline constexpr std::string_view lowerHexDigits = "0123456789abcdef";

/// The value of a hex digit; -1 for any other character.
constexpr int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

constexpr bool isHexDigit(char c)
{
    return hexValue(c) >= 0;
}

/// The byte that two hex digits write. Both must be digits.
constexpr std::byte hexByte(char high, char low)
{
    return static_cast<std::byte>(hexValue(high) * 16 + hexValue(low));
}

/// How many hex digits stand at `position`.
constexpr std::size_t hexRunLength(std::string_view text, std::size_t position)
{
    std::size_t end = position;
    while (end < text.size() && isHexDigit(text[end])) {
        ++end;
    }
    return end - position;
}

/// Appends two lower-case hex digits a byte, without anything between them.
void appendHex(std::string& text, ByteView bytes);

} // namespace pipecore
