#include "server.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipecore {

Server::Server(EngineContext context, Registry& registry, EndpointId id, ServerOptions options,
               std::shared_ptr<TrafficHandler> handler)
    : Endpoint(context, registry, id, std::move(handler))
    , m_options(std::move(options))
    , m_retry(context.timers)
{}

void Server::start(const PipeName& name)
{
    auto listener = m_context.backend.listen(name, m_options);
    if (!listener) {
        report({}, listener.error());
        m_ended = true;
        ended();
        return;
    }
    m_listener = std::move(*listener);
    publish(EndpointOpened{.role = Role::Server,
                           .mode = m_options.mode,
                           .access = m_options.access,
                           .instances = m_options.instances,
                           .name = std::make_shared<const std::string>(name.display()),
                           .target = target()});
    if (const auto shortcoming = m_listener->shortcoming()) {
        report({}, *shortcoming);
    }
    keepListening();
}

void Server::keepListening()
{
    if (m_closing || m_retry.isRunning()) {
        return;
    }
    const auto listening = static_cast<std::size_t>(
        std::ranges::count(m_instances, InstanceState::Listening,
                           [](const auto& instance) { return instance->state(); }));
    const std::size_t room =
        maxClients() > m_instances.size() ? maxClients() - m_instances.size() : 0;
    const std::size_t wanted = m_listener->listeningInstances();
    if (listening == 0 && room == 0) {
        if (m_options.instances == 0 && !std::exchange(m_reportedFull, true)) {
            reportFull();
        }
        return;
    }
    // Reported once, not at each client that comes and goes at the bound.
    m_reportedFull = m_reportedFull && m_instances.size() > maxClients() / 2;
    for (std::size_t i = listening; i < std::min(wanted, listening + room); ++i) {
        if (!addInstance()) {
            return;
        }
    }
}

/// Each client costs memory and a descriptor, and a few threads with synchronous input and output. More
/// clients than the bound need an explicit limit.
std::size_t Server::maxClients() const
{
    if (m_options.instances != 0) {
        return m_options.instances;
    }
    return m_options.io == IoModel::Synchronous ? maxSynchronousClients : maxUnlimitedClients;
}

void Server::reportFull()
{
    report({},
           refusePhrase({PIPECORE_TR("ErrorDetail",
                                     "%1 clients are connected, the maximum for a server without a "
                                     "limit; more clients wait until one leaves"),
                         {std::to_string(m_instances.size())}},
                        ErrorKind::InstanceLimit)
               .error());
}

void Server::resumeListening()
{
    for (const auto& instance : m_instances) {
        if (instance->state() == InstanceState::Listening) {
            instance->resume();
        }
    }
}

bool Server::addInstance()
{
    auto channel = m_listener->createInstance();
    if (!channel) {
        creatingFailed(channel.error());
        return false;
    }
    if (std::exchange(m_createError, std::nullopt)) {
        publish(ListeningAgain{});
    }
    m_instances.push_back(
        std::make_unique<Instance>(m_context, *this, traits(), std::move(*channel)));
    m_instances.back()->listen();
    return true;
}

Instance::Traits Server::traits() const
{
    return {.endpoint = m_id,
            .mode = m_options.mode,
            .readMode = effectiveReadMode(m_options),
            .mayRead = m_options.access != Access::Outbound,
            .mayWrite = m_options.access != Access::Inbound,
            .synchronous = m_options.io == IoModel::Synchronous,
            .options = m_options.connection};
}

void Server::creatingFailed(const Error& error)
{
    // Once, however long it lasts: it is tried twice a second. That the system allows no more instances
    // is no error as long as some are there.
    const bool isExpected = error.kind == ErrorKind::InstanceLimit && !m_instances.empty();
    if (!isExpected && m_createError != error) {
        m_createError = error;
        report({}, error);
    }
    m_retry.start(m_context.events.monotonicNs() + listenRetryNs, [this] { keepListening(); });
}

ConnectionId Server::onClientArrived(Instance& instance)
{
    const ConnectionId connection = m_registry.newConnection();
    m_registry.add(connection, instance);
    return connection;
}

void Server::onConnected(Instance& /*instance*/)
{
    keepListening();
}

void Server::onClosing(Instance& /*instance*/)
{
    // A new instance is there before the old one goes, so that the name is never free in between.
    keepListening();
}

void Server::onClosed(Instance& instance)
{
    const auto place = std::ranges::find(m_instances, &instance, &std::unique_ptr<Instance>::get);
    m_registry.retire(std::move(*place));
    m_instances.erase(place);
    endWhenEmpty();
    if (!m_closing) {
        m_retry.stop(); // there may be room now
        keepListening();
    }
}

void Server::close(CloseMode mode, CloseReason reason)
{
    m_closing = true;
    m_retry.stop();
    std::vector<Instance*> all;
    all.reserve(m_instances.size());
    for (const auto& instance : m_instances) {
        all.push_back(instance.get());
    }
    for (Instance* const instance : all) {
        instance->close(mode, reason);
    }
    endWhenEmpty();
}

void Server::endWhenEmpty()
{
    if (!m_closing || m_ended || !m_instances.empty() || !hasNoMore()) {
        return;
    }
    m_ended = true;
    ended();
}

void Server::sendToAll(const Cause& cause, Outgoing payload)
{
    std::vector<Instance*> connected;
    for (const auto& instance : m_instances) {
        if (takesSends(instance->state())) {
            connected.push_back(instance.get());
        }
    }
    if (connected.empty()) {
        report(cause.operation, refuse("no client is connected", ErrorKind::NoSuchTarget).error());
        return;
    }
    for (Instance* const instance : connected) {
        instance->send(cause, payload.share());
    }
}

} // namespace pipecore
