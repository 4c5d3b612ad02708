#pragma once

#include "pipecore/identity.h"

#include <windows.h>

#include <string>

namespace pipecore::win32 {

/// "S-1-5-18" (ConvertSidToStringSid). Any thread.
[[nodiscard]] Result<std::string> sidText(PSID sid);

/// `DOMAIN\name` of a SID in its text form (LookupAccountSid). It may ask a domain controller and wait
/// for the network: not for the engine's thread.
[[nodiscard]] Result<std::string> accountName(const std::string& sid);

} // namespace pipecore::win32
