#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

namespace pipecore {

/// Which byte of a number comes first in a file.
enum class ByteOrder : std::uint8_t { Little, Big };

/// Reads a number. The caller has made sure that its bytes are there.
template <std::unsigned_integral T>
[[nodiscard]] inline T load(const std::byte* bytes, ByteOrder order)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        const std::size_t place = order == ByteOrder::Little ? sizeof(T) - 1 - i : i;
        value = (value << 8U) | std::to_integer<std::uint64_t>(bytes[place]);
    }
    return static_cast<T>(value);
}

} // namespace pipecore
