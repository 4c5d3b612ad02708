#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <windows.h>

#include <cstdint>

namespace pipecore::win32 {

/// FILE_PIPE_x_STATE of ntifs.h.
enum class PipeState : std::uint32_t {
    Disconnected = 1,
    Listening = 2,
    Connected = 3,
    Closing = 4
};

/// Which way data flow in the pipe behind a handle with FILE_READ_ATTRIBUTES, as the server sees it
/// (NtQueryInformationFile, FilePipeLocalInformation). Any thread.
[[nodiscard]] Result<Access> pipeAccess(HANDLE pipe);
/// How far the conversation at this end is, likewise.
[[nodiscard]] Result<PipeState> pipeState(HANDLE pipe);

} // namespace pipecore::win32
