// Public functions of the engine, for any thread: checks, numbers, and the queue to its own thread.
#include "pipecore/engine/engine.h"

#include "engine_loop.h"

#include <utility>

namespace pipecore {

Engine::Engine(EventSink& sink, std::unique_ptr<Backend> backend)
    : m_impl(std::make_unique<Impl>(sink, std::move(backend)))
{}

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::create(EventSink& sink)
{
    auto backend = createSystemBackend();
    if (!backend) {
        return std::unexpected(backend.error());
    }
    return std::make_unique<Engine>(sink, std::move(*backend));
}

void Engine::run()
{
    m_impl->run();
}

void Engine::requestStop()
{
    m_impl->requestStop();
}

Result<EndpointId> Engine::startServer(ServerOptions options,
                                       std::shared_ptr<TrafficHandler> handler)
{
    if (const auto valid = validate(options); !valid) {
        return std::unexpected(valid.error());
    }
    const EndpointId endpoint = m_impl->newEndpoint();
    const auto result = m_impl->submit(command::StartServer{
        .endpoint = endpoint, .options = std::move(options), .handler = std::move(handler)});
    if (!result) {
        return std::unexpected(result.error());
    }
    return endpoint;
}

Result<EndpointId> Engine::startRelay(RelayOptions options, std::shared_ptr<TrafficHandler> handler)
{
    if (const auto valid = validate(options); !valid) {
        return std::unexpected(valid.error());
    }
    const EndpointId endpoint = m_impl->newEndpoint();
    const auto result = m_impl->submit(command::StartRelay{
        .endpoint = endpoint, .options = std::move(options), .handler = std::move(handler)});
    if (!result) {
        return std::unexpected(result.error());
    }
    return endpoint;
}

Result<Engine::ClientIds> Engine::connect(ClientOptions options,
                                          std::shared_ptr<TrafficHandler> handler)
{
    if (const auto valid = validate(options); !valid) {
        return std::unexpected(valid.error());
    }
    const ClientIds ids{.endpoint = m_impl->newEndpoint(), .connection = m_impl->newConnection()};
    const auto result = m_impl->submit(command::Connect{.endpoint = ids.endpoint,
                                                        .connection = ids.connection,
                                                        .options = std::move(options),
                                                        .handler = std::move(handler)});
    if (!result) {
        return std::unexpected(result.error());
    }
    return ids;
}

Result<OperationId> Engine::setHandler(EndpointId endpoint, std::shared_ptr<TrafficHandler> handler)
{
    return m_impl->submitOperation(
        command::SetHandler{.endpoint = endpoint, .handler = std::move(handler)});
}

Result<OperationId> Engine::settle(ConnectionId connection, std::uint64_t row, HeldOutcome outcome,
                                   Bytes edited)
{
    return m_impl->submitOperation(command::Settle{
        .connection = connection, .row = row, .outcome = outcome, .edited = std::move(edited)});
}

Result<OperationId> Engine::send(ConnectionId connection, Bytes payload, Origin origin)
{
    return m_impl->submitOperation(command::Send{
        .connection = connection, .payload = Outgoing(std::move(payload)), .origin = origin});
}

Result<OperationId> Engine::sendShared(ConnectionId connection,
                                       std::shared_ptr<const Bytes> payload, Origin origin)
{
    return m_impl->submitOperation(command::Send{
        .connection = connection, .payload = Outgoing(std::move(payload)), .origin = origin});
}

Result<OperationId> Engine::sendToAll(EndpointId endpoint, Bytes payload, Origin origin)
{
    return m_impl->submitOperation(command::Send{
        .endpoint = endpoint, .payload = Outgoing(std::move(payload)), .origin = origin});
}

Result<OperationId> Engine::endSending(ConnectionId connection)
{
    return m_impl->submitOperation(command::EndSending{.connection = connection});
}

Result<OperationId> Engine::close(ConnectionId connection, CloseMode mode)
{
    return m_impl->submitOperation(command::Close{.connection = connection, .mode = mode});
}

Result<OperationId> Engine::closeEndpoint(EndpointId endpoint, CloseMode mode)
{
    return m_impl->submitOperation(command::CloseEndpoint{.endpoint = endpoint, .mode = mode});
}

Result<OperationId> Engine::transact(ConnectionId connection, Bytes payload)
{
    return m_impl->submitOperation(
        command::Transact{.connection = connection, .payload = std::move(payload)});
}

Result<Engine::ClientIds> Engine::call(CallOptions options)
{
    if (const auto valid = validate(options); !valid) {
        return std::unexpected(valid.error());
    }
    const ClientIds ids{.endpoint = m_impl->newEndpoint(), .connection = m_impl->newConnection()};
    const auto result = m_impl->submit(command::Call{
        .endpoint = ids.endpoint, .connection = ids.connection, .options = std::move(options)});
    if (!result) {
        return std::unexpected(result.error());
    }
    return ids;
}

Result<OperationId> Engine::setReadMode(ConnectionId connection, PipeMode mode)
{
    return m_impl->submitOperation(command::SetReadMode{.connection = connection, .mode = mode});
}

Result<OperationId> Engine::readFacts(ConnectionId connection)
{
    return m_impl->submitOperation(command::ReadFacts{.connection = connection});
}

Result<OperationId> Engine::identifyClient(ConnectionId connection)
{
    return m_impl->submitOperation(
        command::Inquire{.connection = connection, .inquiry = IdentifyInquiry{}});
}

Result<OperationId> Engine::checkAccessAs(ConnectionId connection, AccessTarget target,
                                          RequestedAccess requested)
{
    if (const auto valid = validate(target, requested); !valid) {
        return std::unexpected(valid.error());
    }
    return m_impl->submitOperation(command::Inquire{
        .connection = connection,
        .inquiry = AccessInquiry{.target = std::move(target), .requested = requested}});
}

void Engine::resumeReading()
{
    m_impl->resumeReading();
}

} // namespace pipecore
