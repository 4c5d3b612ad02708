#pragma once

#include "endpoint.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pipecore {

/// A server: holds the name, and keeps instances listening as long as the limit allows.
class Server : public Endpoint
{
public:
    /// `handler` may be null.
    Server(EngineContext context, Registry& registry, EndpointId id, ServerOptions options,
           std::shared_ptr<TrafficHandler> handler);

    /// Takes the name and listens, or reports why not and ends.
    void start(const PipeName& name);
    void close(CloseMode mode, CloseReason reason) override;
    void resumeListening() override;
    void sendToAll(const Cause& cause, Outgoing payload) override;

    ConnectionId onClientArrived(Instance& instance) override;
    void onConnected(Instance& instance) override;
    void onClosing(Instance& instance) override;
    void onClosed(Instance& instance) override;

protected:
    [[nodiscard]] const ServerOptions& options() const { return m_options; }
    /// How its instances are made.
    [[nodiscard]] virtual Instance::Traits traits() const;
    /// As EndpointOpened::target.
    [[nodiscard]] virtual std::string target() const { return {}; }
    /// Nothing but its own instances keeps it from ending.
    [[nodiscard]] virtual bool hasNoMore() const { return true; }
    void endWhenEmpty();

private:
    void keepListening();
    /// Adds a listening instance. False when the system refuses; it is tried again later.
    bool addInstance();
    [[nodiscard]] std::size_t maxClients() const;
    void reportFull();
    void creatingFailed(const Error& error);

    ServerOptions m_options;
    std::unique_ptr<Listener> m_listener; ///< outlives the instances
    std::vector<std::unique_ptr<Instance>> m_instances;
    Timer m_retry; ///< the system would not let it make an instance; try again later
    std::optional<Error> m_createError; ///< why it made none; it was reported
    bool m_reportedFull = false;        ///< that the bound of a server without a limit was reached
    bool m_closing = false;
    bool m_ended = false;
};

} // namespace pipecore
