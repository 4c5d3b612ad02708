#include "pipecore/base/time_text.h"

#include "pipecore/base/elapsed.h"

#include <array>
#include <chrono>
#include <cstddef>

namespace pipecore {

namespace {

struct Parts
{
    std::string date;               ///< 2025-01-31
    std::array<char, 18> time = {}; ///< 23:59:59.123456789
};

template <std::size_t Width>
void putDigits(char* place, std::uint64_t number)
{
    for (std::size_t i = Width; i-- > 0; number /= 10) {
        place[i] = static_cast<char>('0' + number % 10);
    }
}

std::string dateText(std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    std::string text = std::to_string(static_cast<int>(date.year())) + "-00-00";
    char* const end = text.data() + text.size();
    putDigits<2>(end - 5, static_cast<unsigned>(date.month()));
    putDigits<2>(end - 2, static_cast<unsigned>(date.day()));
    return text;
}

Parts partsOf(std::int64_t wallNs)
{
    constexpr std::int64_t dayNs = 86'400'000'000'000;
    constexpr std::uint64_t second = 1'000'000'000;
    // Not as a time point less its day: the first day that 64 bits reach begins before they do.
    const auto inDay = static_cast<std::uint64_t>(floorRemainder(wallNs, dayNs));

    Parts parts;
    parts.date = dateText(std::chrono::sys_days(std::chrono::days(floorDivide(wallNs, dayNs))));
    char* const time = parts.time.data();
    putDigits<2>(time, inDay / second / 3600);
    time[2] = ':';
    putDigits<2>(time + 3, inDay / second / 60 % 60);
    time[5] = ':';
    putDigits<2>(time + 6, inDay / second % 60);
    time[8] = '.';
    putDigits<9>(time + 9, inDay % second);
    return parts;
}

} // namespace

std::string utcText(std::int64_t wallNs)
{
    if (wallNs == noTime) {
        return "no time";
    }
    const Parts parts = partsOf(wallNs);
    return parts.date + " " + std::string(parts.time.data(), parts.time.size()) + " UTC";
}

std::string isoUtcText(std::int64_t wallNs)
{
    if (wallNs == noTime) {
        return {};
    }
    const Parts parts = partsOf(wallNs);
    return parts.date + "T" + std::string(parts.time.data(), parts.time.size()) + "Z";
}

} // namespace pipecore
