#pragma once

#include "pipecore/base/bytes.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>

namespace pipecore {

/// Writes a number with its lowest byte first.
template <std::unsigned_integral T>
inline void storeLittle(std::byte* target, T value)
{
    if constexpr (std::endian::native == std::endian::little) {
        std::memcpy(target, &value, sizeof value);
    } else {
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            target[i] = static_cast<std::byte>((value >> (8 * i)) & 0xFFU);
        }
    }
}

/// Memory that blocks are put together in: grows, keeps its capacity when cleared, and is not
/// zeroed before it is written, as a vector would be. Numbers are stored little-endian.
class ByteBuffer
{
public:
    void clear() { m_size = 0; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] ByteView view() const { return {m_data.get(), m_size}; }

    /// Room for `count` more bytes, which the caller fills. Valid until the next call.
    [[nodiscard]] std::byte* extend(std::size_t count)
    {
        if (m_capacity - m_size < count) {
            grow(count);
        }
        std::byte* place = m_data.get() + m_size;
        m_size += count;
        return place;
    }

    template <std::unsigned_integral T>
    void put(T value)
    {
        storeLittle(extend(sizeof(T)), value);
    }
    void put(ByteView bytes)
    {
        if (!bytes.empty()) {
            std::memcpy(extend(bytes.size()), bytes.data(), bytes.size());
        }
    }
    void putZeros(std::size_t count)
    {
        if (count != 0) {
            std::memset(extend(count), 0, count);
        }
    }
    /// Overwrites four bytes that are there already.
    void patch(std::size_t at, std::uint32_t value) { storeLittle(m_data.get() + at, value); }

    /// Gives the memory back if it is more than `limit` bytes. Call when empty.
    void shrinkAbove(std::size_t limit)
    {
        if (m_size == 0 && m_capacity > limit) {
            m_data.reset();
            m_capacity = 0;
        }
    }

private:
    void grow(std::size_t count)
    {
        constexpr std::size_t smallest = 64 * 1024;
        const std::size_t capacity = std::max({smallest, m_size + count, m_capacity * 2});
        auto data = std::make_unique_for_overwrite<std::byte[]>(capacity);
        if (m_size != 0) {
            std::memcpy(data.get(), m_data.get(), m_size);
        }
        m_data = std::move(data);
        m_capacity = capacity;
    }

    std::unique_ptr<std::byte[]> m_data;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace pipecore
