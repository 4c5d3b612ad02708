#include "inspection_request.h"
#include "pipe_handle.h"
#include "pipe_local_information.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/model/pipe_name.h"
#include "process_info.h"
#include "security.h"
#include "system_calls.h"
#include "utf16.h"
#include "win32_error.h"

#include <optional>
#include <utility>

namespace pipecore::win32 {
namespace {

struct Opened
{
    PipeHandle handle;
    std::optional<Error> noSecurity; ///< why READ_CONTROL was refused
};

PipeHandle openOnce(const std::wstring& path, DWORD rights)
{
    return PipeHandle(systemCalls().createFile(path.c_str(), rights, 0, nullptr, OPEN_EXISTING,
                                               inspectionFlags, nullptr));
}

Result<Opened> open(const std::wstring& path)
{
    Opened opened{.handle = openOnce(path, inspectionRights), .noSecurity = std::nullopt};
    if (opened.handle) {
        return opened;
    }
    Error error = lastError("CreateFile");
    if (error.code != ERROR_ACCESS_DENIED) {
        return std::unexpected(std::move(error));
    }
    // A refused open has reached no server: this is still one connection.
    opened.handle = openOnce(path, inspectionRightsWithoutSecurity);
    if (!opened.handle) {
        return std::unexpected(lastError("CreateFile"));
    }
    opened.noSecurity = std::move(error);
    return opened;
}

void readPipeInfo(HANDLE handle, PipeInspection& pipe)
{
    DWORD flags = 0;
    DWORD outSize = 0;
    DWORD inSize = 0;
    DWORD limit = 0;
    if (systemCalls().getNamedPipeInfo(handle, &flags, &outSize, &inSize, &limit) == FALSE) {
        const auto error = std::unexpected(lastError("GetNamedPipeInfo"));
        pipe.type = error;
        pipe.outBufferSize = error;
        pipe.inBufferSize = error;
        pipe.limit = error;
        return;
    }
    pipe.type = (flags & PIPE_TYPE_MESSAGE) != 0 ? PipeMode::Message : PipeMode::Byte;
    pipe.outBufferSize = outSize;
    pipe.inBufferSize = inSize;
    // Wine hands on what the file system has for it, 0xFFFFFFFF.
    pipe.limit = limit >= PIPE_UNLIMITED_INSTANCES ? 0 : limit;
}

void readHandleState(HANDLE handle, PipeInspection& pipe)
{
    DWORD state = 0;
    DWORD instances = 0;
    if (systemCalls().getHandleState(handle, &state, &instances, nullptr, nullptr, nullptr, 0)
        == FALSE) {
        const auto error = std::unexpected(lastError("GetNamedPipeHandleState"));
        pipe.readMode = error;
        pipe.instances = error;
        return;
    }
    pipe.readMode = (state & PIPE_READMODE_MESSAGE) != 0 ? PipeMode::Message : PipeMode::Byte;
    pipe.instances = instances;
}

void readServer(HANDLE handle, bool isRemote, PipeInspection& pipe)
{
    ULONG number = 0;
    if (systemCalls().serverProcessId(handle, &number) == FALSE) {
        const auto error = std::unexpected(lastError("GetNamedPipeServerProcessId"));
        pipe.processId = error;
        pipe.image = error;
    } else {
        pipe.processId = number;
        // For a remote pipe the number is of a process on another computer.
        pipe.image = isRemote ? refuse("the process runs on another computer", ErrorKind::NotFound)
                              : processImage(number);
    }
    if (systemCalls().serverSessionId(handle, &number) == FALSE) {
        pipe.session = std::unexpected(lastError("GetNamedPipeServerSessionId"));
    } else {
        pipe.session = number;
    }
}

void readSecurity(const Opened& opened, PipeInspection& pipe)
{
    const Result<SecurityText> text =
        opened.noSecurity ? std::unexpected(*opened.noSecurity) : securityOf(opened.handle.get());
    if (!text) {
        const auto error = std::unexpected(text.error());
        pipe.owner = error;
        pipe.ownerId = error;
        pipe.group = error;
        pipe.groupId = error;
        pipe.security = error;
        return;
    }
    pipe.owner = text->owner;
    pipe.ownerId = text->ownerId;
    pipe.group = text->group;
    pipe.groupId = text->groupId;
    pipe.security = text->sddl;
}

} // namespace
} // namespace pipecore::win32

namespace pipecore {

Result<PipeInspection> inspectPipe(std::string_view name)
{
    const Result<PipeName> path = PipeName::parse(name);
    if (!path) {
        return std::unexpected(path.error());
    }
    const Result<std::wstring> wide = win32::toUtf16(path->native());
    if (!wide) {
        return std::unexpected(wide.error());
    }
    const Result<win32::Opened> opened = win32::open(*wide);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    PipeInspection pipe = emptyInspection(path->native(), notSupportedHere());
    HANDLE handle = opened->handle.get();
    win32::readPipeInfo(handle, pipe);
    win32::readHandleState(handle, pipe);
    pipe.access = win32::pipeAccess(handle);
    win32::readServer(handle, path->isRemote(), pipe);
    win32::readSecurity(*opened, pipe);
    return pipe;
}

Result<bool> waitsForClient(const PipeName& name)
{
    if (name.isRemote()) {
        return refuse("the pipe is on another computer", ErrorKind::NotSupported);
    }
    const Result<std::wstring> wide = win32::toUtf16(name.native());
    if (!wide) {
        return std::unexpected(wide.error());
    }
    if (win32::systemCalls().waitNamedPipe(wide->c_str(), NMPWAIT_NOWAIT) != FALSE) {
        return true;
    }
    Error error = win32::lastError("WaitNamedPipe");
    if (error.code == ERROR_SEM_TIMEOUT) {
        return false;
    }
    return std::unexpected(std::move(error));
}

} // namespace pipecore
