#pragma once

#include "pipe_handle.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>

namespace pipecore::win32 {

/// Request of a client to the system: the arguments of WaitNamedPipe, CreateFile and
/// SetNamedPipeHandleState.
struct OpenRequest
{
    std::wstring name;
    DWORD accessRights = 0;
    DWORD shareMode = 0;
    DWORD flags = 0;
    std::optional<DWORD> readMode;
    /// WaitNamedPipe comes before CreateFile, and waits so long (zero: the server's default).
    std::optional<std::chrono::milliseconds> wait;

    /// Errors: the name is not valid UTF-8. Any thread.
    [[nodiscard]] static Result<OpenRequest> from(const PipeName& name,
                                                  const ClientOptions& options);
};

/// A client's end that is open.
struct OpenedPipe
{
    PipeHandle handle;
    /// Message mode was asked for, and the pipe lets its readers set no mode: it reads bytes.
    bool readsBytesInstead = false;
};

/// Opens a client's end. NotFound and Busy are worth another attempt; WrongType says that messages
/// were asked for and the pipe carries bytes; TimedOut that `wait` was over. Any thread; it blocks
/// as long as `wait` says and, with another computer's name, as long as the network does.
/// `abandoned` ends the waiting early, with Cancelled.
///
/// Setting the read mode takes FILE_WRITE_ATTRIBUTES, which pipes that grant reading only do not: then
/// it opens once more without that right.
[[nodiscard]] Result<OpenedPipe> openPipe(const OpenRequest& request,
                                          const std::atomic<bool>& abandoned);

} // namespace pipecore::win32
