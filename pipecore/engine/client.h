#pragma once

#include "endpoint.h"

#include <memory>

namespace pipecore {

/// A client: one connection, and gone when that has ended.
class Client final : public Endpoint
{
public:
    /// `handler` may be null.
    Client(EngineContext context, Registry& registry, EndpointId id, ClientOptions options,
           std::shared_ptr<TrafficHandler> handler);

    void start(const PipeName& name, ConnectionId connection);
    /// The one-shot transaction, in place of start().
    void call(const PipeName& name, ConnectionId connection, CallOptions options);
    void close(CloseMode mode, CloseReason reason) override;
    void sendToAll(const Cause& cause, Outgoing payload) override;

    ConnectionId onClientArrived(Instance& instance) override;
    void onConnected(Instance& instance) override;
    void onClosing(Instance& instance) override;
    void onClosed(Instance& instance) override;

private:
    /// The request of a one-shot call; null: there is none.
    struct Request
    {
        std::shared_ptr<const Bytes> payload{};
        bool goesWithOpening = false; ///< as Instance::Traits has it
    };

    void opened(const PipeName& name);
    void begin(Result<std::unique_ptr<Channel>> channel, ConnectionId connection,
               std::chrono::milliseconds timeout, Request request);

    ClientOptions m_options;
    std::unique_ptr<Instance> m_instance;
};

} // namespace pipecore
