#pragma once

#include "pipecore/model/event.h"
#include "timers.h"

#include <cstdint>
#include <span>
#include <type_traits>
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
    [[nodiscard]] const EventClock::Stamp& stamp() const { return m_stamp; }
    /// Nanoseconds since then; 0 when it is less than is worth a word.
    [[nodiscard]] std::uint64_t sinceStamp() const
    {
        constexpr std::int64_t worthAWordNs = 10'000;
        const std::int64_t since = m_clock.now().monotonicNs - m_stamp.monotonicNs;
        return since < worthAWordNs ? 0 : static_cast<std::uint64_t>(since);
    }
    /// Calls `publishing`, whose events carry an earlier time: what they say is known only now.
    template <typename Publishing>
    void at(const EventClock::Stamp& earlier, Publishing publishing)
    {
        const EventClock::Stamp now = std::exchange(m_stamp, earlier);
        publishing();
        m_stamp = now;
    }

    /// `body` is a RowBody or one of its kinds, which goes to its place without a copy. The number of its
    /// row: Event::row. `payload` and `fragments` are a Message's.
    template <typename Body>
    std::uint64_t publish(EndpointId endpoint, ConnectionId connection, Body&& body,
                          ByteView payload = {}, std::span<const std::uint32_t> fragments = {})
    {
        const std::uint64_t row = isRowBody(body) ? ++m_rows : 0;
        m_sink.onEvent(Event{.sequence = ++m_sequence,
                             .row = row,
                             .monotonicNs = m_stamp.monotonicNs,
                             .wallNs = m_stamp.wallNs,
                             .endpoint = endpoint,
                             .connection = connection,
                             .body = std::forward<Body>(body),
                             .payload = payload,
                             .fragments = fragments});
        return row;
    }
    void endRound() { m_sink.onRoundEnd(); }
    [[nodiscard]] bool hasRoom() const { return m_sink.hasRoom(); }
    [[nodiscard]] bool hasReserve() const { return m_sink.hasReserve(); }

private:
    static bool isRowBody(const RowBody& body) { return isRow(body); }
    template <typename Body>
    static bool isRowBody(const Body& /*body*/)
    {
        return Body::words.isRow;
    }

    EventSink& m_sink;
    EventClock m_clock;
    EventClock::Stamp m_stamp;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_rows = 0;
};

} // namespace pipecore
