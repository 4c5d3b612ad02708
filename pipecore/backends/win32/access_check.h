#pragma once

#include "pipecore/model/identity.h"

#include <windows.h>

namespace pipecore::win32 {

/// Whether a client with `token` (an impersonation token, at identification level or above, opened with
/// TOKEN_QUERY) could open `target` for `requested`: AccessCheck with the target's security descriptor, which
/// is read as ourselves with READ_CONTROL and nothing else. It may wait for a network drive.
[[nodiscard]] Result<AccessAnswer> checkAccess(HANDLE token, const AccessTarget& target,
                                               RequestedAccess requested);

} // namespace pipecore::win32
