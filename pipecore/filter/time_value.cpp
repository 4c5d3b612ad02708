#include "local_time.h"
#include "values.h"

#include <chrono>

namespace pipecore::filter {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t day = 24 * 60 * minute;
/// Moments that 64 bits of nanoseconds hold, with room to spare.
constexpr int firstYear = 1970;
constexpr int lastYear = 2261;

/// Takes a text apart from the front.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    /// `count` digits.
    [[nodiscard]] std::optional<int> digits(std::size_t count)
    {
        if (m_text.size() < count) {
            return std::nullopt;
        }
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_text[i] < '0' || m_text[i] > '9') {
                return std::nullopt;
            }
            value = value * 10 + (m_text[i] - '0');
        }
        m_text.remove_prefix(count);
        return value;
    }
    [[nodiscard]] bool take(char wanted)
    {
        if (!m_text.starts_with(wanted)) {
            return false;
        }
        m_text.remove_prefix(1);
        return true;
    }
    [[nodiscard]] bool isAtEnd() const { return m_text.empty(); }
    [[nodiscard]] std::string_view rest() const { return m_text; }

private:
    std::string_view m_text;
};

struct DayTime
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t fraction = 0;  ///< nanoseconds
    std::int64_t precision = 1; ///< of how many nanoseconds it speaks
};

/// `19:54`, `19:54:27`, `19:54:27.123456789`; `7:05` too.
std::optional<DayTime> readDayTime(Reader& reader)
{
    constexpr int maxFractionDigits = 9;
    DayTime time;
    const bool shortHour = reader.rest().size() > 1 && reader.rest()[1] == ':';
    const auto hour = reader.digits(shortHour ? 1 : 2);
    if (!hour || !reader.take(':')) {
        return std::nullopt;
    }
    const auto minutes = reader.digits(2);
    if (!minutes || *hour > 23 || *minutes > 59) {
        return std::nullopt;
    }
    time.hour = *hour;
    time.minute = *minutes;
    time.precision = minute;
    if (!reader.take(':')) {
        return time;
    }
    const auto seconds = reader.digits(2);
    if (!seconds || *seconds > 59) {
        return std::nullopt;
    }
    time.second = *seconds;
    time.precision = second;
    if (!reader.take('.')) {
        return time;
    }
    int count = 0;
    for (; count < maxFractionDigits; ++count) {
        const auto digit = reader.digits(1);
        if (!digit) {
            break;
        }
        time.precision /= 10;
        time.fraction += *digit * time.precision;
    }
    return count > 0 ? std::optional(time) : std::nullopt;
}

/// `Z`, `+01:00`, `-0830`; minutes ahead of UTC.
std::optional<int> readZone(Reader& reader)
{
    if (reader.take('Z')) {
        return 0;
    }
    const bool west = reader.take('-');
    if (!west && !reader.take('+')) {
        return std::nullopt;
    }
    const auto hours = reader.digits(2);
    [[maybe_unused]] const bool colon = reader.take(':');
    const auto minutes = reader.digits(2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59) {
        return std::nullopt;
    }
    return (west ? -1 : 1) * (*hours * 60 + *minutes);
}

std::optional<TimeValue> timeOfDay(Reader reader)
{
    const auto time = readDayTime(reader);
    if (!time || !reader.isAtEnd()) {
        return std::nullopt;
    }
    TimeValue value;
    value.isTimeOfDay = true;
    value.range.first = (std::int64_t{time->hour} * 60 + time->minute) * minute
                        + time->second * second + time->fraction;
    value.range.last = value.range.first + time->precision - 1;
    return value;
}

std::optional<ClockTime> readDate(Reader& reader)
{
    const auto year = reader.digits(4);
    if (!year || !reader.take('-')) {
        return std::nullopt;
    }
    const auto month = reader.digits(2);
    if (!month || !reader.take('-')) {
        return std::nullopt;
    }
    const auto dayOfMonth = reader.digits(2);
    if (!dayOfMonth || *year < firstYear || *year > lastYear
        || !std::chrono::year_month_day(std::chrono::year(*year),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*dayOfMonth)))
                .ok()) {
        return std::nullopt;
    }
    return ClockTime{.year = *year, .month = *month, .day = *dayOfMonth};
}

/// From midnight to midnight: 23 or 25 hours when the clock is changed.
std::optional<TimeValue> localDay(ClockTime date)
{
    const auto begin = startOfDay(date);
    ++date.day;
    const auto next = startOfDay(date);
    if (!begin || !next) {
        return std::nullopt;
    }
    TimeValue value;
    value.range = {.first = *begin * second, .last = *next * second - 1};
    return value;
}

} // namespace

std::optional<TimeValue> parseTime(std::string_view text)
{
    Reader reader(text);
    auto clock = readDate(reader);
    if (!clock) {
        return timeOfDay(Reader(text));
    }
    if (reader.isAtEnd()) {
        return localDay(*clock);
    }
    DayTime time;
    time.precision = day;
    if (reader.take(' ') || reader.take('T')) {
        const auto read = readDayTime(reader);
        if (!read) {
            return std::nullopt;
        }
        time = *read;
        clock->hour = time.hour;
        clock->minute = time.minute;
        clock->second = time.second;
    }
    std::optional<std::int64_t> seconds;
    if (reader.isAtEnd()) {
        seconds = fromLocal(*clock);
    } else if (const auto zone = readZone(reader); zone && reader.isAtEnd()) {
        seconds = fromUtc(*clock) - std::int64_t{*zone} * 60;
    }
    if (!seconds) {
        return std::nullopt;
    }
    TimeValue value;
    value.range.first = *seconds * second + time.fraction;
    value.range.last = value.range.first + time.precision - 1;
    return value;
}

} // namespace pipecore::filter
