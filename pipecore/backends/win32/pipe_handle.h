#pragma once

#include "pipecore/win32/handle.h"
#include "system_calls.h"

namespace pipecore::win32 {

struct PipeHandleTraits : MinusOneInvalid
{
    static void close(HANDLE handle) { systemCalls().closeHandle(handle); }
};

/// An end of a pipe. Like every other call on a pipe, closing goes through the table of system calls.
using PipeHandle = BasicHandle<PipeHandleTraits>;

/// interrupt() for a thread that is in a call on a pipe. Any thread.
inline void interruptPipeCall(const KernelHandle& thread)
{
    if (thread) {
        systemCalls().cancelSynchronousIo(thread.get());
    }
}

} // namespace pipecore::win32
