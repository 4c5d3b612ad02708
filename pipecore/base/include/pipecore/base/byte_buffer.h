#pragma once

#include "pipecore/base/bytes.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <span>
#include <vector>

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

/// Bytes from several places for a single write call: those put together here in a
/// buffer, and large payloads between where they are. Keeps its memory when cleared. One thread.
class GatheredBytes
{
public:
    /// For bytes that have to be in one place.
    static constexpr std::size_t never = std::numeric_limits<std::size_t>::max();

    /// `referFrom`: from how many bytes on putOrRefer() refers to bytes instead of copying them.
    explicit GatheredBytes(std::size_t referFrom) : m_referFrom(referFrom) {}

    /// Copied bytes: appending to them appends here.
    [[nodiscard]] ByteBuffer& buffer() { return m_buffer; }
    /// Whether putOrRefer() copies `size` bytes.
    [[nodiscard]] bool copies(std::size_t count) const { return count < m_referFrom; }
    /// Appends `bytes`, which have to stay where they are until clear() when they are not copied.
    void putOrRefer(ByteView bytes)
    {
        if (copies(bytes.size())) {
            m_buffer.put(bytes);
            return;
        }
        m_referred.push_back({.place = m_buffer.size(), .bytes = bytes});
        m_referredBytes += bytes.size();
    }

    [[nodiscard]] std::size_t size() const { return m_buffer.size() + m_referredBytes; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    /// All of it, in order. Valid until the next change.
    [[nodiscard]] std::span<const ByteView> pieces()
    {
        m_pieces.clear();
        std::size_t done = 0;
        const auto addCopied = [&](std::size_t end) {
            if (end != done) {
                m_pieces.push_back(m_buffer.view().subspan(done, end - done));
                done = end;
            }
        };
        for (const Referred& outside : m_referred) {
            addCopied(outside.place);
            m_pieces.push_back(outside.bytes);
        }
        addCopied(m_buffer.size());
        return m_pieces;
    }

    /// Forgets everything; a buffer of more than `kept` bytes is given back.
    void clear(std::size_t kept)
    {
        m_buffer.clear();
        m_buffer.shrinkAbove(kept);
        m_referred.clear();
        m_referredBytes = 0;
    }

private:
    struct Referred
    {
        std::size_t place = 0; ///< in the buffer: in front of what is there
        ByteView bytes;
    };

    const std::size_t m_referFrom;
    ByteBuffer m_buffer;
    std::vector<Referred> m_referred;
    std::size_t m_referredBytes = 0;
    std::vector<ByteView> m_pieces; ///< of the last pieces()
};

} // namespace pipecore
