#include "object_security.h"

#include "system_calls.h"
#include "win32_error.h"

namespace pipecore::win32 {

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

} // namespace pipecore::win32
