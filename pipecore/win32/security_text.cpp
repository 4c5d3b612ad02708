#include "win32/security_text.h"

#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <windows.h>
// windows.h must come before them.
#include <aclapi.h>
#include <sddl.h>

#include <memory>

namespace pipecore::win32 {
namespace {

struct FreeLocal
{
    void operator()(void* memory) const { LocalFree(memory); }
};
template <typename T>
using LocalMemory = std::unique_ptr<T, FreeLocal>;

constexpr SECURITY_INFORMATION everything = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION
                                            | DACL_SECURITY_INFORMATION
                                            | LABEL_SECURITY_INFORMATION;

Result<std::string> sidText(PSID sid)
{
    if (sid == nullptr) {
        return refuse("the security descriptor names nobody", ErrorKind::NotFound);
    }
    wchar_t* text = nullptr;
    if (ConvertSidToStringSidW(sid, &text) == FALSE) {
        return std::unexpected(lastError("ConvertSidToStringSid"));
    }
    const LocalMemory<wchar_t> owned(text);
    return toUtf8(text);
}

Result<std::string> accountName(PSID sid)
{
    if (sid == nullptr) {
        return refuse("the security descriptor names nobody", ErrorKind::NotFound);
    }
    std::wstring name(256, L'\0');
    std::wstring domain(256, L'\0');
    DWORD nameSize = static_cast<DWORD>(name.size());
    DWORD domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use{};
    if (LookupAccountSidW(nullptr, sid, name.data(), &nameSize, domain.data(), &domainSize, &use)
        == FALSE) {
        return std::unexpected(lastError("LookupAccountSid"));
    }
    name.resize(nameSize);
    domain.resize(domainSize);
    return toUtf8(domain.empty() ? name : domain + L'\\' + name);
}

Result<std::string> sddlText(PSECURITY_DESCRIPTOR descriptor)
{
    wchar_t* text = nullptr;
    if (ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1,
                                                             everything, &text, nullptr)
        == FALSE) {
        return std::unexpected(lastError("ConvertSecurityDescriptorToStringSecurityDescriptor"));
    }
    const LocalMemory<wchar_t> owned(text);
    if (*text == L'\0') {
        return refuse("the system tells no security descriptor", ErrorKind::NotFound);
    }
    return toUtf8(text);
}

} // namespace

Result<SecurityText> securityOf(HANDLE handle)
{
    PSID owner = nullptr;
    PSID group = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    const DWORD code = GetSecurityInfo(handle, SE_KERNEL_OBJECT, everything, &owner, &group,
                                       nullptr, nullptr, &descriptor);
    if (code != ERROR_SUCCESS) {
        return std::unexpected(makeError("GetSecurityInfo", code));
    }
    const LocalMemory<void> owned(descriptor);
    return SecurityText{.owner = accountName(owner),
                        .ownerId = sidText(owner),
                        .group = accountName(group),
                        .groupId = sidText(group),
                        .sddl = sddlText(descriptor)};
}

} // namespace pipecore::win32
