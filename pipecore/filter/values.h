#pragma once

#include "program.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Values as they are written in a filter.
namespace pipecore::filter {

/// `12`, `0x1f`; not negative.
[[nodiscard]] std::optional<std::int64_t> parseNumber(std::string_view word);

/// A number of any kind that decoders show: `5`, `-0.5`, `1e3`.
[[nodiscard]] std::optional<double> parseDecimal(std::string_view word);

/// Nanoseconds of `5ms`, `-1.5s`, `0.2` (seconds), `ns us µs ms s min h`; `5` and `ms` may be two
/// words, the second is `unit` then. Empty when it is none or beyond what 64 bits hold.
[[nodiscard]] std::optional<std::int64_t> parseDuration(std::string_view number,
                                                        std::string_view unit = {});
[[nodiscard]] bool isDurationUnit(std::string_view word);

/// A moment as exactly as it is written: all nanoseconds of that day, minute, second, millisecond.
struct TimeValue
{
    bool isTimeOfDay = false; ///< of any day; nanoseconds since local midnight
    Range range;              ///< else nanoseconds since 1970 UTC
};
/// `2026-11-22`, `2026-11-22 19:54`, `2026-11-22T19:54:27.123Z`, `…+01:00`, `19:54:27.5`. Local time
/// unless it says otherwise.
[[nodiscard]] std::optional<TimeValue> parseTime(std::string_view text);

/// `de:ad:be:ef`, `de-ad`, `de.ad`, `dead`, `0xdead`.
[[nodiscard]] std::optional<std::string> parseByteWord(std::string_view word);

/// Takes quotes and escapes (`\" \\ \n \r \t \0 \xHH`) off a string token. In r"..." a backslash
/// before anything but a quote stays.
struct StringValue
{
    std::string text;
    std::optional<std::size_t> fault; ///< place in the token of an escape that is none
};
[[nodiscard]] StringValue parseString(std::string_view token);
/// Message about such an escape.
[[nodiscard]] Phrase unknownEscape();
/// The same for a regular expression, which has escapes of its own: only `\"` becomes `"`.
[[nodiscard]] std::string parsePattern(std::string_view token);
/// Offset of a pattern's position in its token.
[[nodiscard]] std::size_t placeInToken(std::string_view token, std::size_t patternOffset);

/// Small letters for A to Z; other bytes stay.
[[nodiscard]] std::string toSmall(std::string_view text);
/// UTF-16LE of a UTF-8 text; invalid UTF-8 makes it empty.
[[nodiscard]] std::string toWide(std::string_view text);

} // namespace pipecore::filter
