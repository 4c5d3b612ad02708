// Every option of servers, clients and calls, described once.
#include "option_member.h"
#include "pipecore/base/translatable.h"
#include "pipecore/model/option_table.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;
// Linux doubles SO_SNDBUF and SO_RCVBUF in an int.
constexpr std::int64_t maxBufferSize = 512 * mebibyte;
constexpr std::int64_t maxReadSize = 16 * mebibyte;
constexpr std::int64_t maxQueueSize = 4096 * mebibyte;
constexpr std::int64_t maxMessageSize = 1024 * mebibyte;
constexpr std::int64_t maxInstanceCount = 254; // 255 is PIPE_UNLIMITED_INSTANCES
constexpr std::int64_t maxBacklog = 65535;
constexpr std::int64_t dayInMs = std::int64_t{24} * 60 * 60 * 1000;

template <typename Options, std::size_t... Sizes>
constexpr auto joined(const std::array<Option<Options>, Sizes>&... parts)
{
    std::array<Option<Options>, (Sizes + ...)> all{};
    auto* place = all.begin();
    ((place = std::ranges::copy(parts, place).out), ...);
    return all;
}

// Options that servers, clients and calls have in common.

template <typename Options>
constexpr Option<Options> nameOption()
{
    return memberOption<Options, &Options::name>(
        {.key = "name",
         .kind = OptionKind::Name,
         .help = PIPECORE_TR("Option", "orders, \\\\.\\pipe\\orders or \\\\server\\pipe\\orders; "
                                       "on Linux also a socket path")});
}

template <typename Options>
constexpr std::array<Option<Options>, 2> handleOptions()
{
    return {
        flagOption<Options, &Options::io, IoModel::Synchronous, IoModel::Overlapped>(
            {.key = "sync",
             .help = PIPECORE_TR("Option", "synchronous handle: one read or write at a time"),
             .windowsTerms = "without FILE_FLAG_OVERLAPPED",
             .only = System::Windows,
             .notOnUnix =
                 PIPECORE_TR("ErrorDetail", "synchronous handles exist only on Windows: AF_UNIX "
                                            "sockets always read and write concurrently")},
            [](const Options& options) { return options.io == IoModel::Synchronous; }),
        memberOption<Options, &Options::writeThrough>(
            {.key = "write-through",
             .help = PIPECORE_TR(
                 "Option",
                 "complete remote writes only when the data has arrived at the other computer"),
             .windowsTerms = "FILE_FLAG_WRITE_THROUGH",
             .only = System::Windows}),
    };
}

template <typename Options>
constexpr std::array<Option<Options>, 5> connectionOptions()
{
    constexpr auto connection = &Options::connection;
    return {
        memberOption<Options, connection, &ConnectionOptions::echo>(
            {.key = "echo",
             .help = PIPECORE_TR("Option", "echo received data (done by the engine)")}),
        memberOption<Options, connection, &ConnectionOptions::readSize>(
            {.key = "read-size",
             .kind = OptionKind::Size,
             .help = PIPECORE_TR("Option", "size of one read; on Windows, longer messages are read "
                                           "in parts and delivered whole"),
             .low = 1,
             .high = maxReadSize,
             .rangeRefusal =
                 PIPECORE_TR("ErrorDetail", "read size is %1: %2 to %3 bytes are allowed")}),
        memberOption<Options, connection, &ConnectionOptions::writeQueueLimit>(
            {.key = "write-queue-limit",
             .kind = OptionKind::Size,
             .help = PIPECORE_TR("Option", "refuse sends while more bytes than this are queued"),
             .low = 1,
             .high = maxQueueSize,
             .rangeRefusal = PIPECORE_TR("ErrorDetail",
                                         "write queue limit is %1: %2 to %3 bytes are allowed")}),
        memberOption<Options, connection, &ConnectionOptions::messageLimit>(
            {.key = "message-limit",
             .kind = OptionKind::Size,
             .help = PIPECORE_TR("Option", "split longer messages into parts of this size"),
             .low = 1,
             .high = maxMessageSize,
             .rangeRefusal =
                 PIPECORE_TR("ErrorDetail", "message limit is %1: %2 to %3 bytes are allowed")}),
        memberOption<Options, connection, &ConnectionOptions::drainTime>(
            {.key = "drain-time",
             .kind = OptionKind::Time,
             .help = PIPECORE_TR(
                 "Option", "how long a graceful disconnect waits for the peer to read; 0: no wait"),
             .high = dayInMs,
             .rangeRefusal = PIPECORE_TR("ErrorDetail",
                                         "drain time is %1: %2 to %3 milliseconds are allowed")}),
    };
}

constexpr std::array serverOwn = std::to_array<Option<ServerOptions>>({
    nameOption<ServerOptions>(),
    memberOption<ServerOptions, &ServerOptions::mode>(
        {.key = "mode",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "whether the pipe carries messages or bytes"),
         .windowsTerms = "PIPE_TYPE_MESSAGE, PIPE_TYPE_BYTE",
         .unixTerms = "SOCK_SEQPACKET, SOCK_STREAM"}),
    memberOption<ServerOptions, &ServerOptions::access>(
        {.key = "access",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "direction of the data, seen from the server"),
         .windowsTerms = "PIPE_ACCESS_DUPLEX, PIPE_ACCESS_INBOUND, PIPE_ACCESS_OUTBOUND",
         .unixTerms = "shutdown(2)"}),
    memberOption<ServerOptions, &ServerOptions::instances>(
        {.key = "instances",
         .kind = OptionKind::Number,
         .help = PIPECORE_TR("Option", "maximum number of clients, 1 to 254; 0: unlimited"),
         .windowsTerms = "nMaxInstances, PIPE_UNLIMITED_INSTANCES",
         .unixTerms = "accept(2) waits for one to leave",
         .high = maxInstanceCount,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "instances is %1: %2 to %3 (0: unlimited) are allowed")}),
    memberOption<ServerOptions, &ServerOptions::outBufferSize>(
        {.key = "out-buffer",
         .kind = OptionKind::Size,
         .help = PIPECORE_TR("Option", "buffer for data not yet read by the client; 0: none on "
                                       "Windows (each write waits for its reader), the default on "
                                       "Linux"),
         .windowsTerms = "nOutBufferSize",
         .unixTerms = "SO_SNDBUF",
         .high = maxBufferSize,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "outgoing buffer is %1: %2 to %3 bytes are allowed")}),
    memberOption<ServerOptions, &ServerOptions::inBufferSize>(
        {.key = "in-buffer",
         .kind = OptionKind::Size,
         .help = PIPECORE_TR("Option", "buffer for data not yet read from the client; 0: none on "
                                       "Windows (each write waits for its reader), the default on "
                                       "Linux"),
         .windowsTerms = "nInBufferSize",
         .unixTerms = "SO_RCVBUF",
         .high = maxBufferSize,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "incoming buffer is %1: %2 to %3 bytes are allowed")}),
    memberOption<ServerOptions, &ServerOptions::sddl>(
        {.key = "sddl",
         .kind = OptionKind::Sddl,
         .help = PIPECORE_TR("Option", "security descriptor of the pipe; default: full access for "
                                       "the current user, Administrators and SYSTEM"),
         .windowsTerms = "lpSecurityAttributes",
         .only = System::Windows,
         .notOnUnix = PIPECORE_TR(
             "ErrorDetail", "AF_UNIX sockets have no security descriptor: choose the file mode")},
        [](const ServerOptions& options) { return !options.sddl.empty(); }),
    flagOption<ServerOptions, &ServerOptions::rejectRemote, false, true>(
        {.key = "allow-remote",
         .help = PIPECORE_TR("Option",
                             "accept clients on other computers; default: only local clients"),
         .windowsTerms = "without PIPE_REJECT_REMOTE_CLIENTS",
         .only = System::Windows}),
    memberOption<ServerOptions, &ServerOptions::firstInstance>(
        {.key = "first-instance",
         .help = PIPECORE_TR(
             "Option",
             "fail if the name is already served; off: join that server and share its clients"),
         .windowsTerms = "FILE_FLAG_FIRST_PIPE_INSTANCE",
         .only = System::Windows}),
    memberOption<ServerOptions, &ServerOptions::readMode>(
        {.key = "read-mode",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "how this end reads a message pipe; default: as messages"),
         .windowsTerms = "PIPE_READMODE_MESSAGE, PIPE_READMODE_BYTE",
         .only = System::Windows,
         .notOnUnix = PIPECORE_TR(
             "ErrorDetail", "AF_UNIX sockets have no separate read mode: the type decides it")},
        [](const ServerOptions& options) { return effectiveReadMode(options) != options.mode; }),
    flagOption<ServerOptions, &ServerOptions::policy, InstancePolicy::Reuse, InstancePolicy::Fresh>(
        {.key = "reuse",
         .help = PIPECORE_TR(
             "Option",
             "reuse the instance for the next client; data the last client has not read is lost"),
         .windowsTerms = "DisconnectNamedPipe in place of CloseHandle",
         .only = System::Windows,
         .notOnUnix =
             PIPECORE_TR("ErrorDetail",
                         "AF_UNIX gives each client its own socket: instances cannot be reused")},
        [](const ServerOptions& options) { return options.policy == InstancePolicy::Reuse; }),
    memberOption<ServerOptions, &ServerOptions::defaultTimeout>(
        {.key = "default-timeout",
         .kind = OptionKind::Time,
         .help =
             PIPECORE_TR("Option", "default timeout of clients that call WaitNamedPipe; 0: 50 ms"),
         .windowsTerms = "nDefaultTimeOut, NMPWAIT_USE_DEFAULT_WAIT",
         .only = System::Windows,
         .high = dayInMs,
         .rangeRefusal = PIPECORE_TR("ErrorDetail",
                                     "default timeout is %1: %2 to %3 milliseconds are allowed")}),
    memberOption<ServerOptions, &ServerOptions::fileMode>(
        {.key = "file-mode",
         .kind = OptionKind::Octal,
         .help = PIPECORE_TR("Option",
                             "octal file mode of the socket; connecting requires write permission"),
         .unixTerms = "chmod(2)",
         .only = System::Unix,
         .high = 0777,
         .rangeRefusal = PIPECORE_TR("ErrorDetail", "file mode is %1: 0000 to 0777 are allowed")}),
    memberOption<ServerOptions, &ServerOptions::backlog>(
        {.key = "backlog",
         .kind = OptionKind::Number,
         .help =
             PIPECORE_TR("Option", "maximum number of pending clients; the system may lower it"),
         .unixTerms = "listen(2), net.core.somaxconn",
         .only = System::Unix,
         .low = 1,
         .high = maxBacklog,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "backlog is %1: %2 to %3 clients are allowed")}),
});

constexpr std::array clientOwn = std::to_array<Option<ClientOptions>>({
    nameOption<ClientOptions>(),
    memberOption<ClientOptions, &ClientOptions::mode>(
        {.key = "mode",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR(
             "Option", "how this end reads; on Linux it must match the type of the server's pipe"),
         .windowsTerms = "SetNamedPipeHandleState, PIPE_READMODE_MESSAGE, PIPE_READMODE_BYTE",
         .unixTerms = "SOCK_SEQPACKET, SOCK_STREAM"}),
    memberOption<ClientOptions, &ClientOptions::access>(
        {.key = "access",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "direction of the server's pipe, seen from the server"),
         .windowsTerms = "GENERIC_READ, GENERIC_WRITE",
         .unixTerms = "shutdown(2)"}),
    memberOption<ClientOptions, &ClientOptions::wait>(
        {.key = "wait",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "if the pipe does not exist or is busy: retry; wait with "
                                       "WaitNamedPipe (busy only); or fail"),
         .windowsTerms = "CreateFile, WaitNamedPipe",
         .unixTerms = "connect(2)",
         .notOnUnix =
             PIPECORE_TR("ErrorDetail", "WaitNamedPipe exists only on Windows: choose to retry")},
        [](const ClientOptions& options) { return options.wait == WaitPolicy::WaitThenOpen; }),
    memberOption<ClientOptions, &ClientOptions::timeout>(
        {.key = "timeout",
         .kind = OptionKind::Time,
         .help = PIPECORE_TR("Option", "how long to wait for the pipe; 0: one attempt, or the "
                                       "server's default for WaitNamedPipe"),
         .high = dayInMs,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "timeout is %1: %2 to %3 milliseconds are allowed")}),
    memberOption<ClientOptions, &ClientOptions::sqos>(
        {.key = "sqos",
         .kind = OptionKind::Choice,
         .help = PIPECORE_TR("Option", "impersonation level granted to the server"),
         .windowsTerms = "SECURITY_SQOS_PRESENT with SECURITY_ANONYMOUS, SECURITY_IDENTIFICATION, "
                         "SECURITY_IMPERSONATION or SECURITY_DELEGATION",
         .only = System::Windows}),
    memberOption<ClientOptions, &ClientOptions::effectiveOnly>(
        {.key = "effective-only",
         .help = PIPECORE_TR(
             "Option",
             "hide disabled groups and privileges, so that the server cannot enable them"),
         .windowsTerms = "SECURITY_EFFECTIVE_ONLY",
         .only = System::Windows}),
    memberOption<ClientOptions, &ClientOptions::contextTracking>(
        {.key = "context-tracking",
         .help = PIPECORE_TR("Option", "let the server see later changes of the identity; default: "
                                       "the identity at connect time"),
         .windowsTerms = "SECURITY_CONTEXT_TRACKING",
         .only = System::Windows}),
    memberOption<ClientOptions, &ClientOptions::shareRead>(
        {.key = "share-read",
         .help = PIPECORE_TR(
             "Option", "FILE_SHARE_READ; without effect, because a pipe instance has one client"),
         .windowsTerms = "FILE_SHARE_READ",
         .only = System::Windows}),
    memberOption<ClientOptions, &ClientOptions::shareWrite>(
        {.key = "share-write",
         .help = PIPECORE_TR(
             "Option", "FILE_SHARE_WRITE; without effect, because a pipe instance has one client"),
         .windowsTerms = "FILE_SHARE_WRITE",
         .only = System::Windows}),
    memberOption<ClientOptions, &ClientOptions::bufferSize>(
        {.key = "buffer",
         .kind = OptionKind::Size,
         .help =
             PIPECORE_TR("Option", "buffer size at each end of the connection; 0: system default"),
         .unixTerms = "SO_SNDBUF, SO_RCVBUF",
         .only = System::Unix,
         .high = maxBufferSize,
         .rangeRefusal = PIPECORE_TR("ErrorDetail", "buffer is %1: %2 to %3 bytes are allowed")}),
});

constexpr std::array serverOptions =
    joined(serverOwn, handleOptions<ServerOptions>(), connectionOptions<ServerOptions>());
constexpr std::array clientOptions =
    joined(clientOwn, handleOptions<ClientOptions>(), connectionOptions<ClientOptions>());

constexpr std::array callOptions = std::to_array<Option<CallOptions>>({
    nameOption<CallOptions>(),
    memberOption<CallOptions, &CallOptions::request>(
        {.key = "request",
         .kind = OptionKind::Payload,
         .help = PIPECORE_TR("Option", "message to send"),
         .windowsTerms = "TransactNamedPipe, lpInBuffer",
         .high = maxMessageSize,
         .rangeRefusal = PIPECORE_TR("ErrorDetail", "request is %1: %2 to %3 bytes are allowed")}),
    memberOption<CallOptions, &CallOptions::timeout>(
        {.key = "timeout",
         .kind = OptionKind::Time,
         .help = PIPECORE_TR("Option", "how long to wait for a free instance; 0: the server's "
                                       "default. The wait for the reply has no limit"),
         .windowsTerms = "WaitNamedPipe, nTimeOut",
         .high = dayInMs,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "timeout is %1: %2 to %3 milliseconds are allowed")}),
    memberOption<CallOptions, &CallOptions::replyLimit>(
        {.key = "reply-limit",
         .kind = OptionKind::Size,
         .help =
             PIPECORE_TR("Option", "maximum size of the reply; the rest of a longer reply is lost"),
         .windowsTerms = "TransactNamedPipe, nOutBufferSize",
         .low = 1,
         .high = maxReadSize,
         .rangeRefusal =
             PIPECORE_TR("ErrorDetail", "reply limit is %1: %2 to %3 bytes are allowed")}),
    memberOption<CallOptions, &CallOptions::callNamedPipe>(
        {.key = "call-named-pipe",
         .help = PIPECORE_TR("Option", "make one CallNamedPipe of it: the server may then act as "
                                       "you, which it otherwise may not"),
         .windowsTerms = "CallNamedPipe",
         .only = System::Windows}),
});

} // namespace

template <>
std::span<const Option<ServerOptions>> optionsOf<ServerOptions>()
{
    return serverOptions;
}
template <>
std::span<const Option<ClientOptions>> optionsOf<ClientOptions>()
{
    return clientOptions;
}
template <>
std::span<const Option<CallOptions>> optionsOf<CallOptions>()
{
    return callOptions;
}

} // namespace pipecore
