#pragma once

#include "pipecore/event.h"
#include "session/elapsed.h"

#include <cstdint>
#include <optional>

namespace pipecore {

/// Finds the replies of one connection, message by message. Who speaks first asks; a message of the
/// other answers the one directly before it, if that asked (as RequestTracker has it). One thread.
class ReplyPairing
{
public:
    /// The next message, complete at `wallNs`. The nanoseconds since its request if it is a reply.
    [[nodiscard]] std::optional<std::int64_t> add(Direction direction, std::int64_t wallNs)
    {
        if (!m_asking) {
            m_asking = direction;
        }
        const auto asked = m_asked;
        m_asked.reset();
        if (direction == *m_asking) {
            m_asked = wallNs;
            ++m_requests;
            return std::nullopt;
        }
        return asked ? std::optional(elapsedNs(*asked, wallNs)) : std::nullopt;
    }
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }

private:
    std::optional<Direction> m_asking;
    std::optional<std::int64_t> m_asked; ///< when the message before asked, if it did
    std::uint64_t m_requests = 0;
};

} // namespace pipecore
