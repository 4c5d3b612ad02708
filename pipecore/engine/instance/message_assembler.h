#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/options.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pipecore {

/// A message as it is delivered, or in byte mode what one read gave. Valid while it is delivered.
struct AssembledMessage
{
    ByteView payload{};
    /// Sizes of the reads it came in; empty when it was one.
    std::span<const std::uint32_t> fragments{};
    bool continues = false; ///< its end is not here: too long for one, or it never came
};

/// Puts messages together from reads that give a part of them each. Engine's thread.
class MessageAssembler
{
public:
    /// From `limit` bytes on, a message that does not end is delivered in parts.
    MessageAssembler(PipeMode mode, std::size_t limit) : m_mode(mode), m_limit(limit) {}

    /// Adds the `data` of a read; `moreData`: its message continues. Calls `deliver` when that
    /// makes a message.
    template <typename Deliver>
    void add(ByteView data, bool moreData, Deliver&& deliver)
    {
        if (m_mode == PipeMode::Byte || (!isInside() && !moreData)) {
            deliver(AssembledMessage{.payload = data});
            return;
        }
        append(data);
        if (moreData && m_bytes.size() < m_limit) {
            return;
        }
        deliver(AssembledMessage{m_bytes, m_fragments, moreData});
        clear();
    }
    /// Delivers what has come of a message whose end will not: the peer left, or the mode changes.
    template <typename Deliver>
    void finish(Deliver&& deliver)
    {
        if (!m_bytes.empty()) {
            deliver(AssembledMessage{m_bytes, m_fragments, true});
        }
        clear();
    }

    /// A message has begun and its end has not come.
    [[nodiscard]] bool isInside() const { return !m_fragments.empty(); }
    [[nodiscard]] PipeMode mode() const { return m_mode; }
    /// How reads are understood from now on; call finish() first.
    void setMode(PipeMode mode) { m_mode = mode; }

private:
    void append(ByteView data);
    void clear();

    PipeMode m_mode;
    std::size_t m_limit;
    Bytes m_bytes;
    std::vector<std::uint32_t> m_fragments;
};

} // namespace pipecore
