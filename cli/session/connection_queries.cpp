#include "session/connection_queries.h"

namespace pipescope::cli {

void ConnectionQueries::ask(pipecore::Engine& engine, const pipecore::Event& event)
{
    if (const auto* const opened = std::get_if<pipecore::EndpointOpened>(&event.body)) {
        m_isServer = opened->role == pipecore::Role::Server;
    } else if (std::holds_alternative<pipecore::PeerConnected>(event.body)) {
        if (m_wanted.facts) {
            remember(engine.readFacts(event.connection));
        }
    } else if (const auto* const message = std::get_if<pipecore::Message>(&event.body)) {
        // Windows knows a client once something has been read from it.
        if (m_wanted.identity && m_isServer && message->direction == pipecore::Direction::Received
            && m_identified.insert(event.connection).second) {
            remember(engine.identifyClient(event.connection));
        }
    } else if (const auto* const read = std::get_if<pipecore::FactsRead>(&event.body)) {
        m_asked.erase(read->operation);
    } else if (const auto* const known = std::get_if<pipecore::ClientIdentified>(&event.body)) {
        m_asked.erase(known->operation);
    } else if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        m_identified.erase(event.connection);
    }
}

bool ConnectionQueries::isTooLate(const pipecore::Event& event)
{
    const auto* const failed = std::get_if<pipecore::Failed>(&event.body);
    if (failed == nullptr || m_asked.erase(failed->operation) == 0) {
        return false;
    }
    return failed->error.kind == pipecore::ErrorKind::NoSuchTarget
           || failed->error.kind == pipecore::ErrorKind::Cancelled;
}

void ConnectionQueries::remember(const pipecore::Result<pipecore::OperationId>& operation)
{
    // An engine that ends takes no questions any more.
    if (operation) {
        m_asked.insert(*operation);
    }
}

} // namespace pipescope::cli
