#include "win32/account_name.h"

#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <sddl.h>

#include <memory>

namespace pipecore::win32 {
namespace {

struct LocalFreer
{
    void operator()(void* memory) const { LocalFree(memory); }
};

} // namespace

Result<std::string> sidText(PSID sid)
{
    wchar_t* text = nullptr;
    if (ConvertSidToStringSidW(sid, &text) == FALSE) {
        return std::unexpected(lastError("ConvertSidToStringSid"));
    }
    const std::unique_ptr<wchar_t, LocalFreer> owned(text);
    return toUtf8(text);
}

Result<std::string> accountName(const std::string& sid)
{
    const auto wide = toUtf16(sid);
    if (!wide) {
        return std::unexpected(wide.error());
    }
    PSID binary = nullptr;
    if (ConvertStringSidToSidW(wide->c_str(), &binary) == FALSE) {
        return std::unexpected(lastError("ConvertStringSidToSid"));
    }
    const std::unique_ptr<void, LocalFreer> owned(binary);
    // Names of accounts have at most 256 characters, of domains 255.
    std::wstring name(257, L'\0');
    std::wstring domain(257, L'\0');
    auto nameSize = static_cast<DWORD>(name.size());
    auto domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use = SidTypeUnknown;
    if (LookupAccountSidW(nullptr, binary, name.data(), &nameSize, domain.data(), &domainSize, &use)
        == FALSE) {
        return std::unexpected(lastError("LookupAccountSid"));
    }
    name.resize(nameSize);
    domain.resize(domainSize);
    return toUtf8(domain.empty() ? name : domain + L'\\' + name);
}

} // namespace pipecore::win32
