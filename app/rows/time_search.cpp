#include "rows/time_search.h"

#include "pipecore/base/elapsed.h"

#include <algorithm>
#include <limits>

namespace pipescope {

namespace {

/// Number of samples before bisection: between two of them, times are assumed to ascend.
constexpr quint64 samples = 2048;

/// `before` is earlier than the moment, `behind` is not. Bisection preserves that whatever the
/// times in between, so the result is a row where the moment is passed.
quint64 halve(const LogRows& rows, quint64 before, quint64 behind, qint64 wallNs)
{
    while (behind - before > 1) {
        const quint64 middle = before + (behind - before) / 2;
        if (rows.head(middle).wallNs < wallNs) {
            before = middle;
        } else {
            behind = middle;
        }
    }
    return behind;
}

quint64 distance(qint64 first, qint64 second)
{
    const auto low = static_cast<quint64>(std::min(first, second));
    return static_cast<quint64>(std::max(first, second)) - low;
}

} // namespace

std::optional<quint64> rowAtTime(const LogRows& rows, qint64 wallNs,
                                 const std::atomic<bool>* cancelled)
{
    const quint64 count = rows.count();
    const quint64 step = std::max<quint64>(1, count / samples);
    std::optional<quint64> earlier; ///< the last sample before the moment
    std::optional<quint64> nearest;
    quint64 nearestBy = std::numeric_limits<quint64>::max();
    for (quint64 row = 0; row < count && (cancelled == nullptr || !cancelled->load());) {
        const qint64 time = rows.head(row).wallNs;
        if (time == pipecore::noTime) {
            row = row + 1 < count ? std::min(row + step, count - 1) : count;
            continue;
        }
        if (time >= wallNs && earlier) {
            return halve(rows, *earlier, row, wallNs);
        }
        if (time == wallNs) {
            return row;
        }
        earlier = time < wallNs ? std::optional(row) : std::nullopt;
        if (const quint64 by = distance(time, wallNs); by < nearestBy) {
            nearestBy = by;
            nearest = row;
        }
        // The last row is always a sample.
        row = row + 1 < count ? std::min(row + step, count - 1) : count;
    }
    return nearest;
}

} // namespace pipescope
