#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pipecore {

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
