#include "event_feed.h"
#include "message_event.h"

#include <memory>

namespace bench {

using namespace pipecore;

EventFeed::EventFeed(EventQueue& queue, std::size_t size) : m_queue(queue), m_payload(size)
{
    for (std::size_t i = 0; i < size; ++i) {
        m_payload[i] = static_cast<std::byte>('a' + i % 26);
    }
    m_event.wallNs = 1'700'000'000'000'000'000;
    m_event.endpoint.value = 1;
    queue.setRoomAgain([this] { m_roomAgain.release(); });
}

void EventFeed::put(RowBody body)
{
    m_event.body = std::move(body);
    put();
}

void EventFeed::put()
{
    ++m_event.sequence;
    ++m_event.row;
    m_event.monotonicNs += 500;
    m_event.wallNs += 500;
    m_queue.onEvent(m_event);
}

void EventFeed::begin()
{
    EndpointOpened opened;
    opened.name = std::make_shared<const std::string>("bench");
    put(opened);
    m_event.connection.value = 1;
    const PeerInfo peer{.processId = 1U, .image = std::string("/bench")};
    put(PeerConnected{std::make_shared<const PeerInfo>(peer)});
}

void EventFeed::messages(std::uint64_t count)
{
    constexpr std::uint64_t round = 64;
    while (count != 0) {
        if (!m_queue.hasRoom()) {
            m_roomAgain.acquire();
        }
        for (std::uint64_t i = 0; i < round && count != 0; ++i, --count) {
            setMessage(m_event, m_payload, count % 2 == 0 ? Direction::Received : Direction::Sent);
            put();
        }
        m_queue.onRoundEnd();
    }
}

} // namespace bench
