#include "number_text.h"

#include "pipecore/base/hex_digits.h"

#include <array>
#include <bit>
#include <charconv>
#include <chrono>

namespace pipecore {

namespace {

template <typename Number>
std::string spell(Number number)
{
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end.ptr};
}

std::string padded(std::uint64_t number, std::size_t digits)
{
    std::string text = std::to_string(number);
    text.insert(0, digits - std::min(digits, text.size()), '0');
    return text;
}

} // namespace

std::string floatText(std::uint32_t bits)
{
    return spell(std::bit_cast<float>(bits));
}

std::string doubleText(std::uint64_t bits)
{
    return spell(std::bit_cast<double>(bits));
}

std::optional<std::string> timeText(std::int64_t seconds, std::uint32_t nanoseconds)
{
    constexpr std::int64_t secondsADay = 86'400;
    constexpr std::int64_t firstDay = -719'528; // 0000-01-01
    constexpr std::int64_t lastDay = 2'932'896; // 9999-12-31
    const std::int64_t day = seconds / secondsADay - (seconds % secondsADay < 0 ? 1 : 0);
    if (nanoseconds >= 1'000'000'000 || day < firstDay || day > lastDay) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date(
        std::chrono::sys_days(std::chrono::days(static_cast<int>(day))));
    const auto rest = static_cast<std::uint64_t>(seconds - day * secondsADay);
    std::string text = padded(static_cast<std::uint64_t>(static_cast<int>(date.year())), 4) + '-'
                       + padded(static_cast<unsigned>(date.month()), 2) + '-'
                       + padded(static_cast<unsigned>(date.day()), 2) + ' ' + padded(rest / 3600, 2)
                       + ':' + padded(rest / 60 % 60, 2) + ':' + padded(rest % 60, 2);
    if (nanoseconds > 0) {
        text += '.' + padded(nanoseconds, 9);
    }
    return text + " UTC";
}

std::string hexNumber(std::uint64_t number, unsigned digits)
{
    std::string text = "0x";
    while (digits-- > 0) {
        text += lowerHexDigits[(number >> (4 * digits)) & 0x0FU];
    }
    return text;
}

} // namespace pipecore
