#pragma once

#include "pipecore/model/event.h"

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace pipecore {

/// Counts the payloads that a queue did not keep, connection by connection, for the rows that say so.
/// One thread.
class DroppedPayloads
{
public:
    /// Counts an event in when it is a message without all of its bytes.
    void note(const Event& event)
    {
        const auto* const message = std::get_if<Message>(&event.body);
        if (message != nullptr && message->droppedBytes != 0) {
            add(event, message->droppedBytes);
        }
    }
    /// A Dropped event for each connection that lost something since the last call, with the time of
    /// its last loss.
    [[nodiscard]] std::vector<Event> take();

private:
    void add(const Event& event, std::uint64_t bytes);

    std::vector<Event> m_dropped;
    std::unordered_map<ConnectionId, std::size_t> m_places; ///< in m_dropped
};

} // namespace pipecore
