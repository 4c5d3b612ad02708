#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace pipecore {

/// Life of one pipe instance (server) or one client end.
///
///     Created -> Listening -> Connected -> PeerGone -> Closing -> Closed
///     Created -> Connecting -> Connected -> Draining -> Closing -> Closed
///     Connected -> InputEnded -> PeerGone or Draining
///     Connected -> OutputEnded -> PeerGone or Draining
enum class InstanceState : std::uint8_t {
    Created,    ///< exists, nothing started
    Listening,  ///< a server's instance waits for a client (ConnectNamedPipe is pending)
    Connecting, ///< a client waits through "not found" and "busy"
    Connected,  ///< both ends are there
    InputEnded, ///< the peer sends no more and still reads (AF_UNIX: it shut its sending side down)
    OutputEnded, ///< we send no more and still read
    PeerGone,    ///< the peer is gone; pending operations are being collected
    Draining,    ///< graceful close: no new sends, queued ones are still being written
    Closing,     ///< operations in flight were cancelled; waiting for the last of them
    Closed,      ///< no operation in flight, the handle is given back; the end
};

/// Triggers of the state machine of an instance.
enum class InstanceTrigger : std::uint8_t {
    Listen,       ///< the accept was started
    StartConnect, ///< the first attempt was started
    PeerArrived,  ///< accept or connect completed
    InputEnded,  ///< a read reported the end of the peer's sending, and the peer is still connected
    OutputEnded, ///< asked to send no more, and everything queued is written
    PeerLeft,    ///< a read or write reported the end
    CloseGraceful, ///< asked to close once everything queued is written
    CloseAbortive, ///< asked to close now; also: failed, timed out, engine stops
    Drained,       ///< the write queue became empty, or its time ran out
    LastOperation, ///< no operation is in flight any more
};

/// The one transition table. Empty when the trigger means nothing in that state, which is reported as an
/// error and changes nothing.
[[nodiscard]] std::optional<InstanceState> nextState(InstanceState state, InstanceTrigger trigger);

/// Whether a connection in this state takes what we send.
[[nodiscard]] constexpr bool takesSends(InstanceState state)
{
    return state == InstanceState::Connected || state == InstanceState::InputEnded;
}

/// Whether both ends of a connection are there.
[[nodiscard]] constexpr bool hasBothEnds(InstanceState state)
{
    return takesSends(state) || state == InstanceState::OutputEnded;
}

/// English name of a state ("listening").
[[nodiscard]] std::string_view stateName(InstanceState state);
/// English name of a trigger ("peer arrived").
[[nodiscard]] std::string_view triggerName(InstanceTrigger trigger);

} // namespace pipecore
