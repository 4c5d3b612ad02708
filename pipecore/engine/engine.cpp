#include "pipecore/engine/engine.h"

#include "client.h"
#include "command.h"
#include "event_source.h"
#include "handlers/echo_handler.h"
#include "pipecore/engine/backend.h"
#include "registry.h"
#include "server.h"
#include "timers.h"

#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace pipecore {
namespace {

/// Payload bytes that may wait in the command queue, whatever the connections' own limits are.
constexpr std::size_t commandBytesLimit = std::size_t{256} * 1024 * 1024;

std::shared_ptr<TrafficHandler> handlerFor(const ConnectionOptions& options,
                                           std::shared_ptr<TrafficHandler> given)
{
    if (given == nullptr && options.echo) {
        return std::make_shared<EchoHandler>();
    }
    return given;
}

} // namespace

class Engine::Impl
{
public:
    Impl(EventSink& sink, std::unique_ptr<Backend> backend)
        : m_backend(std::move(backend))
        , m_events(sink)
    {}

    void run();
    void requestStop()
    {
        m_stopRequested.store(true);
        m_backend->wake();
    }
    template <typename Request>
    Result<void> submit(Request request, std::size_t payloadBytes = 0);
    /// Numbers the request; a Send counts against the queue's limit with what it takes in memory.
    template <typename Request>
    Result<OperationId> submitOperation(Request request)
    {
        const OperationId operation{m_lastOperation.fetch_add(1) + 1};
        request.operation = operation;
        std::size_t payloadBytes = 0;
        // An empty message takes memory too.
        if constexpr (std::is_same_v<Request, command::Send>) {
            payloadBytes = request.payload.size() + sizeof(Command);
        } else if constexpr (std::is_same_v<Request, command::Settle>) {
            payloadBytes = request.edited.size() + sizeof(Command);
        }
        if (auto result = submit(std::move(request), payloadBytes); !result) {
            return std::unexpected(std::move(result).error());
        }
        return operation;
    }
    void resumeReading()
    {
        if (!m_resumeRequested.exchange(true)) {
            m_backend->wake();
        }
    }

    [[nodiscard]] EndpointId newEndpoint() { return {m_lastEndpoint.fetch_add(1) + 1}; }
    [[nodiscard]] ConnectionId newConnection() { return m_registry.newConnection(); }

private:
    EngineContext context() { return {m_events, m_timers, *m_backend, m_unwritten}; }
    void applyCommands();
    void applyAll();
    void writeQueued();
    void apply(command::StartServer& request);
    void apply(command::Connect& request);
    void apply(command::Send& request);
    void apply(command::Close& request);
    void apply(command::CloseEndpoint& request);
    void apply(command::Transact& request);
    void apply(command::Call& request);
    void apply(command::SetReadMode& request);
    void apply(command::ReadFacts& request);
    void apply(command::Inquire& request);
    void apply(command::SetHandler& request);
    void apply(command::Settle& request);
    void noSuchTarget(OperationId operation, EndpointId endpoint, ConnectionId connection);
    void beginStop();
    void endRound();

    std::unique_ptr<Backend> m_backend;
    EventSource m_events;
    Timers m_timers;
    std::vector<Instance*> m_unwritten;
    Registry m_registry;
    std::map<EndpointId, std::unique_ptr<Endpoint>> m_endpoints;

    std::atomic<std::uint64_t> m_lastEndpoint{0};
    std::atomic<std::uint64_t> m_lastOperation{0};
    std::atomic<bool> m_stopRequested{false};
    std::atomic<bool> m_resumeRequested{false};

    std::vector<Command> m_applying;
    std::vector<Command> m_ownCommands; ///< submitted from inside events
    std::size_t m_ownBytes = 0;         ///< payload of these
    bool m_stopping = false;            ///< the engine's thread takes no more commands
    /// Whether m_commands has something: looking at it costs less than the lock, in every round.
    std::atomic<bool> m_hasCommands{false};
    std::mutex m_mutex; ///< guards what follows
    std::vector<Command> m_commands;
    std::size_t m_commandBytes = 0;
    bool m_ended = false; ///< m_stopping for other threads
    std::atomic<std::thread::id> m_thread;
};

template <typename Request>
Result<void> Engine::Impl::submit(Request request, std::size_t payloadBytes)
{
    if (m_thread.load(std::memory_order_relaxed) == std::this_thread::get_id()) {
        // From inside an event: no lock, and the engine looks at these before it waits again.
        if (m_stopping) {
            return refuse("the engine has ended", ErrorKind::Stopped);
        }
        if (m_ownBytes + payloadBytes > commandBytesLimit && m_ownBytes != 0) {
            return refuse("more than 256 MiB wait to be sent", ErrorKind::WouldBlock);
        }
        m_ownBytes += payloadBytes;
        m_ownCommands.emplace_back(std::move(request));
        return {};
    }
    bool wake = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_ended) {
            return refuse("the engine has ended", ErrorKind::Stopped);
        }
        if (payloadBytes != 0 && m_commandBytes + payloadBytes > commandBytesLimit
            && m_commandBytes != 0) {
            return refuse("more than 256 MiB wait to be sent", ErrorKind::WouldBlock);
        }
        wake = m_commands.empty();
        m_commandBytes += payloadBytes;
        m_commands.emplace_back(std::move(request));
        m_hasCommands.store(true, std::memory_order_release);
    }
    if (wake) {
        m_backend->wake();
    }
    return {};
}

void Engine::Impl::run()
{
    m_thread.store(std::this_thread::get_id());
    std::vector<Completion> completions;
    m_events.takeTime();
    for (;;) {
        applyCommands();
        if (m_resumeRequested.load(std::memory_order_relaxed)
            && m_resumeRequested.exchange(false)) {
            for (Instance* const instance : m_registry.connections()) {
                instance->resumeReading();
            }
        }
        if (!m_stopping && m_stopRequested.load()) {
            beginStop();
        }
        endRound();
        if (m_stopping && m_endpoints.empty()) {
            break;
        }

        const auto timeout = m_ownCommands.empty()
                                 ? m_timers.untilNext(m_events.monotonicNs())
                                 : std::optional(std::chrono::nanoseconds::zero());
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
    m_registry.clearGraveyard();
    for (const EndpointId endpoint : m_registry.takeEndedEndpoints()) {
        // The name is free before anybody hears so.
        m_endpoints.erase(endpoint);
        m_events.publish(endpoint, {}, EndpointClosed{});
    }
    m_events.endRound();
}

void Engine::Impl::applyCommands()
{
    if (m_hasCommands.load(std::memory_order_acquire)) {
        {
            const std::scoped_lock lock(m_mutex);
            m_applying.swap(m_commands);
            m_commandBytes = 0;
            m_hasCommands.store(false, std::memory_order_relaxed);
        }
        applyAll();
    }
    if (!m_ownCommands.empty()) {
        m_applying.swap(m_ownCommands);
        m_ownBytes = 0;
        applyAll();
    }
}

void Engine::Impl::applyAll()
{
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
        noSuchTarget(request.operation, {}, request.connection);
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
        noSuchTarget(request.operation, request.endpoint, {});
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

void Engine::Impl::beginStop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ended = true;
        m_stopping = true;
    }
    // What came before the end is still answered.
    applyCommands();
    for (const auto& [id, endpoint] : m_endpoints) {
        endpoint->close(CloseMode::Graceful, CloseReason::EngineStopped);
    }
}

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
                                          AccessWish wish)
{
    if (const auto valid = validate(target, wish); !valid) {
        return std::unexpected(valid.error());
    }
    return m_impl->submitOperation(
        command::Inquire{.connection = connection,
                         .inquiry = AccessInquiry{.target = std::move(target), .wish = wish}});
}

void Engine::resumeReading()
{
    m_impl->resumeReading();
}

} // namespace pipecore
