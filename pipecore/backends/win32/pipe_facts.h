#pragma once

#include "pipecore/model/pipe_facts.h"

#include <windows.h>

namespace pipecore::win32 {

/// GetNamedPipeInfo, GetNamedPipeHandleState and PeekNamedPipe for one handle. On an overlapped handle
/// none of them blocks. Any thread.
[[nodiscard]] PipeFacts readPipeFacts(HANDLE pipe);

} // namespace pipecore::win32
