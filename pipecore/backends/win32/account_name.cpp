#include "account_name.h"

#include "local_memory.h"
#include "system_calls.h"
#include "utf16.h"
#include "win32_error.h"

#include <sddl.h>

namespace pipecore::win32 {
namespace {

/// Error for an owner or a group that a security descriptor omits.
std::unexpected<Error> nobody()
{
    return refuse("the security descriptor names no account", ErrorKind::NotFound);
}

} // namespace

Result<std::string> sidText(PSID sid)
{
    if (sid == nullptr) {
        return nobody();
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
        return nobody();
    }
    // Names of accounts have at most 256 characters, of domains 255.
    std::wstring name(257, L'\0');
    std::wstring domain(257, L'\0');
    auto nameSize = static_cast<DWORD>(name.size());
    auto domainSize = static_cast<DWORD>(domain.size());
    SID_NAME_USE use = SidTypeUnknown;
    if (systemCalls().lookupAccountSid(nullptr, sid, name.data(), &nameSize, domain.data(),
                                       &domainSize, &use)
        == FALSE) {
        Error error = lastError("LookupAccountSid");
        if (error.code == ERROR_NONE_MAPPED) {
            error.kind = ErrorKind::NotFound;
        }
        error.detail = sidText(sid).value_or(std::string());
        return std::unexpected(std::move(error));
    }
    name.resize(nameSize);
    domain.resize(domainSize);
    return toUtf8(domain.empty() ? name : domain + L'\\' + name);
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
    const LocalMemory<void> owned(binary);
    return accountName(binary);
}

} // namespace pipecore::win32
