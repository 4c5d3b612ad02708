#pragma once

#include <array>
#include <cstdint>
#include <memory>

namespace pipecore {

/// Counts durations in buckets of at most 1/128 of their own size, so that percentiles of any number
/// of them are right to one percent in a few kilobytes. A value. One thread.
class LatencyHistogram
{
public:
    /// Nanoseconds; less than 0 (the clock was set back) counts as 0.
    void add(std::int64_t ns);
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// The smallest duration that `part` (0 to 1) of all do not exceed; 0 when there are none.
    [[nodiscard]] std::int64_t percentile(double part) const;
    /// Exact.
    [[nodiscard]] std::int64_t longest() const { return m_longest; }

private:
    static constexpr unsigned steps = 128; ///< in each power of two
    static constexpr unsigned powers = 58;
    using Counts = std::array<std::uint64_t, steps>;

    std::array<std::unique_ptr<Counts>, powers> m_powers; ///< those that are needed
    std::uint64_t m_count = 0;
    std::int64_t m_longest = 0;
};

} // namespace pipecore
