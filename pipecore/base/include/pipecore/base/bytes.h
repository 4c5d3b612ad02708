#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace pipecore {

using Bytes = std::vector<std::byte>;
using ByteView = std::span<const std::byte>;

/// The bytes of a text, without its terminator. Views the argument, copies nothing.
[[nodiscard]] inline ByteView asBytes(std::string_view text)
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

/// The bytes as characters, for searching and printing. Views the argument, copies nothing.
[[nodiscard]] inline std::string_view asText(ByteView bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

[[nodiscard]] inline Bytes toBytes(std::string_view text)
{
    const ByteView view = asBytes(text);
    return {view.begin(), view.end()};
}

/// Which byte of a number comes first in a file.
enum class ByteOrder : std::uint8_t { Little, Big };

/// Reads a number. The caller has made sure that its bytes are there.
template <std::unsigned_integral T>
[[nodiscard]] inline T load(const std::byte* bytes, ByteOrder order)
{
    T value{};
    std::memcpy(&value, bytes, sizeof value);
    constexpr auto native =
        std::endian::native == std::endian::little ? ByteOrder::Little : ByteOrder::Big;
    return order == native ? value : std::byteswap(value);
}

} // namespace pipecore
