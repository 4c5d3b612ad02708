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
    /// An openPipe() on a thread.
    struct Attempt
    {
        OpenRequest request;
        Result<OpenedPipe> outcome;
        ClientEnd* client = nullptr; ///< engine's thread only; null when the query was dropped
        std::atomic<bool> abandoned = false;
        std::thread thread;
        KernelHandle threadHandle; ///< guarded by the mutex
        bool finished = false;     ///< guarded by the mutex
    };

    /// `done` is called on the attempt's thread after it, to wake the engine.
    explicit PipeOpener(std::function<void()> done);
    PipeOpener(const PipeOpener&) = delete;
    PipeOpener& operator=(const PipeOpener&) = delete;
    /// Cancels running calls (CancelSynchronousIo) and waits a moment for the threads. One that the
    /// network keeps although it was cancelled is left alone.
    ~PipeOpener();

    /// Starts an attempt; its outcome goes to ClientEnd::opened(). Resources when there is no
    /// thread.
    [[nodiscard]] Result<std::shared_ptr<Attempt>> open(ClientEnd& client,
                                                        const OpenRequest& request);
    /// Drops the outcome: a handle that still arrives is closed.
    void abandon(Attempt& attempt);
    /// Hands what has finished to its clients.
    void deliver();

private:
    /// State of the threads, which may outlive this.
    struct Shared
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::function<void()> done; ///< under the mutex; null from the end of the PipeOpener on
    };
    static void run(Shared& shared, Attempt& attempt);

    std::shared_ptr<Shared> m_shared;
    std::vector<std::shared_ptr<Attempt>> m_attempts; ///< all that have a thread; engine's thread
};

} // namespace pipecore::win32
