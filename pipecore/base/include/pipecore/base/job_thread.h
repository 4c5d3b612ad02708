#pragma once

#include "pipecore/base/error.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
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

    enum class AtEnd : std::uint8_t {
        Wait,  ///< for the job that has begun
        Leave, ///< the job alone when it takes longer than `patience`: its thread ends with it
    };
    /// How long the end of a thread that may Leave waits for the job that has begun. Several of them
    /// end within a second.
    static constexpr std::chrono::milliseconds patience{100};

    /// `purpose` completes "no thread for …". With AtEnd::Leave no job may refer to what ends before
    /// it: what waits for other computers can last as long as they like.
    explicit JobThread(std::string purpose, AtEnd atEnd = AtEnd::Wait);
    JobThread(const JobThread&) = delete;
    JobThread& operator=(const JobThread&) = delete;
    /// Drops the jobs that have not begun and ends the thread, as AtEnd says.
    ~JobThread();

    /// Has `job` done, which must not throw. Resources when the system has no thread left: then the job
    /// is dropped.
    [[nodiscard]] Result<void> start(Job job);
    /// No job is there, waiting or being done.
    [[nodiscard]] bool isIdle() const;
    /// Jobs that have not begun.
    [[nodiscard]] std::size_t waiting() const;
    /// Returns when no job is there.
    void waitUntilIdle();
    /// The same for so long at most; returns isIdle().
    bool waitUntilIdle(std::chrono::milliseconds limit);

private:
    /// State of the thread, which may outlive this.
    struct State
    {
        std::mutex mutex; // guards everything below
        std::condition_variable changed;
        std::deque<Job> waiting;
        bool busy = false;
        bool stop = false;
    };
    static void run(State& state);

    const std::string m_purpose;
    const AtEnd m_atEnd;
    const std::shared_ptr<State> m_state;
    std::thread m_thread; ///< guarded by the state's mutex, too
};

} // namespace pipecore
