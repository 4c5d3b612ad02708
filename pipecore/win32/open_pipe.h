#pragma once

#include "pipecore/options.h"
#include "pipecore/pipe_name.h"
#include "win32/handle.h"

#include <optional>
#include <string>

namespace pipecore::win32 {

/// What a client asks the system for: the arguments of CreateFile and SetNamedPipeHandleState.
struct OpenRequest
{
    std::wstring name;
    DWORD accessRights = 0;
    DWORD flags = 0;
    std::optional<DWORD> readMode;

    /// Errors: the name is not valid UTF-8. Any thread.
    [[nodiscard]] static Result<OpenRequest> from(const PipeName& name,
                                                  const ClientOptions& options);
};

/// Opens a client's end once, without waiting for a free instance. NotFound and Busy are worth
/// another attempt; WrongType says that messages were asked for and the pipe carries bytes. Any
/// thread; with another computer's name it blocks as long as the network does.
[[nodiscard]] Result<FileHandle> openPipe(const OpenRequest& request);

} // namespace pipecore::win32
