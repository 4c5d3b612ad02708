#pragma once

#include <chrono>
#include <cstdint>

namespace pipecore {

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
