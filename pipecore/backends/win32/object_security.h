#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"

#include <windows.h>

namespace pipecore::win32 {

/// The parts of a security descriptor that READ_CONTROL lets one read: owner, group, access list and
/// integrity label.
inline constexpr SECURITY_INFORMATION readableSecurity =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION
    | LABEL_SECURITY_INFORMATION;

/// These parts of the object behind a handle with READ_CONTROL, self-relative
/// (GetKernelObjectSecurity). Any thread.
[[nodiscard]] Result<Bytes> objectSecurity(HANDLE object);

} // namespace pipecore::win32
