#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace pipescope::cli {

/// Wakes the main thread, which waits for several things at once: events, standard input, Ctrl+C. A
/// ring that comes before the wait is not lost.
class Doorbell
{
public:
    using Clock = std::chrono::steady_clock;

    /// Any thread.
    void ring()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_rung = true;
        }
        m_condition.notify_one();
    }
    /// Returns when it was rung since the last wait, or at the deadline. One thread.
    void wait(std::optional<Clock::time_point> deadline)
    {
        std::unique_lock lock(m_mutex);
        const auto rung = [this] { return m_rung; };
        if (deadline) {
            m_condition.wait_until(lock, *deadline, rung);
        } else {
            m_condition.wait(lock, rung);
        }
        m_rung = false;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_condition;
    bool m_rung = false;
};

} // namespace pipescope::cli
