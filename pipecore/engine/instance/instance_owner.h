#pragma once

#include "pipecore/model/ids.h"

namespace pipecore {

class Instance;

/// What an instance tells the endpoint it belongs to.
class InstanceOwner
{
public:
    InstanceOwner() = default;
    InstanceOwner(const InstanceOwner&) = delete;
    InstanceOwner& operator=(const InstanceOwner&) = delete;
    virtual ~InstanceOwner() = default;

    /// A client came to a listening instance: the connection's number, from now on known by it.
    virtual ConnectionId onClientArrived(Instance& instance) = 0;
    /// The connection was reported; its reading has not begun.
    virtual void onConnected(Instance& instance) = 0;
    /// Nothing is in flight and the handle is about to be given back.
    virtual void onClosing(Instance& instance) = 0;
    /// The instance is at its end; the owner may destroy it after the current completion.
    virtual void onClosed(Instance& instance) = 0;
};

} // namespace pipecore
