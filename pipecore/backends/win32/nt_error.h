#pragma once

#include "pipecore/base/error.h"

#include <windows.h>
// windows.h must come before it.
#include <winternl.h>

#include <string_view>

namespace pipecore::win32 {

/// The failure of a native system call, with the Win32 code that stands for its status
/// (RtlNtStatusToDosError) and the status itself in `detail`. `api` must be a string literal. Any
/// thread.
[[nodiscard]] Error ntError(std::string_view api, NTSTATUS status);

} // namespace pipecore::win32
