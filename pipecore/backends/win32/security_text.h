#pragma once

#include "pipecore/base/error.h"

#include <windows.h>

#include <string>

namespace pipecore::win32 {

/// A security descriptor in words. UTF-8.
struct SecurityText
{
    Result<std::string> owner;   ///< `DOMAIN\name`
    Result<std::string> ownerId; ///< `S-1-5-…`
    Result<std::string> group;
    Result<std::string> groupId;
    Result<std::string> sddl; ///< owner, group, DACL and integrity label
};

/// The descriptor of the kernel object behind a handle with READ_CONTROL: GetKernelObjectSecurity,
/// ConvertSecurityDescriptorToStringSecurityDescriptor, LookupAccountSid. May block while an account
/// is looked up on another computer. Any thread.
[[nodiscard]] Result<SecurityText> securityOf(HANDLE handle);

} // namespace pipecore::win32
