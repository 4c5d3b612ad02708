#pragma once

#include "pipecore/base/elapsed.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace pipecore {

/// The times from requests to their replies on one connection, by the rule of pairing.h. One thread.
class ReplyPairing
{
public:
    /// The next row with a message. The nanoseconds since its request if it is a reply. `continues`:
    /// the next row goes on with the same message.
    [[nodiscard]] std::optional<std::int64_t> add(bool asks, bool continues, std::int64_t wallNs)
    {
        const auto asked = std::exchange(m_asked, std::nullopt);
        if (asks) {
            m_asked = wallNs;
            m_requests += continues ? 0 : 1;
            return std::nullopt;
        }
        return asked ? std::optional(elapsedNs(*asked, wallNs)) : std::nullopt;
    }
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }

private:
    std::optional<std::int64_t> m_asked; ///< when the message before asked, if it did
    std::uint64_t m_requests = 0;
};

} // namespace pipecore
