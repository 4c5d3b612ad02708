#include "pipe_facts.h"

#include "system_calls.h"
#include "win32_error.h"

namespace pipecore::win32 {
namespace {

Result<PipeInfo> readInfo(HANDLE pipe)
{
    DWORD flags = 0;
    DWORD outBufferSize = 0;
    DWORD inBufferSize = 0;
    DWORD maxInstances = 0;
    if (systemCalls().getNamedPipeInfo(pipe, &flags, &outBufferSize, &inBufferSize, &maxInstances)
        == FALSE) {
        return std::unexpected(lastError("GetNamedPipeInfo"));
    }
    return PipeInfo{.type = (flags & PIPE_TYPE_MESSAGE) != 0 ? PipeMode::Message : PipeMode::Byte,
                    .outBufferSize = outBufferSize,
                    .inBufferSize = inBufferSize,
                    .maxInstances = maxInstances >= PIPE_UNLIMITED_INSTANCES ? 0 : maxInstances};
}

Result<HandleState> readState(HANDLE pipe)
{
    DWORD state = 0;
    DWORD instances = 0;
    // The collection figures are for clients on another computer; asked of another handle, the whole
    // call fails.
    if (systemCalls().getHandleState(pipe, &state, &instances, nullptr, nullptr, nullptr, 0)
        == FALSE) {
        return std::unexpected(lastError("GetNamedPipeHandleState"));
    }
    HandleState result{.readMode = (state & PIPE_READMODE_MESSAGE) != 0 ? PipeMode::Message
                                                                        : PipeMode::Byte,
                       .nonBlocking = (state & PIPE_NOWAIT) != 0,
                       .instances = instances,
                       .collectionBytes = {},
                       .collectionMs = {}};
    DWORD collectionBytes = 0;
    DWORD collectionMs = 0;
    if (systemCalls().getHandleState(pipe, nullptr, nullptr, &collectionBytes, &collectionMs,
                                     nullptr, 0)
        != FALSE) {
        result.collectionBytes = collectionBytes;
        result.collectionMs = collectionMs;
    }
    return result;
}

Result<Waiting> readWaiting(HANDLE pipe)
{
    DWORD bytes = 0;
    DWORD leftInMessage = 0;
    if (systemCalls().peekNamedPipe(pipe, nullptr, 0, nullptr, &bytes, &leftInMessage) == FALSE) {
        return std::unexpected(lastError("PeekNamedPipe"));
    }
    return Waiting{.bytes = bytes, .leftInMessage = leftInMessage, .unreadByPeer = {}};
}

} // namespace

PipeFacts readPipeFacts(HANDLE pipe)
{
    return {.info = readInfo(pipe), .state = readState(pipe), .waiting = readWaiting(pipe)};
}

} // namespace pipecore::win32
