#include "client.h"

#include <utility>

namespace pipecore {

Client::Client(EngineContext context, Registry& registry, EndpointId id, ClientOptions options,
               std::shared_ptr<TrafficHandler> handler)
    : Endpoint(context, registry, id, std::move(handler))
    , m_options(std::move(options))
{}

void Client::start(const PipeName& name, ConnectionId connection)
{
    opened(name);
    // The other policies wait in the system, or not at all.
    const bool keepsTrying = m_options.wait == WaitPolicy::KeepTrying;
    begin(m_context.backend.createClient(name, m_options), connection,
          keepsTrying ? m_options.timeout : std::chrono::milliseconds::zero(), {});
}

void Client::call(const PipeName& name, ConnectionId connection, CallOptions options)
{
    opened(name);
    auto channel = m_context.backend.createCall(name, options);
    begin(std::move(channel), connection, std::chrono::milliseconds::zero(),
          {.payload = std::make_shared<const Bytes>(std::move(options.request)),
           .goesWithOpening = options.callNamedPipe});
}

void Client::opened(const PipeName& name)
{
    publish(EndpointOpened{.role = Role::Client,
                           .mode = m_options.mode,
                           .access = asServerAccess(m_options.access),
                           .instances = 1,
                           .name = std::make_shared<const std::string>(name.display())});
}

void Client::begin(Result<std::unique_ptr<Channel>> channel, ConnectionId connection,
                   std::chrono::milliseconds timeout, Request request)
{
    if (!channel) {
        report({}, channel.error());
        ended();
        return;
    }
    const Instance::Traits traits{.endpoint = m_id,
                                  .mode = m_options.mode,
                                  .readMode = m_options.mode,
                                  .mayRead = m_options.access != ClientAccess::Write,
                                  .mayWrite =
                                      m_options.access != ClientAccess::Read && !request.payload,
                                  .synchronous = m_options.io == IoModel::Synchronous,
                                  .request = std::move(request.payload),
                                  .requestGoesWithOpening = request.goesWithOpening,
                                  .options = m_options.connection};
    m_instance = std::make_unique<Instance>(m_context, *this, traits, std::move(*channel));
    m_registry.add(connection, *m_instance);
    m_instance->connect(connection, timeout);
}

void Client::close(CloseMode mode, CloseReason reason)
{
    if (m_instance) {
        m_instance->close(mode, reason);
    }
}

void Client::sendToAll(const Cause& cause, Outgoing payload)
{
    if (m_instance) {
        m_instance->send(cause, std::move(payload));
    }
}

ConnectionId Client::onClientArrived(Instance& instance)
{
    return instance.connection();
}

void Client::onConnected(Instance& /*instance*/) {}

void Client::onClosing(Instance& /*instance*/) {}

void Client::onClosed(Instance& /*instance*/)
{
    m_registry.retire(std::move(m_instance));
    ended();
}

} // namespace pipecore
