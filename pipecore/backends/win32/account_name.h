#pragma once

#include "pipecore/base/error.h"

#include <windows.h>

#include <string>

namespace pipecore::win32 {

/// "S-1-5-18" (ConvertSidToStringSid). NotFound for null. Any thread.
[[nodiscard]] Result<std::string> sidText(PSID sid);

/// `DOMAIN\name` of a SID, binary or in its text form (LookupAccountSid). NotFound for null, and for a
/// SID without an account. It may ask a domain controller and wait for the network: not for the engine's
/// thread.
[[nodiscard]] Result<std::string> accountName(PSID sid);
[[nodiscard]] Result<std::string> accountName(const std::string& sid);

} // namespace pipecore::win32
