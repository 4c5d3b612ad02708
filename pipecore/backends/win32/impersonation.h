#pragma once

#include "pipecore/base/error.h"

#include <windows.h>

namespace pipecore::win32 {

/// The calling thread acts as a pipe's client as long as this lives.
///
/// Only the reading of the thread's token belongs in its scope. When RevertToSelf fails the
/// thread would continue as another user: then the process ends at once.
class Impersonation
{
public:
    /// ImpersonateNamedPipeClient. `pipe` is a server's end. 1368 (ERROR_CANNOT_IMPERSONATE) as long as
    /// nothing has been read from it.
    [[nodiscard]] static Result<Impersonation> of(HANDLE pipe);

    Impersonation(Impersonation&& other) noexcept;
    Impersonation& operator=(Impersonation&&) = delete;
    ~Impersonation();

private:
    Impersonation() = default;
    bool m_active = true;
};

} // namespace pipecore::win32
