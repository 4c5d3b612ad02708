#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace pipecore {

/// How the pipe carries data. Windows: PIPE_TYPE_BYTE / PIPE_TYPE_MESSAGE, and for the reading side
/// PIPE_READMODE_BYTE / PIPE_READMODE_MESSAGE. Elsewhere: SOCK_STREAM / SOCK_SEQPACKET.
enum class PipeMode : std::uint8_t { Byte, Message };

/// Which way data flows, always seen from the server as Windows has it: PIPE_ACCESS_DUPLEX,
/// PIPE_ACCESS_INBOUND (client to server), PIPE_ACCESS_OUTBOUND (server to client).
enum class Access : std::uint8_t { Duplex, Inbound, Outbound };

/// Access of a client: GENERIC_READ, GENERIC_WRITE or both.
enum class ClientAccess : std::uint8_t { ReadWrite, Read, Write };

/// A client's access as its server would have to name it, and back.
[[nodiscard]] constexpr Access asServerAccess(ClientAccess access)
{
    switch (access) {
    case ClientAccess::Read: return Access::Outbound;
    case ClientAccess::Write: return Access::Inbound;
    case ClientAccess::ReadWrite: break;
    }
    return Access::Duplex;
}
[[nodiscard]] constexpr ClientAccess asClientAccess(Access access)
{
    switch (access) {
    case Access::Outbound: return ClientAccess::Read;
    case Access::Inbound: return ClientAccess::Write;
    case Access::Duplex: break;
    }
    return ClientAccess::ReadWrite;
}

/// How operations on the handle run. Windows only.
enum class IoModel : std::uint8_t {
    /// FILE_FLAG_OVERLAPPED: reads and writes run concurrently, on the engine's thread.
    Overlapped,
    /// A handle without it, with blocking calls on threads of their own. The system runs one operation
    /// of such a handle at a time: a write waits as long as a read is pending, and two ends that both
    /// wait for the other's word wait for ever. Offered for comparison.
    Synchronous,
};

/// Handling of an instance after its client has left. Windows only.
enum class InstancePolicy : std::uint8_t {
    Fresh, ///< CloseHandle; the next client gets an instance of its own
    Reuse, ///< DisconnectNamedPipe; the next client gets the same instance
};

/// How a client waits for a pipe that is not there or busy.
enum class WaitPolicy : std::uint8_t {
    KeepTrying,   ///< through "no such pipe" and "all instances busy", until the timeout
    WaitThenOpen, ///< WaitNamedPipe, then CreateFile: through "busy" only. Windows only
    FailAtOnce,   ///< one CreateFile (connect(2))
};

/// Security quality of service: the server's use of the client's identity. The SECURITY_x
/// flags of CreateFile, always with SECURITY_SQOS_PRESENT.
enum class SqosLevel : std::uint8_t {
    Anonymous,      ///< SECURITY_ANONYMOUS: it may not even see it
    Identification, ///< SECURITY_IDENTIFICATION: see it and check access with it
    Impersonation,  ///< SECURITY_IMPERSONATION: act as the client on the server's computer
    Delegation,     ///< SECURITY_DELEGATION: act as the client on other computers too
};

enum class Role : std::uint8_t { Server, Client };

/// Operating system of the pipes. The options of both are plain data on both.
enum class System : std::uint8_t { Windows, Unix };

#ifdef _WIN32
inline constexpr System thisSystem = System::Windows;
#else
inline constexpr System thisSystem = System::Unix;
#endif

// Each option is described once, in option_entries.cpp: its name, its limits, on which system it does
// something, and in words. A new one is a member here and an entry there.

/// Options of a connection, for either end.
struct ConnectionOptions
{
    /// Bytes one read asks the system for, 1 to 16 MiB. A longer message is read in fragments and
    /// still delivered as one. With AF_UNIX a message is always read whole.
    std::size_t readSize = 64 * 1024;
    /// Bytes of memory that may wait to be written before sends are refused with WouldBlock: payloads, and
    /// some 80 bytes for each, so that empty messages are bounded too.
    std::size_t writeQueueLimit = 64 * 1024 * 1024;
    /// Bytes after which a message that does not end is delivered in parts (Message::continues).
    std::size_t messageLimit = 64 * 1024 * 1024;
    /// Time a graceful close waits for the peer to read queued data.
    std::chrono::milliseconds drainTime{5000};
    /// Send everything received back at once, from the engine's own thread.
    bool echo = false;

    friend bool operator==(const ConnectionOptions&, const ConnectionOptions&) = default;
};

/// Clients at once of a server without a limit, and of one with synchronous handles, each of which
/// takes threads.
constexpr std::uint32_t maxUnlimitedClients = 1000;
constexpr std::uint32_t maxSynchronousClients = 64;

/// How a server is made: the arguments of CreateNamedPipe with their safe values as defaults.
struct ServerOptions
{
    /// Any spelling PipeName::parse takes. UTF-8.
    std::string name;
    /// PIPE_TYPE_x.
    PipeMode mode = PipeMode::Message;
    /// PIPE_READMODE_x of our end; unset, it is that of `mode`. Messages cannot be read from a byte
    /// pipe. With AF_UNIX always as `mode`.
    std::optional<PipeMode> readMode{};
    /// PIPE_ACCESS_x.
    Access access = Access::Duplex;
    /// Clients at once: nMaxInstances, 1 to 254; 0 is PIPE_UNLIMITED_INSTANCES, and
    /// the server itself takes maxUnlimitedClients or maxSynchronousClients. With AF_UNIX further
    /// clients wait in the backlog until an instance is free.
    std::uint32_t instances = 0;
    /// nOutBufferSize and nInBufferSize in bytes, 0 leaves it to the system; SO_SNDBUF and SO_RCVBUF.
    std::uint32_t outBufferSize = 64 * 1024;
    std::uint32_t inBufferSize = 64 * 1024;
    /// nDefaultTimeOut: how long a client waits that calls WaitNamedPipe with
    /// NMPWAIT_USE_DEFAULT_WAIT; 0 is Windows' 50 ms.
    std::chrono::milliseconds defaultTimeout{0};
    /// FILE_FLAG_FIRST_PIPE_INSTANCE: fail when another server holds the name, instead of joining it.
    bool firstInstance = true;
    /// PIPE_REJECT_REMOTE_CLIENTS.
    bool rejectRemote = true;
    /// FILE_FLAG_WRITE_THROUGH: a write to a client on another computer completes when the data is
    /// there, not when it is in a buffer here. Without meaning for clients on this one.
    bool writeThrough = false;
    /// lpSecurityAttributes as a security descriptor in SDDL; empty is the safe default: full access
    /// for the current user, Administrators and SYSTEM only. Windows only.
    std::string sddl{};
    InstancePolicy policy = InstancePolicy::Fresh;
    IoModel io = IoModel::Overlapped;
    /// Permissions of the socket file, 0 to 0777: to connect takes the right to write. AF_UNIX only.
    std::uint32_t fileMode = 0600;
    /// Clients that may wait to be accepted, 1 to 65535; the system may allow fewer
    /// (net.core.somaxconn). AF_UNIX only.
    std::uint32_t backlog = 4096;
    ConnectionOptions connection;

    friend bool operator==(const ServerOptions&, const ServerOptions&) = default;
};

/// How a client connects: the arguments of CreateFile and SetNamedPipeHandleState.
struct ClientOptions
{
    /// Any spelling PipeName::parse takes. UTF-8.
    std::string name;
    ClientAccess access = ClientAccess::ReadWrite;
    /// The read mode set after opening. With AF_UNIX it is the socket's type and must be the server's.
    PipeMode mode = PipeMode::Message;
    WaitPolicy wait = WaitPolicy::KeepTrying;
    /// How long `wait` waits; zero tries once, except that WaitThenOpen takes the server's default.
    std::chrono::milliseconds timeout{5000};
    SqosLevel sqos = SqosLevel::Identification;
    /// SECURITY_EFFECTIVE_ONLY: the server does not see groups and privileges that are switched off.
    bool effectiveOnly = false;
    /// SECURITY_CONTEXT_TRACKING: the server sees changes of our identity after we connected.
    bool contextTracking = false;
    /// FILE_SHARE_READ and FILE_SHARE_WRITE. A pipe's end is its opener's alone; passed on as asked.
    bool shareRead = false;
    bool shareWrite = false;
    /// FILE_FLAG_WRITE_THROUGH, as for a server.
    bool writeThrough = false;
    IoModel io = IoModel::Overlapped;
    /// SO_SNDBUF and SO_RCVBUF in bytes, 0 leaves it to the system; not used on Windows, where the
    /// server sets the buffers.
    std::uint32_t bufferSize = 64 * 1024;
    ConnectionOptions connection;

    friend bool operator==(const ClientOptions&, const ClientOptions&) = default;
};

/// A message and its reply: open, TransactNamedPipe, close.
struct CallOptions
{
    /// Any spelling PipeName::parse takes, also of another computer. UTF-8.
    std::string name;
    Bytes request;
    /// Bytes of the reply that are taken, 1 to 16 MiB; the rest of a longer one is lost.
    std::size_t replyLimit = 64 * 1024;
    /// How long to wait for a free instance; zero takes the server's default. The reply itself is
    /// waited for without a limit, unless the connection is closed.
    std::chrono::milliseconds timeout{5000};
    /// All in one CallNamedPipe. That call cannot say how far the server may go: it may act as this user.
    bool callNamedPipe = false;

    friend bool operator==(const CallOptions&, const CallOptions&) = default;
};

/// How a relay is made: the name that it serves, and the target that it opens for each client.
struct RelayOptions
{
    ServerOptions server;
    /// Mode and access as the server's.
    ClientOptions target;
    /// Clients of other users than PipeScope's are served as well, with PipeScope's rights.
    bool allowOtherUsers = false;

    friend bool operator==(const RelayOptions&, const RelayOptions&) = default;
};

/// The read mode a server's end has: its own, or that of the pipe's type.
[[nodiscard]] inline PipeMode effectiveReadMode(const ServerOptions& options)
{
    return options.readMode.value_or(options.mode);
}

/// Checks everything that can be wrong without asking the system. The first mistake, as
/// InvalidArgument with the option, the value and its limits in `detail`. Any thread.
[[nodiscard]] Result<void> validate(const ServerOptions& options);
[[nodiscard]] Result<void> validate(const ClientOptions& options);
[[nodiscard]] Result<void> validate(const CallOptions& options);
/// Also: mode and access of both sides agree, both are overlapped, none echoes, and the target is another
/// name.
[[nodiscard]] Result<void> validate(const RelayOptions& options);

} // namespace pipecore
