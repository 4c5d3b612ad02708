#include "flags.h"

#include <algorithm>

namespace pipecore::win32 {

DWORD serverOpenMode(const ServerOptions& options, bool firstInstance)
{
    DWORD mode = options.io == IoModel::Overlapped ? FILE_FLAG_OVERLAPPED : 0;
    switch (options.access) {
    case Access::Duplex: mode |= PIPE_ACCESS_DUPLEX; break;
    case Access::Inbound: mode |= PIPE_ACCESS_INBOUND; break;
    case Access::Outbound: mode |= PIPE_ACCESS_OUTBOUND; break;
    }
    if (firstInstance && options.firstInstance) {
        mode |= FILE_FLAG_FIRST_PIPE_INSTANCE;
    }
    if (options.writeThrough) {
        mode |= FILE_FLAG_WRITE_THROUGH;
    }
    return mode;
}

DWORD serverPipeMode(const ServerOptions& options)
{
    DWORD mode = PIPE_WAIT;
    mode |= options.rejectRemote ? PIPE_REJECT_REMOTE_CLIENTS : PIPE_ACCEPT_REMOTE_CLIENTS;
    mode |= options.mode == PipeMode::Message ? PIPE_TYPE_MESSAGE : PIPE_TYPE_BYTE;
    mode |= effectiveReadMode(options) == PipeMode::Message ? PIPE_READMODE_MESSAGE
                                                            : PIPE_READMODE_BYTE;
    return mode;
}

DWORD maxInstances(std::uint32_t instances)
{
    return instances == 0 ? PIPE_UNLIMITED_INSTANCES : instances;
}

DWORD clientAccessRights(const ClientOptions& options)
{
    switch (options.access) {
    case ClientAccess::ReadWrite: return GENERIC_READ | GENERIC_WRITE;
    case ClientAccess::Write: return GENERIC_WRITE;
    case ClientAccess::Read: break;
    }
    if (clientReadMode(options)) {
        return GENERIC_READ | FILE_WRITE_ATTRIBUTES;
    }
    return GENERIC_READ;
}

DWORD clientShareMode(const ClientOptions& options)
{
    DWORD mode = 0;
    if (options.shareRead) {
        mode |= FILE_SHARE_READ;
    }
    if (options.shareWrite) {
        mode |= FILE_SHARE_WRITE;
    }
    return mode;
}

DWORD clientFlags(const ClientOptions& options)
{
    DWORD flags = SECURITY_SQOS_PRESENT;
    switch (options.sqos) {
    case SqosLevel::Anonymous: flags |= SECURITY_ANONYMOUS; break;
    case SqosLevel::Identification: flags |= SECURITY_IDENTIFICATION; break;
    case SqosLevel::Impersonation: flags |= SECURITY_IMPERSONATION; break;
    case SqosLevel::Delegation: flags |= SECURITY_DELEGATION; break;
    }
    if (options.effectiveOnly) {
        flags |= SECURITY_EFFECTIVE_ONLY;
    }
    if (options.contextTracking) {
        flags |= SECURITY_CONTEXT_TRACKING;
    }
    if (options.writeThrough) {
        flags |= FILE_FLAG_WRITE_THROUGH;
    }
    if (options.io == IoModel::Overlapped) {
        flags |= FILE_FLAG_OVERLAPPED;
    }
    return flags;
}

DWORD handleState(PipeMode readMode)
{
    // With PIPE_WAIT, which is 0 like PIPE_READMODE_BYTE: PIPE_NOWAIT is for programs of old.
    return readMode == PipeMode::Message ? PIPE_READMODE_MESSAGE : PIPE_READMODE_BYTE;
}

std::optional<DWORD> clientReadMode(const ClientOptions& options)
{
    if (options.mode == PipeMode::Message && options.access != ClientAccess::Write) {
        return handleState(PipeMode::Message);
    }
    return std::nullopt;
}

DWORD waitTime(std::chrono::milliseconds timeout)
{
    if (timeout.count() == 0) {
        return NMPWAIT_USE_DEFAULT_WAIT;
    }
    constexpr std::int64_t minTime = NMPWAIT_NOWAIT + 1;
    constexpr std::int64_t maxTime = NMPWAIT_WAIT_FOREVER - std::int64_t{1};
    return static_cast<DWORD>(std::clamp<std::int64_t>(timeout.count(), minTime, maxTime));
}

} // namespace pipecore::win32
