#include "security.h"

#include "account_name.h"
#include "local_memory.h"
#include "pipecore/security/account_lookup.h"
#include "pipecore/win32/handle.h"
#include "system_calls.h"
#include "token.h"
#include "utf16.h"
#include "win32_error.h"

#include <optional>
#include <sddl.h>

namespace pipecore::win32 {

namespace {

Result<void> resolve(Sid& sid)
{
    if (sid.domainAlias.empty()) {
        return {};
    }
    const Result<std::wstring> alias = toUtf16(sid.domainAlias);
    if (!alias) {
        return std::unexpected(alias.error());
    }
    PSID found = nullptr;
    if (ConvertStringSidToSidW(alias->c_str(), &found) == FALSE) {
        Error error = lastError("ConvertStringSidToSid");
        error.detail = sid.domainAlias;
        return std::unexpected(std::move(error));
    }
    const LocalMemory<void> owned(found);
    sid = toSid(found);
    return {};
}

Result<void> resolve(std::optional<AccessList>& list)
{
    if (list) {
        for (SecurityEntry& entry : list->entries) {
            if (Result<void> done = resolve(entry.sid); !done) {
                return done;
            }
        }
    }
    return {};
}

Result<void> resolve(std::optional<Sid>& sid)
{
    return sid ? resolve(*sid) : Result<void>();
}

std::uint32_t ownIntegrity()
{
    HANDLE token = nullptr;
    if (OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token) == FALSE) {
        return 0;
    }
    const KernelHandle owned(token);
    const Result<AccessSubject> subject = subjectOf(token);
    return subject ? subject->integrity : 0;
}

} // namespace

Result<PipeSecurity> PipeSecurity::ownerOnly()
{
    const Result<Sid> user = currentUser();
    if (!user) {
        return std::unexpected(user.error());
    }
    SecurityDescriptor descriptor = securityPreset(SecurityPreset::SafeDefault, *user);
    // The list lets in every program of the user, a taken-over browser, too; without a label one of low
    // integrity could still read. Only a process of that level or above can set it.
    if (ownIntegrity() >= mediumIntegrity) {
        descriptor.setLabel(mediumIntegrity, rights::noReadUp | rights::noWriteUp);
    }
    return from(std::move(descriptor));
}

Result<PipeSecurity> PipeSecurity::from(SecurityDescriptor descriptor)
{
    for (const Result<void>& done : {resolve(descriptor.owner), resolve(descriptor.group),
                                     resolve(descriptor.dacl), resolve(descriptor.sacl)}) {
        if (!done) {
            return std::unexpected(done.error());
        }
    }
    Result<Bytes> bytes = toBytes(descriptor);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    return PipeSecurity(std::move(*bytes));
}

SECURITY_ATTRIBUTES PipeSecurity::attributes() const
{
    // The system only reads it; its type has no const.
    return {.nLength = sizeof(SECURITY_ATTRIBUTES),
            .lpSecurityDescriptor = const_cast<std::byte*>(m_descriptor.data()),
            .bInheritHandle = FALSE};
}

Result<Bytes> objectSecurity(HANDLE object)
{
    Bytes bytes;
    DWORD size = 0;
    // It may grow between two calls.
    while (systemCalls().getKernelObjectSecurity(object, readableSecurity, bytes.data(),
                                                 static_cast<DWORD>(bytes.size()), &size)
           == FALSE) {
        Error error = lastError("GetKernelObjectSecurity");
        if (error.code != ERROR_INSUFFICIENT_BUFFER || size <= bytes.size()) {
            return std::unexpected(std::move(error));
        }
        bytes.resize(size);
    }
    return bytes;
}

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
