#pragma once

#include <windows.h>

namespace pipecore::win32 {

// How a pipe is opened to be looked at: the arguments of CreateFile.

/// The least that answers anything: no data can be read or written with it, and no instance made.
/// CreateFile adds SYNCHRONIZE by itself.
constexpr DWORD inspectionRights = FILE_READ_ATTRIBUTES | READ_CONTROL;
/// The same for pipes that do not show their security descriptor.
constexpr DWORD inspectionRightsWithoutSecurity = FILE_READ_ATTRIBUTES;
/// The server may know who looks, and may not act as them.
constexpr DWORD inspectionFlags = SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION;

} // namespace pipecore::win32
