#include "session/connection_queries.h"

namespace pipescope::cli {

namespace {

/// Windows does not know the client yet: it tells its token with its first message.
bool isNotKnownYet(const pipecore::Error& error)
{
    constexpr std::uint32_t cannotImpersonate = 1368;
    return error.domain == pipecore::ErrorDomain::Win32 && error.code == cannotImpersonate;
}

} // namespace

void ConnectionQueries::identify(pipecore::Engine& engine, pipecore::ConnectionId connection)
{
    if (!m_wanted.identity || !m_isServer || !m_identified.insert(connection).second) {
        return;
    }
    const auto operation = engine.identifyClient(connection);
    remember(operation);
    if (operation && !m_heard.contains(connection)) {
        m_early.emplace(*operation, connection);
    }
}

void ConnectionQueries::ask(pipecore::Engine& engine, const pipecore::Event& event)
{
    if (const auto* const opened = std::get_if<pipecore::EndpointOpened>(&event.body)) {
        m_isServer = opened->role == pipecore::Role::Server;
    } else if (std::holds_alternative<pipecore::PeerConnected>(event.body)) {
        if (m_wanted.facts) {
            remember(engine.readFacts(event.connection));
        }
        // Most clients are known from the start; of the others it is asked again.
        identify(engine, event.connection);
    } else if (const auto* const message = std::get_if<pipecore::Message>(&event.body)) {
        if (message->direction == pipecore::Direction::Received) {
            m_heard.insert(event.connection);
            identify(engine, event.connection);
        }
    } else if (const auto* const failed = std::get_if<pipecore::Failed>(&event.body)) {
        if (const auto early = m_early.extract(failed->operation);
            early && isNotKnownYet(failed->error)) {
            m_identified.erase(early.mapped());
            if (m_heard.contains(early.mapped())) {
                identify(engine, early.mapped());
            }
        }
    } else if (const auto* const read = std::get_if<pipecore::FactsRead>(&event.body)) {
        m_asked.erase(read->operation);
    } else if (const auto* const known = std::get_if<pipecore::ClientIdentified>(&event.body)) {
        m_asked.erase(known->operation);
        m_early.erase(known->operation);
    } else if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        m_identified.erase(event.connection);
        m_heard.erase(event.connection);
    }
}

bool ConnectionQueries::isUntimely(const pipecore::Event& event)
{
    const auto* const failed = std::get_if<pipecore::Failed>(&event.body);
    if (failed == nullptr || m_asked.erase(failed->operation) == 0) {
        return false;
    }
    return failed->error.kind == pipecore::ErrorKind::NoSuchTarget
           || failed->error.kind == pipecore::ErrorKind::Cancelled
           || (m_early.contains(failed->operation) && isNotKnownYet(failed->error));
}

void ConnectionQueries::remember(const pipecore::Result<pipecore::OperationId>& operation)
{
    // An engine that ends takes no questions any more.
    if (operation) {
        m_asked.insert(*operation);
    }
}

} // namespace pipescope::cli
