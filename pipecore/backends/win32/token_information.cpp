#include "token_information.h"

#include <utility>

namespace pipecore::win32 {

Result<TokenInformation> TokenInformation::read(HANDLE token, TOKEN_INFORMATION_CLASS what)
{
    DWORD size = 0;
    GetTokenInformation(token, what, nullptr, 0, &size);
    Error error = lastError("GetTokenInformation");
    // The list may grow between the two calls.
    while (error.code == ERROR_INSUFFICIENT_BUFFER || error.code == ERROR_BAD_LENGTH) {
        TokenInformation information(size);
        if (GetTokenInformation(token, what, information.m_memory.get(), size, &size) != FALSE) {
            return information;
        }
        error = lastError("GetTokenInformation");
    }
    return std::unexpected(std::move(error));
}

} // namespace pipecore::win32
