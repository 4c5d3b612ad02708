#pragma once

#include "../event_source.h"
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
    /// The system took all of `payload`.
    void sent(OperationId operation, ByteView payload)
    {
        publish(Data{.direction = Direction::Sent,
                     .continues = false,
                     .payload = payload,
                     .fragments = {},
                     .operation = operation});
    }
    /// `operation` is zero when nobody asked.
    void failed(OperationId operation, const Error& error, bool outcomeUnknown = false)
    {
        publish(Failed{.operation = operation, .error = error, .outcomeUnknown = outcomeUnknown});
    }

    void takeTime() { m_source.takeTime(); }
    [[nodiscard]] std::int64_t monotonicNs() const { return m_source.monotonicNs(); }
    /// Whether the sink takes more.
    [[nodiscard]] bool hasRoom() const { return m_source.hasRoom(); }

private:
    EventSource& m_source;
    EndpointId m_endpoint;
    ConnectionId m_connection;
};

} // namespace pipecore
