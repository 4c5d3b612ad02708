#pragma once

#include "completion_port.h"
#include "operation.h"
#include "pipecore/base/job_thread.h"
#include "pipecore/win32/handle.h"

#include <functional>
#include <mutex>
#include <vector>

namespace pipecore::win32 {

class BlockingCalls;

/// A thread for the blocking calls of one handle in one direction, one call at a time. It starts with
/// the first. Engine's thread, but for the calls themselves.
class BlockingThread
{
public:
    explicit BlockingThread(BlockingCalls& calls) : m_calls(calls) {}
    BlockingThread(const BlockingThread&) = delete;
    BlockingThread& operator=(const BlockingThread&) = delete;
    /// Ends running work, and waits for the thread.
    ~BlockingThread();

    /// Makes `call` on the thread; `operation`, which is in flight from now on, completes with its
    /// outcome. Resources without a thread.
    [[nodiscard]] Result<void> start(Operation& operation, std::function<CallOutcome()> call);
    /// Ends the call that is under way, if there is one: it still completes.
    void cancel();

private:
    friend class BlockingCalls;

    void make(const std::function<CallOutcome()>& call);

    BlockingCalls& m_calls;
    // Guarded by BlockingCalls::m_mutex:
    KernelHandle m_handle;            ///< of the thread, once it has begun
    Operation* m_operation = nullptr; ///< of the call that waits or is under way
    bool m_cancelling = false;
    bool m_stop = false;

    JobThread m_thread{"a blocking call"};
};

/// The blocking calls of one engine: brings their outcomes back to its thread.
class BlockingCalls
{
public:
    explicit BlockingCalls(CompletionPort& port) : m_port(port) {}

    /// Hands what has finished to the port. Engine's thread.
    void deliver();
    /// True while a call is being cancelled: then deliver() wants to be called every
    /// `cancelInterval`, because a cancellation that comes a moment before the thread is inside the
    /// system call has no effect.
    [[nodiscard]] bool isCancelling();
    static constexpr std::chrono::milliseconds cancelInterval{10};

private:
    friend class BlockingThread;

    struct Finished
    {
        Operation* operation = nullptr;
        CallOutcome outcome;
    };

    CompletionPort& m_port;
    std::mutex m_mutex;
    std::vector<Finished> m_finished;
    std::vector<BlockingThread*> m_cancelling;
};

} // namespace pipecore::win32
