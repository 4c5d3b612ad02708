#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace pipescope::cli {

/// Wakes the main thread, which waits for several things at once: events, standard input, Ctrl+C.
/// Resets itself; a call of set() before the wait is not lost.
class WakeEvent
{
public:
    using Clock = std::chrono::steady_clock;

    /// Any thread.
    void set()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isSet = true;
        }
        m_condition.notify_one();
    }
    /// Returns when set() was called since the last wait, or at the deadline. One thread.
    void wait(std::optional<Clock::time_point> deadline)
    {
        std::unique_lock lock(m_mutex);
        const auto isSet = [this] { return m_isSet; };
        if (deadline) {
            m_condition.wait_until(lock, *deadline, isSet);
        } else {
            m_condition.wait(lock, isSet);
        }
        m_isSet = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_isSet = false;
};

} // namespace pipescope::cli
