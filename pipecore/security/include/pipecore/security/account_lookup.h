#pragma once

#include "pipecore/base/error.h"
#include "pipecore/security/security_check.h"
#include "pipecore/security/sid.h"

#include <string>
#include <string_view>

namespace pipecore {

// System calls about accounts: each function makes system calls and may block (accounts of
// a domain are asked for over the network). Any thread. NotSupported on other systems.

/// User of this process (OpenProcessToken, GetTokenInformation). Windows.
[[nodiscard]] Result<Sid> currentUser();
/// All of this process's token that an access check looks at. Windows.
[[nodiscard]] Result<AccessSubject> currentSubject();

/// Finds an account from user input: a SID, two letters, a well-known English name on every
/// system; any name of this computer or domain on Windows (LookupAccountName). NotFound, NotSupported.
[[nodiscard]] Result<Sid> findAccount(std::string_view text);
/// `COMPUTER\name` of a SID (LookupAccountSid). NotFound. Windows.
[[nodiscard]] Result<std::string> accountName(const Sid& sid);

/// The system's own part of findAccount(): a name that is not well-known.
[[nodiscard]] Result<Sid> lookUpAccount(std::string_view name);

} // namespace pipecore
