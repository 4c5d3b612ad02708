#include "local_time.h"

#include "pipecore/base/elapsed.h"

#include <algorithm>
#include <chrono>
#include <ctime>

namespace pipecore::filter {

namespace {

constexpr std::int64_t secondNs = 1'000'000'000;
constexpr std::int64_t daySeconds = 86'400;

std::int64_t localOffset(std::int64_t seconds)
{
    const auto moment = static_cast<std::time_t>(seconds);
    std::tm local{};
#ifdef _WIN32
    if (localtime_s(&local, &moment) != 0) {
        return 0;
    }
#else
    if (localtime_r(&moment, &local) == nullptr) {
        return 0;
    }
#endif
    return fromUtc({.year = local.tm_year + 1900,
                    .month = local.tm_mon + 1,
                    .day = local.tm_mday,
                    .hour = local.tm_hour,
                    .minute = local.tm_min,
                    .second = local.tm_sec})
           - seconds;
}

} // namespace

std::int64_t fromUtc(const ClockTime& utc)
{
    using namespace std::chrono;
    const sys_days date =
        sys_days(std::chrono::year(utc.year) / std::chrono::month(static_cast<unsigned>(utc.month))
                 / std::chrono::day(1))
        + days(utc.day - 1);
    return (date.time_since_epoch() + hours(utc.hour) + minutes(utc.minute) + seconds(utc.second))
           / seconds(1);
}

std::optional<std::int64_t> fromLocal(const ClockTime& local)
{
    std::tm parts{};
    parts.tm_year = local.year - 1900;
    parts.tm_mon = local.month - 1;
    parts.tm_mday = local.day;
    parts.tm_hour = local.hour;
    parts.tm_min = local.minute;
    parts.tm_sec = local.second;
    parts.tm_isdst = -1;
    parts.tm_wday = -1; // stays so when mktime fails; its -1 is also a second of 1969
    const std::time_t moment = std::mktime(&parts);
    return parts.tm_wday < 0 ? std::nullopt : std::optional<std::int64_t>(moment);
}

std::optional<std::int64_t> startOfDay(const ClockTime& date)
{
    const ClockTime midnight{.year = date.year, .month = date.month, .day = date.day};
    const auto moment = fromLocal(midnight);
    if (!moment) {
        return std::nullopt;
    }
    // Of a midnight that is left out mktime gives a moment of either side.
    const std::int64_t shown = *moment + localOffset(*moment);
    return *moment + std::max<std::int64_t>(0, fromUtc(midnight) - shown);
}

std::int64_t DayClock::timeOfDay(std::int64_t wallNs)
{
    constexpr std::int64_t quarter = 900;
    const std::int64_t seconds = floorDivide(wallNs, secondNs);
    if (const std::int64_t now = floorDivide(seconds, quarter); now != m_quarter) {
        m_quarter = now;
        m_offset = localOffset(seconds);
    }
    const std::int64_t local = seconds + m_offset;
    return floorRemainder(local, daySeconds) * secondNs + floorRemainder(wallNs, secondNs);
}

} // namespace pipecore::filter
