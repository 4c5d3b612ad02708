#pragma once

#include "pipecore/base/error.h"
#include "pipecore/security/security.h"
#include "win32_error.h"

#include <cstddef>
#include <memory>
#include <windows.h>

namespace pipecore::win32 {

/// A valid SID of the system as a value.
[[nodiscard]] Sid toSid(PSID sid);

/// The user of a token that was opened with TOKEN_QUERY (GetTokenInformation, TokenUser). Any thread.
[[nodiscard]] Result<Sid> userOf(HANDLE token);
/// User, groups and integrity level of such a token.
[[nodiscard]] Result<AccessSubject> subjectOf(HANDLE token);
/// The user a process runs as (OpenProcess, OpenProcessToken).
[[nodiscard]] Result<Sid> userOfProcess(DWORD processId);

/// Result of GetTokenInformation for a token that was opened with TOKEN_QUERY, of any length,
/// aligned for every structure. Any thread.
class TokenInformation
{
public:
    [[nodiscard]] static Result<TokenInformation> read(HANDLE token, TOKEN_INFORMATION_CLASS what);

    template <typename T>
    [[nodiscard]] const T& as() const
    {
        return *reinterpret_cast<const T*>(m_memory.get());
    }

private:
    explicit TokenInformation(DWORD size)
        : m_memory(std::make_unique<std::max_align_t[]>(size / sizeof(std::max_align_t) + 1))
    {}

    std::unique_ptr<std::max_align_t[]> m_memory;
};

/// A value of it whose size is known before.
template <typename T>
[[nodiscard]] Result<T> tokenValue(HANDLE token, TOKEN_INFORMATION_CLASS what)
{
    T value{};
    DWORD size = 0;
    if (GetTokenInformation(token, what, &value, sizeof value, &size) == FALSE) {
        return std::unexpected(lastError("GetTokenInformation"));
    }
    return value;
}

} // namespace pipecore::win32
