#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/security/security.h"

#include <string>
#include <windows.h>

namespace pipecore::win32 {

/// Security descriptor of our pipes, in the form that the system takes.
///
/// Movable; attributes() is asked for anew after a move. Any one thread at a time.
class PipeSecurity
{
public:
    /// The safe default: full access for the user this process runs as, for Administrators and for
    /// SYSTEM only, so that no other user can connect or add instances of his own under
    /// our name. Errors are those of reading the process's token (OpenProcessToken,
    /// GetTokenInformation).
    [[nodiscard]] static Result<PipeSecurity> ownerOnly();
    /// Any descriptor. Accounts relative to this computer or its domain (LA, DA, …) are given their
    /// numbers by ConvertStringSidToSid, whose errors come back.
    [[nodiscard]] static Result<PipeSecurity> from(SecurityDescriptor descriptor);

    /// For CreateNamedPipe; the handle is not inherited by child processes. Points into this
    /// object.
    [[nodiscard]] SECURITY_ATTRIBUTES attributes() const;
    /// The descriptor as a value.
    [[nodiscard]] Result<SecurityDescriptor> descriptor() const
    {
        return parseDescriptor(m_descriptor);
    }

private:
    explicit PipeSecurity(Bytes descriptor) : m_descriptor(std::move(descriptor)) {}

    Bytes m_descriptor; ///< self-relative
};

/// The parts of a security descriptor that READ_CONTROL lets one read: owner, group, access list and
/// integrity label.
inline constexpr SECURITY_INFORMATION readableSecurity =
    OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION
    | LABEL_SECURITY_INFORMATION;

/// These parts of the object behind a handle with READ_CONTROL, self-relative
/// (GetKernelObjectSecurity). Any thread.
[[nodiscard]] Result<Bytes> objectSecurity(HANDLE object);

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
