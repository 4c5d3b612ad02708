#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace pipecore {

/// Deadlines of one thread. Nanoseconds of the steady clock.
class Timers
{
public:
    using Key = std::multimap<std::int64_t, std::function<void()>>::iterator;

    Key add(std::int64_t whenNs, std::function<void()> action)
    {
        return m_timers.emplace(whenNs, std::move(action));
    }
    void remove(Key key) { m_timers.erase(key); }

    [[nodiscard]] bool empty() const { return m_timers.empty(); }
    /// Time until the first deadline, zero when it is past; nullopt when there is none.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> untilNext(std::int64_t nowNs) const
    {
        if (m_timers.empty()) {
            return std::nullopt;
        }
        return std::chrono::nanoseconds(std::max<std::int64_t>(0, m_timers.begin()->first - nowNs));
    }
    /// Runs and removes due timers. Actions may add and remove timers.
    void runDue(std::int64_t nowNs)
    {
        while (!m_timers.empty() && m_timers.begin()->first <= nowNs) {
            auto node = m_timers.extract(m_timers.begin());
            node.mapped()();
        }
    }

private:
    std::multimap<std::int64_t, std::function<void()>> m_timers;
};

/// A deadline of an object: at most one at a time, removed with the object.
class Timer
{
public:
    explicit Timer(Timers& timers) : m_timers(timers) {}
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    ~Timer() { stop(); }

    void start(std::int64_t whenNs, std::function<void()> action)
    {
        stop();
        m_key = m_timers.add(whenNs, [this, action = std::move(action)] {
            m_key.reset();
            action();
        });
    }
    void stop()
    {
        if (m_key) {
            m_timers.remove(*m_key);
        }
        m_key.reset();
    }
    [[nodiscard]] bool isRunning() const { return m_key.has_value(); }

private:
    Timers& m_timers;
    std::optional<Timers::Key> m_key;
};

/// Time for the events of one engine. Wall time is the wall clock at the start plus steady time since,
/// so that differences within a session are right also when the system's clock is set.
class EventClock
{
public:
    struct Stamp
    {
        std::int64_t monotonicNs = 0;
        std::int64_t wallNs = 0;
    };

    [[nodiscard]] Stamp now() const
    {
        const std::int64_t monotonic = nanoseconds(std::chrono::steady_clock::now());
        return {.monotonicNs = monotonic, .wallNs = monotonic + m_wallOffsetNs};
    }

private:
    template <typename TimePoint>
    static std::int64_t nanoseconds(TimePoint point)
    {
        return std::chrono::duration_cast<std::chrono::nanoseconds>(point.time_since_epoch())
            .count();
    }

    std::int64_t m_wallOffsetNs = nanoseconds(std::chrono::system_clock::now())
                                  - nanoseconds(std::chrono::steady_clock::now());
};

} // namespace pipecore
