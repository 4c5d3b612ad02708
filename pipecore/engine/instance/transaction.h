#pragma once

#include "connection_events.h"
#include "pipecore/engine/backend.h"

#include <cstddef>
#include <optional>

namespace pipecore {

/// A transaction of an instance: a write and the read of its answer as one operation of the system, one
/// at a time. It waits here until the pipe is quiet. Engine's thread.
class Transaction
{
public:
    /// Both outlive this.
    Transaction(Channel& channel, ConnectionEvents& events) : m_channel(channel), m_events(events)
    {}

    /// Takes it over, to be started. NotSupported where the system has none, WouldBlock when there is
    /// one already.
    [[nodiscard]] Result<void> request(OperationId operation, Bytes payload);
    /// Starts the one that waits. False when the system refuses; that was reported, and it is over.
    bool start(std::size_t replySize);
    /// It has completed: reports what was sent, or the failure. True when the completion has an answer.
    [[nodiscard]] bool completed(const Completion& completion);
    /// The connection ends: drops the waiting one and reports that.
    void discardWaiting();

    /// It waits, or is in flight.
    [[nodiscard]] bool isWanted() const { return m_request.has_value(); }
    [[nodiscard]] bool isInFlight() const { return m_isInFlight; }

private:
    struct Request
    {
        OperationId operation;
        Bytes payload;
    };

    Channel& m_channel;
    ConnectionEvents& m_events;
    std::optional<Request> m_request;
    bool m_isInFlight = false;
    EventClock::Stamp m_begin{}; ///< when the system got the one in flight
};

} // namespace pipecore
