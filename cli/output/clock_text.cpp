#include "output/clock_text.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace pipescope::cli {

namespace {

constexpr std::int64_t nsPerSecond = 1'000'000'000;
constexpr std::int64_t nsPerMicrosecond = 1'000;

struct Parts
{
    std::time_t seconds;
    long microseconds;
};

Parts split(std::int64_t wallNs)
{
    std::int64_t seconds = wallNs / nsPerSecond;
    std::int64_t rest = wallNs % nsPerSecond;
    if (rest < 0) {
        rest += nsPerSecond;
        --seconds;
    }
    return {static_cast<std::time_t>(seconds), static_cast<long>(rest / nsPerMicrosecond)};
}

} // namespace

std::string localClock(std::int64_t wallNs)
{
    const Parts parts = split(wallNs);
    std::tm time{};
#ifdef _WIN32
    localtime_s(&time, &parts.seconds);
#else
    localtime_r(&parts.seconds, &time);
#endif
    std::array<char, 64> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "%H:%M:%S", &time);
    std::array<char, 16> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%06ld", parts.microseconds);
    return std::string(text.data(), length) + fraction.data();
}

} // namespace pipescope::cli
