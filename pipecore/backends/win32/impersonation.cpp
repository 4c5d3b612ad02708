#include "impersonation.h"

#include "system_calls.h"
#include "win32_error.h"

#include <cstdlib>
#include <utility>

namespace pipecore::win32 {

Result<Impersonation> Impersonation::of(HANDLE pipe)
{
    if (systemCalls().impersonateClient(pipe) == FALSE) {
        return std::unexpected(lastError("ImpersonateNamedPipeClient"));
    }
    return Impersonation();
}

Impersonation::Impersonation(Impersonation&& other) noexcept
    : m_active(std::exchange(other.m_active, false))
{}

Impersonation::~Impersonation()
{
    if (m_active && RevertToSelf() == FALSE) {
        // No handler of anybody may run as the client any more.
        TerminateProcess(GetCurrentProcess(), GetLastError());
        std::abort();
    }
}

} // namespace pipecore::win32
