#pragma once

#include "pipecore/security/security.h"

#include <windows.h>

namespace pipecore::win32 {

/// A valid SID of the system as a value.
[[nodiscard]] Sid toSid(PSID sid);

/// The user of a token that was opened with TOKEN_QUERY (GetTokenInformation, TokenUser). Any thread.
[[nodiscard]] Result<Sid> userOf(HANDLE token);
/// User, groups and integrity level of such a token.
[[nodiscard]] Result<AccessSubject> subjectOf(HANDLE token);
/// The user a process runs as (OpenProcess, OpenProcessToken).
[[nodiscard]] Result<Sid> userOfProcess(DWORD processId);

} // namespace pipecore::win32
