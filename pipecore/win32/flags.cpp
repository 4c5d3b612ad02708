#include "win32/flags.h"

namespace pipecore::win32 {

DWORD serverOpenMode(Access access, bool firstInstance)
{
    DWORD mode = FILE_FLAG_OVERLAPPED;
    switch (access) {
    case Access::Duplex: mode |= PIPE_ACCESS_DUPLEX; break;
    case Access::Inbound: mode |= PIPE_ACCESS_INBOUND; break;
    case Access::Outbound: mode |= PIPE_ACCESS_OUTBOUND; break;
    }
    if (firstInstance) {
        mode |= FILE_FLAG_FIRST_PIPE_INSTANCE;
    }
    return mode;
}

DWORD serverPipeMode(PipeMode mode)
{
    constexpr DWORD always = PIPE_WAIT | PIPE_REJECT_REMOTE_CLIENTS;
    if (mode == PipeMode::Message) {
        return always | PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE;
    }
    return always | PIPE_TYPE_BYTE | PIPE_READMODE_BYTE;
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

DWORD clientFlags()
{
    return FILE_FLAG_OVERLAPPED | SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION;
}

std::optional<DWORD> clientReadMode(const ClientOptions& options)
{
    if (options.mode == PipeMode::Message && options.access != ClientAccess::Write) {
        return PIPE_READMODE_MESSAGE | PIPE_WAIT;
    }
    return std::nullopt;
}

} // namespace pipecore::win32
