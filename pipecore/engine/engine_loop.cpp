#include "engine_loop.h"

#include "client.h"
#include "handlers/echo_handler.h"
#include "relay.h"
#include "server.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace pipecore {
namespace {

std::shared_ptr<TrafficHandler> handlerFor(const ConnectionOptions& options,
                                           std::shared_ptr<TrafficHandler> given)
{
    if (given == nullptr && options.echo) {
        return std::make_shared<EchoHandler>();
    }
    return given;
}

} // namespace

void Engine::Impl::run()
{
    m_queue.setThread();
    std::vector<Completion> completions;
    m_events.takeTime();
    for (;;) {
        applyCommands();
        if (m_resumeRequested.load(std::memory_order_relaxed)
            && m_resumeRequested.exchange(false)) {
            for (const auto& [id, endpoint] : m_endpoints) {
                endpoint->resumeListening();
            }
            for (Instance* const instance : m_registry.connections()) {
                instance->resume();
            }
        }
        if (!m_stopping && m_stopRequested.load()) {
            beginStop();
        }
        endRound();
        if (m_stopping && m_endpoints.empty()) {
            break;
        }

        const auto timeout = m_queue.hasOwn() ? std::optional(std::chrono::nanoseconds::zero())
                                              : m_timers.untilNext(m_events.monotonicNs());
        completions.clear();
        m_backend->wait(completions, timeout);
        m_events.takeTime();
        for (const Completion& completion : completions) {
            static_cast<Instance*>(completion.channel->owner)->handle(completion);
        }
        m_timers.runDue(m_events.monotonicNs());
    }
}

void Engine::Impl::endRound()
{
    m_registry.clearRetired();
    for (const EndpointId endpoint : m_registry.takeEndedEndpoints()) {
        // The name is free before anybody hears so.
        m_endpoints.erase(endpoint);
        m_events.publish(endpoint, {}, EndpointClosed{});
    }
    m_events.endRound();
}

void Engine::Impl::applyCommands()
{
    m_queue.take(m_applying);
    applyAll();
    if (m_queue.hasOwn()) {
        m_queue.takeOwn(m_applying);
        applyAll();
    }
}

void Engine::Impl::applyAll()
{
    if (m_applying.empty()) { // as in most rounds of a conversation
        return;
    }
    for (Command& command : m_applying) {
        std::visit([this](auto& request) { apply(request); }, command);
    }
    m_applying.clear();
    writeQueued();
}

void Engine::Impl::writeQueued()
{
    for (Instance* const instance : m_unwritten) {
        instance->writeQueued();
    }
    m_unwritten.clear();
}

void Engine::Impl::apply(command::StartServer& request)
{
    const auto name = PipeName::parse(request.options.name);
    auto server = std::make_unique<Server>(
        context(), m_registry, request.endpoint, request.options,
        handlerFor(request.options.connection, std::move(request.handler)));
    Server& added = *server;
    m_endpoints.emplace(request.endpoint, std::move(server));
    added.start(*name);
}

void Engine::Impl::apply(command::StartRelay& request)
{
    const auto name = PipeName::parse(request.options.server.name);
    auto relay = std::make_unique<Relay>(context(), m_registry, request.endpoint,
                                         std::move(request.options), std::move(request.handler));
    Relay& added = *relay;
    m_endpoints.emplace(request.endpoint, std::move(relay));
    added.start(*name);
}

void Engine::Impl::apply(command::Connect& request)
{
    const auto name = PipeName::parse(request.options.name);
    auto client = std::make_unique<Client>(
        context(), m_registry, request.endpoint, request.options,
        handlerFor(request.options.connection, std::move(request.handler)));
    Client& added = *client;
    m_endpoints.emplace(request.endpoint, std::move(client));
    added.start(*name, request.connection);
}

void Engine::Impl::apply(command::Send& request)
{
    if (request.connection) {
        if (Instance* const instance = m_registry.find(request.connection)) {
            instance->send({.operation = request.operation, .origin = request.origin},
                           std::move(request.payload));
        } else {
            noSuchTarget(request.operation, {}, request.connection);
        }
        return;
    }
    const auto found = m_endpoints.find(request.endpoint);
    if (found != m_endpoints.end()) {
        found->second->sendToAll({.operation = request.operation, .origin = request.origin},
                                 std::move(request.payload));
    } else {
        noSuchTarget(request.operation, request.endpoint, {});
    }
}

void Engine::Impl::apply(command::Close& request)
{
    writeQueued(); // what was sent before it
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->close(request.mode, request.mode == CloseMode::Graceful
                                          ? CloseReason::ClosedByUs
                                          : CloseReason::AbortedByUs);
    } else {
        alreadyEnded(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::CloseEndpoint& request)
{
    writeQueued(); // what was sent before it
    const auto found = m_endpoints.find(request.endpoint);
    if (found != m_endpoints.end()) {
        found->second->close(request.mode, request.mode == CloseMode::Graceful
                                               ? CloseReason::ClosedByUs
                                               : CloseReason::AbortedByUs);
    } else {
        alreadyEnded(request.operation, request.endpoint, {});
    }
}

void Engine::Impl::apply(command::EndSending& request)
{
    writeQueued(); // what was sent before it
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->endSending(request.operation);
    } else {
        alreadyEnded(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::Transact& request)
{
    writeQueued(); // what was sent before it
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->transact(request.operation, std::move(request.payload));
    } else {
        noSuchTarget(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::Call& request)
{
    const auto name = PipeName::parse(request.options.name);
    ClientOptions options;
    options.name = request.options.name;
    options.wait = WaitPolicy::WaitThenOpen; // the call waits itself
    auto client =
        std::make_unique<Client>(context(), m_registry, request.endpoint, options, nullptr);
    Client& added = *client;
    m_endpoints.emplace(request.endpoint, std::move(client));
    added.call(*name, request.connection, std::move(request.options));
}

void Engine::Impl::apply(command::SetReadMode& request)
{
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->setReadMode(request.operation, request.mode);
    } else {
        noSuchTarget(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::ReadFacts& request)
{
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->readFacts(request.operation);
    } else {
        noSuchTarget(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::Inquire& request)
{
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->inquire(request.operation, std::move(request.inquiry));
    } else {
        noSuchTarget(request.operation, {}, request.connection);
    }
}

void Engine::Impl::apply(command::SetHandler& request)
{
    const auto found = m_endpoints.find(request.endpoint);
    if (found != m_endpoints.end()) {
        found->second->setHandler(std::move(request.handler));
    } else {
        noSuchTarget(request.operation, request.endpoint, {});
    }
}

void Engine::Impl::apply(command::Settle& request)
{
    if (Instance* const instance = m_registry.find(request.connection)) {
        instance->settle(request.operation, request.row, request.outcome, request.edited);
    } else {
        noSuchTarget(request.operation, {}, request.connection);
    }
}

void Engine::Impl::noSuchTarget(OperationId operation, EndpointId endpoint, ConnectionId connection)
{
    const std::string target = connection ? "connection " + std::to_string(connection.value)
                                          : "endpoint " + std::to_string(endpoint.value);
    const auto refused = refuse(target + " has ended", ErrorKind::NoSuchTarget);
    m_events.publish(endpoint, connection,
                     Failed{.operation = operation, .error = refused.error()});
}

/// The peer may have closed in the same moment: what was asked for is so, and no error.
void Engine::Impl::alreadyEnded(OperationId operation, EndpointId endpoint, ConnectionId connection)
{
    m_events.publish(endpoint, connection, AlreadyEnded{.operation = operation});
}

void Engine::Impl::beginStop()
{
    m_stopping = true;
    m_queue.end();
    // Commands submitted before the end are still answered.
    applyCommands();
    for (const auto& [id, endpoint] : m_endpoints) {
        endpoint->close(CloseMode::Graceful, CloseReason::EngineStopped);
    }
}

} // namespace pipecore
