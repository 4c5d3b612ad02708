#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace pipecore::win32 {

/// An end that does not read, and so has to ask whether the other end is there.
class WatchingEnd
{
public:
    WatchingEnd() = default;
    WatchingEnd(const WatchingEnd&) = delete;
    WatchingEnd& operator=(const WatchingEnd&) = delete;

    /// Asks the system once, without blocking. True: the watch is over.
    virtual bool look() = 0;

protected:
    ~WatchingEnd() = default;
};

/// Asks for those ends of overlapped pipes that only write. Windows tells readers and writers alone that
/// the other end is gone, and a writer may have nothing to write for hours. Engine's thread.
class PeerWatch
{
public:
    /// How often it asks.
    static constexpr std::chrono::milliseconds interval{500};

    void add(WatchingEnd& end);
    void remove(WatchingEnd& end);
    /// Asks when it is time to.
    void lookWhenDue();
    /// `timeout`, or the time until the next question when that is less.
    [[nodiscard]] std::optional<std::chrono::nanoseconds>
    shortened(std::optional<std::chrono::nanoseconds> timeout) const;

private:
    using Clock = std::chrono::steady_clock;

    std::vector<WatchingEnd*> m_ends;
    Clock::time_point m_next;
};

} // namespace pipecore::win32
