#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <cstdint>
#include <optional>
#include <string>

namespace pipecore {

/// Properties set when the pipe was created (GetNamedPipeInfo; SO_TYPE, SO_SNDBUF, SO_RCVBUF).
struct PipeInfo
{
    PipeMode type = PipeMode::Message;
    std::uint32_t outBufferSize =
        0; ///< bytes; with AF_UNIX of our socket, as the kernel counts them
    std::uint32_t inBufferSize = 0;
    std::uint32_t maxInstances = 0; ///< 0: no limit
};

/// Current state of this handle (GetNamedPipeHandleState).
struct HandleState
{
    PipeMode readMode = PipeMode::Message;
    bool nonBlocking = false;    ///< PIPE_NOWAIT, for old programs only
    std::uint32_t instances = 0; ///< of the pipe, at this moment
    /// Data that a remote client collects before sending; unset elsewhere.
    std::optional<std::uint32_t> collectionBytes;
    std::optional<std::uint32_t> collectionMs;
};

/// Pending data (PeekNamedPipe; FIONREAD and SIOCOUTQ).
struct Waiting
{
    std::uint32_t bytes = 0; ///< to be read by us
    /// Of the first message that waits; unset in byte mode and with AF_UNIX.
    std::optional<std::uint32_t> leftInMessage;
    /// Written by us and not read by the peer; unset on Windows, which does not tell.
    std::optional<std::uint32_t> unreadByPeer;
};

/// System's facts of a connection, read anew each time. Every part is there, or the error that
/// kept it from being known.
struct PipeFacts
{
    Result<PipeInfo> info;
    Result<HandleState> state;
    Result<Waiting> waiting;
};

} // namespace pipecore
