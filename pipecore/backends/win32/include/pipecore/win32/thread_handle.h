#pragma once

#include "pipecore/win32/handle.h"

#include <windows.h>

namespace pipecore::win32 {

/// A handle of the calling thread for interrupt(); empty when the system refuses it.
/// CancelSynchronousIo wants one with THREAD_TERMINATE, and std::thread has none on every library.
[[nodiscard]] inline KernelHandle interruptibleThread()
{
    return KernelHandle(OpenThread(THREAD_TERMINATE | THREAD_QUERY_LIMITED_INFORMATION, FALSE,
                                   GetCurrentThreadId()));
}

/// Ends the blocking call that the thread is in, if it is in one (CancelSynchronousIo). One that
/// starts a moment later is not ended: repeat until the thread says that it is done. Any thread.
inline void interrupt(const KernelHandle& thread)
{
    if (thread) {
        CancelSynchronousIo(thread.get());
    }
}

} // namespace pipecore::win32
