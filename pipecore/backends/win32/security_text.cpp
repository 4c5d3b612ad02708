#include "security_text.h"

#include "account_name.h"
#include "local_memory.h"
#include "object_security.h"
#include "utf16.h"
#include "win32_error.h"

#include <sddl.h>

namespace pipecore::win32 {
namespace {

Result<std::string> sddlText(PSECURITY_DESCRIPTOR descriptor)
{
    wchar_t* text = nullptr;
    if (ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1,
                                                             readableSecurity, &text, nullptr)
        == FALSE) {
        return std::unexpected(lastError("ConvertSecurityDescriptorToStringSecurityDescriptor"));
    }
    const LocalMemory<wchar_t> owned(text);
    if (*text == L'\0') {
        return refuse("the system reports no security descriptor", ErrorKind::NotFound);
    }
    return toUtf8(text);
}

} // namespace

Result<SecurityText> securityOf(HANDLE handle)
{
    auto bytes = objectSecurity(handle);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    PSECURITY_DESCRIPTOR descriptor = bytes->data();
    PSID owner = nullptr;
    PSID group = nullptr;
    BOOL isDefault = FALSE;
    if (GetSecurityDescriptorOwner(descriptor, &owner, &isDefault) == FALSE) {
        return std::unexpected(lastError("GetSecurityDescriptorOwner"));
    }
    if (GetSecurityDescriptorGroup(descriptor, &group, &isDefault) == FALSE) {
        return std::unexpected(lastError("GetSecurityDescriptorGroup"));
    }
    return SecurityText{.owner = accountName(owner),
                        .ownerId = sidText(owner),
                        .group = accountName(group),
                        .groupId = sidText(group),
                        .sddl = sddlText(descriptor)};
}

} // namespace pipecore::win32
