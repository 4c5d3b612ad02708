#pragma once

#include "connection_events.h"
#include "pipecore/engine/backend.h"

#include <vector>

namespace pipecore {

/// Queries about a connection: properties of the pipe, answered at once, and queries about its
/// client, answered one after another. Engine's thread.
class Inquiries
{
public:
    /// Both outlive this.
    Inquiries(Channel& channel, ConnectionEvents& events) : m_channel(channel), m_events(events) {}

    /// Reports the current properties of the connection.
    void readFacts(OperationId operation);
    /// Asks about the client; failures are events of the operation.
    void ask(OperationId operation, Inquiry inquiry);
    /// The question in flight has completed: reports its answer.
    void completed(const Completion& completion);
    /// Asks the next question that waits.
    void askNext();
    /// The connection ends: drops waiting queries and reports that. The one in flight is
    /// answered by its completion.
    void discardWaiting();

    [[nodiscard]] bool isInFlight() const { return m_isInFlight; }

private:
    struct Question
    {
        OperationId operation;
        Inquiry inquiry;
    };

    Channel& m_channel;
    ConnectionEvents& m_events;
    std::vector<Question> m_queries; ///< the first may be in flight
    bool m_isInFlight = false;
};

} // namespace pipecore
