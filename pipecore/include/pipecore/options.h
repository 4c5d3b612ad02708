#pragma once

#include "pipecore/error.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace pipecore {

/// How the pipe carries data. Windows: PIPE_TYPE_BYTE / PIPE_TYPE_MESSAGE, and for the reading side
/// PIPE_READMODE_BYTE / PIPE_READMODE_MESSAGE. Elsewhere: SOCK_STREAM / SOCK_SEQPACKET.
enum class PipeMode : std::uint8_t { Byte, Message };

/// Which way data flows, always seen from the server as Windows has it: PIPE_ACCESS_DUPLEX,
/// PIPE_ACCESS_INBOUND (client to server), PIPE_ACCESS_OUTBOUND (server to client).
enum class Access : std::uint8_t { Duplex, Inbound, Outbound };

/// What a client opens the pipe for: GENERIC_READ, GENERIC_WRITE or both.
enum class ClientAccess : std::uint8_t { ReadWrite, Read, Write };

enum class Role : std::uint8_t { Server, Client };

/// What holds for one conversation, whichever end we are.
struct ConnectionOptions
{
    /// Bytes one read asks the system for, 1 to 16 MiB. A longer message is read in fragments and
    /// still delivered as one. With AF_UNIX a message is always read whole.
    std::size_t readSize = 64 * 1024;
    /// Bytes of payload that may wait to be written before sends are refused with WouldBlock.
    std::size_t writeQueueLimit = 64 * 1024 * 1024;
    /// Bytes after which a message that does not end is delivered in parts (Data::continues).
    std::size_t messageLimit = 64 * 1024 * 1024;
    /// How long a graceful close waits for the peer to take what is queued.
    std::chrono::milliseconds drainTime{5000};
    /// Send everything received back at once, from the engine's own thread.
    bool echo = false;
};

/// How a server is made: the arguments of CreateNamedPipe with their safe values as defaults.
struct ServerOptions
{
    /// Any spelling PipeName::parse takes. UTF-8.
    std::string name;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex;
    /// Clients at once: nMaxInstances, 1 to 254; 0 is PIPE_UNLIMITED_INSTANCES. With AF_UNIX further
    /// clients wait in the backlog until an instance is free.
    std::uint32_t instances = 0;
    /// nOutBufferSize and nInBufferSize in bytes, 0 leaves it to the system; SO_SNDBUF and SO_RCVBUF.
    std::uint32_t outBufferSize = 64 * 1024;
    std::uint32_t inBufferSize = 64 * 1024;
    ConnectionOptions connection;
};

/// How a client connects: the arguments of CreateFile and SetNamedPipeHandleState.
struct ClientOptions
{
    /// Any spelling PipeName::parse takes. UTF-8.
    std::string name;
    ClientAccess access = ClientAccess::ReadWrite;
    /// The read mode set after opening. With AF_UNIX it is the socket's type and must be the server's.
    PipeMode mode = PipeMode::Message;
    /// How long to wait through "no such pipe" and "all instances busy"; zero tries once.
    std::chrono::milliseconds timeout{5000};
    /// SO_SNDBUF and SO_RCVBUF in bytes, 0 leaves it to the system; not used on Windows, where the
    /// server sets the buffers.
    std::uint32_t bufferSize = 64 * 1024;
    ConnectionOptions connection;
};

/// Checks everything that can be wrong without asking the system. The first mistake, as
/// InvalidArgument with the option, the value and its limits in `detail`. Any thread.
[[nodiscard]] Result<void> validate(const ServerOptions& options);
[[nodiscard]] Result<void> validate(const ClientOptions& options);

} // namespace pipecore
