#pragma once

#include "cell.h"

#include <functional>
#include <string>
#include <vector>

namespace bench {

/// How long to measure.
struct Plan
{
    unsigned repeats = 9;
    double seconds = 0.2; ///< one run of one side
    bool free = true;     ///< with the processes where the system puts them
    bool pinned = true;   ///< and with both on one processor
    std::string only;     ///< lines whose name() contains this; empty: all
};

/// Result of a cell. Stream: messages a second, more is better. Ping-pong: the median round
/// trip in seconds, less is better.
struct Line
{
    Cell cell;
    bool pinned = false;
    std::string skipped;        ///< why there is nothing below; empty when there is
    std::vector<double> bare;   ///< a value a repeat
    std::vector<double> engine; ///< the one measured beside it

    [[nodiscard]] std::string name() const;
    /// Median of engine / bare over the repeats.
    [[nodiscard]] double ratio() const;
    /// Stream at least 0.95, ping-pong at most 1.10.
    [[nodiscard]] bool isReached() const;
};

[[nodiscard]] double median(std::vector<double> values);

/// Runs the plan; `done` hears of each line as it is there.
[[nodiscard]] std::vector<Line> measure(const Plan& plan,
                                        const std::function<void(const Line&)>& done);

} // namespace bench
