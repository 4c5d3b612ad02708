#pragma once

#include "pipecore/base/error.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace pipecore {

/// A thread that does jobs one after another, in the order in which they came: for what may wait for
/// others, so that whoever hands it over need not. It starts with the first job. Any thread may use it, but
/// not its own jobs.
class JobThread
{
public:
    using Job = std::function<void()>;

    /// `purpose` completes "no thread for …".
    explicit JobThread(std::string purpose) : m_purpose(std::move(purpose)) {}
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    /// Drops the jobs that have not begun and waits for the one that has.
    ~JobThread();

    /// Has `job` done, which must not throw. Resources when the system has no thread left: then the job
    /// is dropped.
    [[nodiscard]] Result<void> start(Job job);
    /// No job is there, waiting or being done.
    [[nodiscard]] bool isIdle() const;
    /// Returns when no job is there.
    void waitUntilIdle();
    /// The same for so long at most; returns isIdle().
    bool waitUntilIdle(std::chrono::milliseconds limit);

private:
    void run();

    const std::string m_purpose;
    mutable std::mutex m_mutex; // guards everything below
    std::condition_variable m_changed;
    std::deque<Job> m_waiting;
    bool m_busy = false;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace pipecore
