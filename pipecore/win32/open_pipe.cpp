#include "win32/open_pipe.h"

#include "win32/flags.h"
#include "win32/utf16.h"
#include "win32/win32_error.h"

#include <utility>

namespace pipecore::win32 {

Result<OpenRequest> OpenRequest::from(const PipeName& name, const ClientOptions& options)
{
    Result<std::wstring> wideName = toUtf16(name.native());
    if (!wideName) {
        return std::unexpected(wideName.error());
    }
    return OpenRequest{.name = std::move(*wideName),
                       .accessRights = clientAccessRights(options),
                       .flags = clientFlags(),
                       .readMode = clientReadMode(options)};
}

Result<FileHandle> openPipe(const OpenRequest& request)
{
    FileHandle pipe(CreateFileW(request.name.c_str(), request.accessRights, 0, nullptr,
                                OPEN_EXISTING, request.flags, nullptr));
    if (!pipe) {
        return std::unexpected(lastError("CreateFile"));
    }
    if (request.readMode) {
        DWORD mode = *request.readMode;
        if (SetNamedPipeHandleState(pipe.get(), &mode, nullptr, nullptr) == FALSE) {
            return std::unexpected(lastError("SetNamedPipeHandleState"));
        }
    }
    return pipe;
}

} // namespace pipecore::win32
