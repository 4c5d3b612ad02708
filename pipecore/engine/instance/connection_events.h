#pragma once

#include "../event_source.h"
#include "../outgoing.h"
#include "message_assembler.h"
#include "pipecore/model/event.h"

#include <cstdint>
#include <utility>

namespace pipecore {

/// The events of one instance: publishes in the name of its endpoint, and of its connection once there
/// is one. Engine's thread.
class ConnectionEvents
{
public:
    ConnectionEvents(EventSource& source, EndpointId endpoint)
        : m_source(source)
        , m_endpoint(endpoint)
    {}

    void setConnection(ConnectionId connection) { m_connection = connection; }
    [[nodiscard]] ConnectionId connection() const { return m_connection; }

    template <typename Body>
    void publish(Body&& body)
    {
        m_source.publish(m_endpoint, m_connection, std::forward<Body>(body));
    }
    /// A message came. The number of its row.
    std::uint64_t received(const AssembledMessage& message, bool held)
    {
        return m_source.publish(m_endpoint, m_connection,
                                Message{.direction = Direction::Received,
                                        .continues = message.continues,
                                        .held = held,
                                        .length = message.payload.size(),
                                        .origin = {.kind = OriginKind::Peer}},
                                message.payload, message.fragments);
    }
    /// `payload` replaces the message of row `partner`.
    void replaced(ByteView payload, const Origin& origin, std::uint64_t partner)
    {
        m_source.publish(m_endpoint, m_connection,
                         Message{.direction = Direction::Received,
                                 .length = payload.size(),
                                 .origin = origin,
                                 .partner = partner},
                         payload);
    }
    /// The system took all of `payload`.
    void sent(const Cause& cause, ByteView payload)
    {
        m_source.publish(m_endpoint, m_connection,
                         Message{.direction = Direction::Sent,
                                 .length = payload.size(),
                                 .origin = cause.origin,
                                 .partner = cause.partner,
                                 .operation = cause.operation},
                         payload);
    }
    /// The same for a payload that the system took with an operation of which only the end is known.
    void sentAt(const EventClock::Stamp& begin, const Cause& cause, ByteView payload)
    {
        m_source.at(begin, [&] { sent(cause, payload); });
    }
    /// `operation` is zero without a request.
    void failed(OperationId operation, const Error& error, bool outcomeUnknown = false)
    {
        publish(Failed{.operation = operation, .error = error, .outcomeUnknown = outcomeUnknown});
    }

    void takeTime() { m_source.takeTime(); }
    /// The time that is taken now.
    [[nodiscard]] EventClock::Stamp takenTime()
    {
        m_source.takeTime();
        return m_source.stamp();
    }
    [[nodiscard]] std::int64_t monotonicNs() const { return m_source.monotonicNs(); }
    /// Whether the sink takes more.
    [[nodiscard]] bool hasRoom() const { return m_source.hasRoom(); }
    [[nodiscard]] bool hasReserve() const { return m_source.hasReserve(); }

private:
    EventSource& m_source;
    EndpointId m_endpoint;
    ConnectionId m_connection;
};

} // namespace pipecore
