#pragma once

#include "pipecore/engine/traffic_handler.h"
#include "pipecore/model/ids.h"

#include <memory>
#include <utility>

namespace pipecore {

class Instance;

/// The endpoint that an instance belongs to, as the instance sees it.
class InstanceOwner
{
public:
    explicit InstanceOwner(std::shared_ptr<TrafficHandler> handler) : m_handler(std::move(handler))
    {}
    InstanceOwner(const InstanceOwner&) = delete;
    InstanceOwner& operator=(const InstanceOwner&) = delete;
    virtual ~InstanceOwner() = default;

    /// A client came to a listening instance: the connection's number, from now on known by it.
    virtual ConnectionId onClientArrived(Instance& instance) = 0;
    /// The connection was reported; its reading has not begun.
    virtual void onConnected(Instance& instance) = 0;
    /// Called with no operation in flight, before the handle is closed.
    virtual void onClosing(Instance& instance) = 0;
    /// The instance is at its end; the owner may destroy it after the current completion.
    virtual void onClosed(Instance& instance) = 0;

    /// Handler of received messages; null: they are published.
    [[nodiscard]] TrafficHandler* handler() const { return m_handler.get(); }
    void setHandler(std::shared_ptr<TrafficHandler> handler) { m_handler = std::move(handler); }

private:
    std::shared_ptr<TrafficHandler> m_handler;
};

} // namespace pipecore
