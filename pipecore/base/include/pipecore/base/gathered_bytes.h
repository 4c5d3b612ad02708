#pragma once

#include "pipecore/base/byte_buffer.h"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace pipecore {

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
