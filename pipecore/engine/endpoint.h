#pragma once

#include "instance/instance.h"
#include "registry.h"

namespace pipecore {

/// A server or a client that the user started. Engine's thread.
class Endpoint : public InstanceOwner
{
public:
    Endpoint(EngineContext context, Registry& registry, EndpointId id,
             std::shared_ptr<TrafficHandler> handler)
        : InstanceOwner(std::move(handler))
        , m_context(context)
        , m_registry(registry)
        , m_id(id)
    {}

    /// Ends everything below it; Registry::endpointEnded() follows when the last of it is gone.
    virtual void close(CloseMode mode, CloseReason reason) = 0;
    /// The sink has room again: clients may come.
    virtual void resumeListening() {}
    /// Queues a payload for everybody connected; failures are events of the operation.
    virtual void sendToAll(const Cause& cause, Outgoing payload) = 0;

protected:
    template <typename Body>
    void publish(Body&& body)
    {
        m_context.events.publish(m_id, {}, std::forward<Body>(body));
    }
    void report(OperationId operation, const Error& error)
    {
        publish(Failed{.operation = operation, .error = error, .outcomeUnknown = false});
    }
    /// Says that the endpoint is over. Call once; it is destroyed after the current completion, and
    /// then EndpointClosed is reported.
    void ended() { m_registry.endpointEnded(m_id); }

    EngineContext m_context;
    Registry& m_registry;
    EndpointId m_id;
};

} // namespace pipecore
