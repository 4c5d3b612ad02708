#pragma once

#include "threads/this_thread.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace pipescope {

/// Threads that do jobs in the order in which they were started; with one thread, one after another.
/// What a job finds out goes back through a Mailbox.
class Workers
{
public:
    /// `most` threads at a time; each is made when there is a job for it. For the rest see beginThread().
    explicit Workers(const char* name, std::size_t most = 1,
                     ThreadPriority priority = ThreadPriority::Normal);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    /// Drops the jobs that have not begun and waits for those that have.
    ~Workers();

    /// Has `job` done on a thread. When the system gives none, it is done here and now: late is better
    /// than never. Not for use by jobs.
    void start(std::function<void()> job);
    /// Returns when all jobs are done. Not for use by jobs.
    void waitForDone();

private:
    void work();

    const char* const m_name;
    const std::size_t m_most;
    const ThreadPriority m_priority;

    std::mutex m_mutex;
    std::condition_variable m_jobCame;
    std::condition_variable m_allDone;
    std::deque<std::function<void()>> m_jobs;
    std::size_t m_busy = 0; ///< threads that do a job
    bool m_stop = false;
    std::vector<std::thread> m_threads; ///< of the starting thread
};

} // namespace pipescope
