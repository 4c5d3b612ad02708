#pragma once

#include "pipecore/base/error.h"

#include <windows.h>

#include <string>
#include <string_view>

namespace pipecore::win32 {

/// Meaning of a code that `api` reports. The same number means different things in different
/// calls: 231 is "busy" from CreateFile and "no further instance" from CreateNamedPipe. Any thread.
[[nodiscard]] ErrorKind kindOf(std::string_view api, DWORD code);

/// An error value for a code that was taken from somewhere else than GetLastError(). `api` must be
/// a string literal. Any thread.
[[nodiscard]] Error makeError(std::string_view api, DWORD code, std::string detail = {});

/// The calling thread's GetLastError() as a value. Call it on the line after the failed call: every
/// other call may change it. `api` must be a string literal.
[[nodiscard]] Error lastError(std::string_view api);

/// True for the codes with which a read or write says that the other end is gone.
[[nodiscard]] bool meansPeerClosed(DWORD code);

} // namespace pipecore::win32
