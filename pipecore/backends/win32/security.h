#pragma once

#include "pipecore/security/security.h"

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

} // namespace pipecore::win32
