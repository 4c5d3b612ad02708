#pragma once

#include "clock.h"
#include "pipecore/model/event.h"

#include <utility>

namespace pipecore {

/// Numbers and stamps events and hands them to the sink. Engine's thread.
class EventSource
{
public:
    explicit EventSource(EventSink& sink) : m_sink(sink) {}

    /// Takes the time that the next events carry: when completions were seen, or a write was done.
    void takeTime() { m_stamp = m_clock.now(); }
    [[nodiscard]] std::int64_t monotonicNs() const { return m_stamp.monotonicNs; }

    template <typename Body>
    void publish(EndpointId endpoint, ConnectionId connection, Body&& body)
    {
        m_sink.onEvent(Event{.sequence = ++m_sequence,
                             .monotonicNs = m_stamp.monotonicNs,
                             .wallNs = m_stamp.wallNs,
                             .endpoint = endpoint,
                             .connection = connection,
                             .body = std::forward<Body>(body)});
    }
    void endRound() { m_sink.onRoundEnd(); }
    [[nodiscard]] bool hasRoom() const { return m_sink.hasRoom(); }

private:
    EventSink& m_sink;
    EventClock m_clock;
    EventClock::Stamp m_stamp;
    std::uint64_t m_sequence = 0;
};

} // namespace pipecore
