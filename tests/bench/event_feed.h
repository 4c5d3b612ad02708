#pragma once

#include "pipecore/engine/event_queue.h"

#include <cstddef>
#include <cstdint>
#include <semaphore>

namespace bench {

/// Puts events into a queue as an engine does: rounds of 64, and nothing more while the queue is
/// full. One thread.
class EventFeed
{
public:
    /// `queue` is not owned; its setRoomAgain() is taken. `size`: bytes of each message.
    EventFeed(pipecore::EventQueue& queue, std::size_t size);

    /// A server with a connected client.
    void begin();
    void messages(std::uint64_t count);

private:
    void put(pipecore::RowBody body);
    void put();

    pipecore::EventQueue& m_queue;
    pipecore::Bytes m_payload;
    pipecore::Event m_event;
    std::binary_semaphore m_roomAgain{0};
};

} // namespace bench
