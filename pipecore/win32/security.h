#pragma once

#include "pipecore/error.h"

#include <windows.h>

#include <memory>
#include <string>

namespace pipecore::win32 {

/// Who may open a pipe of ours: a security descriptor with everything it points to.
///
/// Movable; the pointers inside stay valid. Any one thread at a time.
class PipeSecurity
{
public:
    /// The safe default: full access for the user this process runs as, for Administrators and for
    /// SYSTEM, and nobody else, so that no other user can connect or add instances of his own under
    /// our name. Errors are those of reading the process's token (OpenProcessToken,
    /// GetTokenInformation) and of building the list (CreateWellKnownSid, AddAccessAllowedAce).
    [[nodiscard]] static Result<PipeSecurity> ownerOnly();

    /// What a security descriptor in SDDL says (ConvertStringSecurityDescriptorToSecurityDescriptor).
    /// InvalidArgument when it is not one. Any thread.
    [[nodiscard]] static Result<PipeSecurity> fromSddl(const std::string& sddl);

    PipeSecurity(PipeSecurity&&) noexcept;
    PipeSecurity& operator=(PipeSecurity&&) noexcept;
    ~PipeSecurity();

    /// For CreateNamedPipe; the handle is not inherited by child processes. Points into this
    /// object.
    [[nodiscard]] SECURITY_ATTRIBUTES attributes() const;

private:
    struct Parts;
    explicit PipeSecurity(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace pipecore::win32
