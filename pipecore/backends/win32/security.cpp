#include "security.h"

#include "local_memory.h"
#include "pipecore/security/account_lookup.h"
#include "pipecore/win32/handle.h"
#include "token.h"
#include "utf16.h"
#include "win32_error.h"

#include <sddl.h>

#include <optional>

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

} // namespace pipecore::win32
