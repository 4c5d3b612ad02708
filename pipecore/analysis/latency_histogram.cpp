#include "latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace pipecore {

void LatencyHistogram::add(std::int64_t ns)
{
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0));
    // The first group has the numbers below `steps`, each group after it the next power of two.
    const unsigned group = value < steps ? 0 : static_cast<unsigned>(std::bit_width(value)) - 7;
    const std::uint64_t step = group == 0 ? value : (value >> (group - 1)) - steps;
    auto& counts = m_powers.at(group);
    if (!counts) {
        counts = std::make_unique<Counts>();
    }
    ++(*counts)[static_cast<std::size_t>(step)];
    ++m_count;
    m_longest = std::max(m_longest, static_cast<std::int64_t>(value));
}

std::int64_t LatencyHistogram::percentile(double part) const
{
    const auto wanted =
        static_cast<std::uint64_t>(std::max(1.0, std::ceil(part * static_cast<double>(m_count))));
    std::uint64_t seen = 0;
    for (unsigned group = 0; group < powers; ++group) {
        if (!m_powers[group]) {
            continue;
        }
        for (unsigned step = 0; step < steps; ++step) {
            seen += (*m_powers[group])[step];
            if (seen >= wanted) {
                // The last duration of the bucket: none of those counted is longer.
                const std::uint64_t last =
                    group == 0 ? step : ((std::uint64_t{steps} + step + 1) << (group - 1)) - 1;
                return std::min(static_cast<std::int64_t>(last), m_longest);
            }
        }
    }
    return 0;
}

} // namespace pipecore
