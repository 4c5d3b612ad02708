#include "pipecore/live/operations.h"

#include <utility>

namespace pipecore {

using Sign = Outcomes::Sign;

Result<LiveEndpoint> Operations::startServer(ServerOptions options, WhenDone done,
                                             std::shared_ptr<TrafficHandler> handler)
{
    const auto started = m_outcomes.awaitStart(
        std::move(done), [](EndpointId endpoint) { return endpoint; },
        [&] { return m_engine.startServer(std::move(options), std::move(handler)); });
    if (!started) {
        return std::unexpected(started.error());
    }
    return LiveEndpoint(*started);
}

Result<LiveEndpoint> Operations::startRelay(RelayOptions options, WhenDone done,
                                            std::shared_ptr<TrafficHandler> handler)
{
    const auto started = m_outcomes.awaitStart(
        std::move(done), [](EndpointId endpoint) { return endpoint; },
        [&] { return m_engine.startRelay(std::move(options), std::move(handler)); });
    if (!started) {
        return std::unexpected(started.error());
    }
    return LiveEndpoint(*started);
}

template <typename Submit>
Result<Operations::Client> Operations::startClient(WhenDone done, Submit submit)
{
    const auto started = m_outcomes.awaitStart(
        std::move(done), [](const Engine::ClientIds& ids) { return ids.endpoint; }, submit);
    if (!started) {
        return std::unexpected(started.error());
    }
    return Client{LiveEndpoint(started->endpoint), LiveConnection(started->connection)};
}

Result<Operations::Client> Operations::connect(ClientOptions options, WhenDone done,
                                               std::shared_ptr<TrafficHandler> handler)
{
    return startClient(std::move(done),
                       [&] { return m_engine.connect(std::move(options), std::move(handler)); });
}

Result<Operations::Client> Operations::call(CallOptions options, WhenDone done)
{
    return startClient(std::move(done), [&] { return m_engine.call(std::move(options)); });
}

Result<OperationId> Operations::send(LiveConnection connection, Bytes payload, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.send(connection.id(), std::move(payload)); });
}

Result<OperationId> Operations::sendToAll(LiveEndpoint endpoint, Bytes payload, WhenDone done)
{
    return m_outcomes.await({.sign = Sign::EachAnswer, .endpoint = endpoint.id()}, std::move(done),
                            [&] { return m_engine.sendToAll(endpoint.id(), std::move(payload)); });
}

Result<OperationId> Operations::transact(LiveConnection connection, Bytes payload, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.transact(connection.id(), std::move(payload)); });
}

Result<OperationId> Operations::endSending(LiveConnection connection, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.endSending(connection.id()); });
}

Result<OperationId> Operations::close(LiveConnection connection, CloseMode mode, WhenDone done)
{
    return m_outcomes.await({.sign = Sign::ConnectionEnd, .connection = connection.id()},
                            std::move(done), [&] { return m_engine.close(connection.id(), mode); });
}

Result<OperationId> Operations::closeEndpoint(LiveEndpoint endpoint, CloseMode mode, WhenDone done)
{
    return m_outcomes.await({.sign = Sign::EndpointEnd, .endpoint = endpoint.id()}, std::move(done),
                            [&] { return m_engine.closeEndpoint(endpoint.id(), mode); });
}

Result<OperationId> Operations::setReadMode(LiveConnection connection, PipeMode mode, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.setReadMode(connection.id(), mode); });
}

Result<OperationId> Operations::readFacts(LiveConnection connection, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.readFacts(connection.id()); });
}

Result<OperationId> Operations::identifyClient(LiveConnection connection, WhenDone done)
{
    return m_outcomes.await({}, std::move(done),
                            [&] { return m_engine.identifyClient(connection.id()); });
}

Result<OperationId> Operations::checkAccessAs(LiveConnection connection, AccessTarget target,
                                              RequestedAccess requested, WhenDone done)
{
    return m_outcomes.await({}, std::move(done), [&] {
        return m_engine.checkAccessAs(connection.id(), std::move(target), requested);
    });
}

} // namespace pipecore
