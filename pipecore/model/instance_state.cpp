#include "pipecore/model/instance_state.h"

#include <array>

namespace pipecore {
namespace {

using S = InstanceState;
using T = InstanceTrigger;

struct Transition
{
    S from;
    T trigger;
    S to;
};

constexpr std::array transitions{
    Transition{S::Created, T::Listen, S::Listening},
    Transition{S::Created, T::StartConnect, S::Connecting},
    // The first attempt may fail for good before anything was in flight.
    Transition{S::Created, T::CloseAbortive, S::Closing},
    Transition{S::Listening, T::PeerArrived, S::Connected},
    Transition{S::Listening, T::CloseGraceful, S::Closing},
    Transition{S::Listening, T::CloseAbortive, S::Closing},
    Transition{S::Connecting, T::PeerArrived, S::Connected},
    Transition{S::Connecting, T::CloseGraceful, S::Closing},
    Transition{S::Connecting, T::CloseAbortive, S::Closing},
    Transition{S::Connected, T::InputEnded, S::InputEnded},
    Transition{S::Connected, T::PeerLeft, S::PeerGone},
    Transition{S::Connected, T::CloseGraceful, S::Draining},
    Transition{S::Connected, T::CloseAbortive, S::Closing},
    // Windows' pipes have no such half of an end.
    Transition{S::Connected, T::OutputEnded, S::OutputEnded},
    Transition{S::InputEnded, T::PeerLeft, S::PeerGone},
    Transition{S::InputEnded, T::CloseGraceful, S::Draining},
    Transition{S::InputEnded, T::CloseAbortive, S::Closing},
    Transition{S::OutputEnded, T::PeerLeft, S::PeerGone},
    Transition{S::OutputEnded, T::CloseGraceful, S::Draining},
    Transition{S::OutputEnded, T::CloseAbortive, S::Closing},
    Transition{S::PeerGone, T::Drained, S::Closing},
    Transition{S::PeerGone, T::CloseGraceful, S::PeerGone},
    Transition{S::PeerGone, T::CloseAbortive, S::Closing},
    Transition{S::Draining, T::Drained, S::Closing},
    Transition{S::Draining, T::InputEnded, S::Draining},
    Transition{S::Draining, T::PeerLeft, S::PeerGone},
    Transition{S::Draining, T::CloseGraceful, S::Draining},
    Transition{S::Draining, T::CloseAbortive, S::Closing},
    Transition{S::Closing, T::LastOperation, S::Closed},
    Transition{S::Closing, T::CloseGraceful, S::Closing},
    Transition{S::Closing, T::CloseAbortive, S::Closing},
};

} // namespace

std::optional<InstanceState> nextState(InstanceState state, InstanceTrigger trigger)
{
    for (const Transition& transition : transitions) {
        if (transition.from == state && transition.trigger == trigger) {
            return transition.to;
        }
    }
    return std::nullopt;
}

std::string_view stateName(InstanceState state)
{
    switch (state) {
    case S::Created: return "created";
    case S::Listening: return "listening";
    case S::Connecting: return "connecting";
    case S::Connected: return "connected";
    case S::InputEnded: return "half closed";
    case S::OutputEnded: return "half closed by us";
    case S::PeerGone: return "peer gone";
    case S::Draining: return "draining";
    case S::Closing: return "closing";
    case S::Closed: return "closed";
    }
    return "unknown";
}

std::string_view triggerName(InstanceTrigger trigger)
{
    switch (trigger) {
    case T::Listen: return "listen";
    case T::StartConnect: return "start to connect";
    case T::PeerArrived: return "peer arrived";
    case T::InputEnded: return "peer ended its sending";
    case T::OutputEnded: return "we send no more";
    case T::PeerLeft: return "peer left";
    case T::CloseGraceful: return "close";
    case T::CloseAbortive: return "abort";
    case T::Drained: return "drained";
    case T::LastOperation: return "last operation";
    }
    return "unknown";
}

} // namespace pipecore
