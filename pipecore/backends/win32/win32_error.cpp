#include "win32_error.h"

#include <utility>

namespace pipecore::win32 {
namespace {

/// ERROR_HANDLES_CLOSED, which the headers of MinGW-w64 do not have.
constexpr DWORD handlesClosed = 676;

/// Meanings of codes for any call.
ErrorKind generalKind(DWORD code)
{
    switch (code) {
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
    case ERROR_REM_NOT_LIST:
    case ERROR_BAD_NETPATH:
    case ERROR_BAD_NET_NAME:
    case ERROR_NO_NET_OR_BAD_PATH:
    case ERROR_NETWORK_UNREACHABLE:
    case ERROR_HOST_UNREACHABLE: return ErrorKind::NotFound;
    case ERROR_PIPE_BUSY: return ErrorKind::Busy;
    case ERROR_SEM_TIMEOUT:
    case WAIT_TIMEOUT:
    case ERROR_TIMEOUT: return ErrorKind::TimedOut;
    case ERROR_OPERATION_ABORTED:
    case ERROR_CANCELLED:
    // A pending ConnectNamedPipe reports this when its handle is closed.
    case handlesClosed: return ErrorKind::Cancelled;
    case ERROR_ACCESS_DENIED:
    case ERROR_NETWORK_ACCESS_DENIED:
    case ERROR_INVALID_PASSWORD:
    case ERROR_LOGON_FAILURE:
    case ERROR_PRIVILEGE_NOT_HELD: return ErrorKind::AccessDenied;
    case ERROR_BROKEN_PIPE:
    case ERROR_NO_DATA:
    case ERROR_PIPE_NOT_CONNECTED:
    case ERROR_NETNAME_DELETED: return ErrorKind::PeerClosed;
    case ERROR_TOO_MANY_OPEN_FILES:
    case ERROR_NOT_ENOUGH_MEMORY:
    case ERROR_OUTOFMEMORY:
    case ERROR_NO_SYSTEM_RESOURCES:
    case ERROR_NONPAGED_SYSTEM_RESOURCES:
    case ERROR_PAGED_SYSTEM_RESOURCES:
    case ERROR_WORKING_SET_QUOTA:
    case ERROR_COMMITMENT_LIMIT:
    case ERROR_NOT_ENOUGH_QUOTA: return ErrorKind::Resources;
    case ERROR_INVALID_PARAMETER:
    case ERROR_INVALID_NAME:
    case ERROR_BAD_PATHNAME:
    case ERROR_FILENAME_EXCED_RANGE: return ErrorKind::InvalidArgument;
    case ERROR_INVALID_FUNCTION:
    case ERROR_NOT_SUPPORTED:
    case ERROR_CALL_NOT_IMPLEMENTED: return ErrorKind::NotSupported;
    default: return ErrorKind::Io;
    }
}

} // namespace

ErrorKind kindOf(std::string_view api, DWORD code)
{
    if (api == "CreateNamedPipe" && code == ERROR_PIPE_BUSY) {
        return ErrorKind::InstanceLimit;
    }
    if (api == "ConnectNamedPipe" && code == ERROR_NO_DATA) {
        return ErrorKind::ClientGone;
    }
    // The only argument that can be wrong is a message read mode on a pipe of bytes.
    if (api == "SetNamedPipeHandleState" && code == ERROR_INVALID_PARAMETER) {
        return ErrorKind::WrongType;
    }
    // How OpenProcess says that no process has this number.
    if (api == "OpenProcess" && code == ERROR_INVALID_PARAMETER) {
        return ErrorKind::NotFound;
    }
    // An information class that this version of the system does not know.
    if (api == "NtQueryInformationProcess" && code == ERROR_INVALID_PARAMETER) {
        return ErrorKind::NotSupported;
    }
    return generalKind(code);
}

Error makeError(std::string_view api, DWORD code, std::string detail)
{
    return {.kind = kindOf(api, code),
            .domain = ErrorDomain::Win32,
            .code = code,
            .api = api,
            .detail = std::move(detail)};
}

Error lastError(std::string_view api)
{
    const DWORD code = GetLastError();
    return makeError(api, code);
}

bool meansPeerClosed(DWORD code)
{
    return generalKind(code) == ErrorKind::PeerClosed;
}

} // namespace pipecore::win32
