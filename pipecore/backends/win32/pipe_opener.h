#pragma once

#include "open_pipe.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pipecore::win32 {

class ClientEnd;

/// Opens pipes where that blocks, each on a thread of its own: CreateFile for a pipe of another
/// computer takes as long as the network lets it, and WaitNamedPipe as long as the server is busy.
///
/// Every function is for the engine's thread.
class PipeOpener
{
public:
    /// One openPipe() on a thread.
    struct Attempt
    {
        OpenRequest request;
        Result<OpenedPipe> outcome;
        ClientEnd* client = nullptr; ///< engine's thread only; null when nobody waits any more
        std::atomic<bool> abandoned = false;
        std::thread thread;
        KernelHandle threadHandle; ///< guarded by PipeOpener's mutex
        bool finished = false;     ///< guarded by PipeOpener's mutex
    };

    /// `done` is called on the attempt's thread after it, to wake the engine.
    explicit PipeOpener(std::function<void()> done) : m_done(std::move(done)) {}
    PipeOpener(const PipeOpener&) = delete;
    PipeOpener& operator=(const PipeOpener&) = delete;
    /// Cancels what is under way (CancelSynchronousIo) and waits for the threads.
    ~PipeOpener();

    /// Starts an attempt; its outcome goes to ClientEnd::opened(). Resources when there is no
    /// thread.
    [[nodiscard]] Result<std::shared_ptr<Attempt>> open(ClientEnd& client,
                                                        const OpenRequest& request);
    /// Nobody wants the outcome any more: a handle that comes nevertheless is closed.
    void abandon(Attempt& attempt);
    /// Hands what has finished to its clients.
    void deliver();

private:
    void run(Attempt& attempt);

    std::function<void()> m_done;
    std::vector<std::shared_ptr<Attempt>> m_attempts; ///< all that have a thread; engine's thread
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

} // namespace pipecore::win32
