#pragma once

#include "pipecore/model/options.h"

#include <windows.h>

#include <optional>

namespace pipecore::win32 {

// From options to the arguments of CreateNamedPipe and CreateFile: pure functions without a system
// call, for any thread. The documentation of these two calls is the source of every line.

/// dwOpenMode: PIPE_ACCESS_x, FILE_FLAG_OVERLAPPED unless synchronous, FILE_FLAG_WRITE_THROUGH, and
/// for the first instance FILE_FLAG_FIRST_PIPE_INSTANCE when it is asked for.
[[nodiscard]] DWORD serverOpenMode(const ServerOptions& options, bool firstInstance);

/// dwPipeMode: PIPE_TYPE_x, PIPE_READMODE_x, PIPE_WAIT, PIPE_REJECT_REMOTE_CLIENTS or
/// PIPE_ACCEPT_REMOTE_CLIENTS.
[[nodiscard]] DWORD serverPipeMode(const ServerOptions& options);

/// nMaxInstances: 0 becomes PIPE_UNLIMITED_INSTANCES.
[[nodiscard]] DWORD maxInstances(std::uint32_t instances);

/// dwDesiredAccess of a client. Setting the read mode needs FILE_WRITE_ATTRIBUTES, which is part of
/// GENERIC_WRITE but not of GENERIC_READ.
[[nodiscard]] DWORD clientAccessRights(const ClientOptions& options);

/// dwShareMode of a client: FILE_SHARE_READ, FILE_SHARE_WRITE.
[[nodiscard]] DWORD clientShareMode(const ClientOptions& options);

/// dwFlagsAndAttributes of a client: SECURITY_SQOS_PRESENT with the level asked for,
/// SECURITY_EFFECTIVE_ONLY, SECURITY_CONTEXT_TRACKING, FILE_FLAG_WRITE_THROUGH, and
/// FILE_FLAG_OVERLAPPED unless synchronous.
[[nodiscard]] DWORD clientFlags(const ClientOptions& options);

/// lpMode of SetNamedPipeHandleState: PIPE_READMODE_x with PIPE_WAIT.
[[nodiscard]] DWORD handleState(PipeMode readMode);

/// The mode to set with SetNamedPipeHandleState after opening; nullopt leaves the handle as it is
/// opened, in byte read mode. An end that only writes has no use for a read mode.
[[nodiscard]] std::optional<DWORD> clientReadMode(const ClientOptions& options);

/// nTimeOut of WaitNamedPipe and CallNamedPipe: zero is NMPWAIT_USE_DEFAULT_WAIT, the server's own.
/// A time that would read as NMPWAIT_NOWAIT (1) or NMPWAIT_WAIT_FOREVER becomes its neighbour.
[[nodiscard]] DWORD waitTime(std::chrono::milliseconds timeout);

} // namespace pipecore::win32
