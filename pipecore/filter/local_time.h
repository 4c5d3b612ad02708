#pragma once

#include <cstdint>
#include <optional>

namespace pipecore::filter {

/// Date and time as a clock on the wall shows them.
struct ClockTime
{
    int year = 1970;
    int month = 1; ///< 1 to 12
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

/// Seconds since 1970 UTC of a local time (mktime); empty when the system cannot say.
[[nodiscard]] std::optional<std::int64_t> fromLocal(const ClockTime& local);
/// Seconds since 1970 UTC at which a local day begins; its clock may not show 00:00 when it is put
/// forward then. `day` may be one more than its month has.
[[nodiscard]] std::optional<std::int64_t> startOfDay(const ClockTime& date);
/// Seconds since 1970 UTC of a time in UTC.
[[nodiscard]] std::int64_t fromUtc(const ClockTime& utc);

/// Nanoseconds since local midnight of moments. Asks the system once for each quarter of an hour in a
/// row. One thread.
class DayClock
{
public:
    [[nodiscard]] std::int64_t timeOfDay(std::int64_t wallNs);

private:
    std::int64_t m_quarter = INT64_MIN;
    std::int64_t m_offset = 0; ///< seconds that local time is ahead of UTC
};

} // namespace pipecore::filter
