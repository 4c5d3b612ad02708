#pragma once

#include "win32/open_pipe.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace pipecore::win32 {

class ClientEnd;

/// Opens pipes of other computers on one thread of its own, because CreateFile then blocks as long
/// as the network lets it. The thread starts with the first such name; attempts take their turns.
///
/// Every function is for the engine's thread.
class RemoteOpener
{
public:
    /// One CreateFile on the helper thread.
    struct Attempt
    {
        OpenRequest request;
        Result<FileHandle> outcome;
        ClientEnd* client = nullptr; ///< engine's thread only; null when nobody waits any more
    };

    /// `done` is called on the helper thread after each attempt, for it to wake the engine.
    explicit RemoteOpener(std::function<void()> done) : m_done(std::move(done)) {}
    RemoteOpener(const RemoteOpener&) = delete;
    RemoteOpener& operator=(const RemoteOpener&) = delete;
    /// Cancels what is under way (CancelSynchronousIo) and waits for the thread.
    ~RemoteOpener();

    /// Starts an attempt; its outcome goes to ClientEnd::opened(). Resources when there is no
    /// thread.
    [[nodiscard]] Result<std::shared_ptr<Attempt>> open(ClientEnd& client,
                                                        const OpenRequest& request);
    /// Nobody wants the outcome any more: a handle that comes nevertheless is closed.
    void abandon(Attempt& attempt);
    /// Hands what has finished to its clients.
    void deliver();

private:
    void run();
    [[nodiscard]] Result<void> startThread();
    void interrupt();

    std::function<void()> m_done;
    std::thread m_thread;
    std::mutex m_mutex; // guards everything below
    std::condition_variable m_changed;
    KernelHandle m_threadHandle;
    std::deque<std::shared_ptr<Attempt>> m_waiting;
    std::vector<std::shared_ptr<Attempt>> m_finished;
    std::shared_ptr<Attempt> m_current;
    bool m_stop = false;
    bool m_stopped = false;
};

} // namespace pipecore::win32
