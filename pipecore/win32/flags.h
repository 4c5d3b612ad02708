#pragma once

#include "pipecore/options.h"

#include <windows.h>

#include <optional>

namespace pipecore::win32 {

// From options to the arguments of CreateNamedPipe and CreateFile: pure functions without a system
// call, for any thread. The documentation of these two calls is the source of every line.

/// dwOpenMode: PIPE_ACCESS_x, FILE_FLAG_OVERLAPPED, and for the first instance
/// FILE_FLAG_FIRST_PIPE_INSTANCE.
[[nodiscard]] DWORD serverOpenMode(Access access, bool firstInstance);

/// dwPipeMode: PIPE_TYPE_x with the read mode of the same kind, PIPE_WAIT,
/// PIPE_REJECT_REMOTE_CLIENTS.
[[nodiscard]] DWORD serverPipeMode(PipeMode mode);

/// nMaxInstances: 0 becomes PIPE_UNLIMITED_INSTANCES.
[[nodiscard]] DWORD maxInstances(std::uint32_t instances);

/// dwDesiredAccess of a client. Setting the read mode needs FILE_WRITE_ATTRIBUTES, which is part of
/// GENERIC_WRITE but not of GENERIC_READ.
[[nodiscard]] DWORD clientAccessRights(const ClientOptions& options);

/// dwFlagsAndAttributes of a client: overlapped, and the server may see who we are but not act as
/// us (SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION).
[[nodiscard]] DWORD clientFlags();

/// The mode to set with SetNamedPipeHandleState after opening; nullopt leaves the handle as it is
/// opened, in byte read mode. An end that only writes has no use for a read mode.
[[nodiscard]] std::optional<DWORD> clientReadMode(const ClientOptions& options);

} // namespace pipecore::win32
