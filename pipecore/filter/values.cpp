#include "values.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace pipecore::filter {

namespace {

struct Unit
{
    std::string_view word;
    std::int64_t nanoseconds = 0;
};
constexpr auto units = std::to_array<Unit>({
    {"ns", 1},
    {"us", 1'000},
    {"\xC2\xB5s", 1'000},
    {"\xCE\xBCs", 1'000}, // the other letter that looks like micro
    {"ms", 1'000'000},
    {"s", 1'000'000'000},
    {"min", 60'000'000'000},
    {"h", 3'600'000'000'000},
});

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::find_if_not(text, isDigit) - text.begin());
}

/// Of two digits at `place`, or -1.
int hexByte(std::string_view text, std::size_t place)
{
    if (place + 1 >= text.size()) {
        return -1;
    }
    const int high = hexValue(text[place]);
    const int low = hexValue(text[place + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool isRaw(std::string_view token)
{
    return token.starts_with('r');
}

/// Between the quotes.
std::string_view inside(std::string_view token)
{
    token.remove_prefix(isRaw(token) ? 2 : 1);
    token.remove_suffix(1);
    return token;
}

} // namespace

std::optional<std::int64_t> parseNumber(std::string_view word)
{
    int base = 10;
    if (word.starts_with("0x") || word.starts_with("0X")) {
        word.remove_prefix(2);
        base = 16;
    }
    std::int64_t value = 0;
    const char* end = word.data() + word.size();
    if (word.empty() || word.front() == '-') {
        return std::nullopt;
    }
    const auto [rest, error] = std::from_chars(word.data(), end, value, base);
    return error == std::errc{} && rest == end ? std::optional(value) : std::nullopt;
}

bool isDurationUnit(std::string_view word)
{
    return std::ranges::find(units, word, &Unit::word) != units.end();
}

std::optional<std::int64_t> parseDuration(std::string_view number, std::string_view unit)
{
    constexpr std::size_t maxDigits = 18;
    const bool negative = number.starts_with('-');
    number.remove_prefix(negative || number.starts_with('+') ? 1 : 0);
    const std::size_t whole = digitsAt(number);
    std::string_view rest = number.substr(whole);
    std::string_view fraction;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        fraction = rest.substr(0, digitsAt(rest));
        rest.remove_prefix(fraction.size());
    }
    if (whole + fraction.size() == 0 || whole > maxDigits || (!unit.empty() && !rest.empty())) {
        return std::nullopt;
    }
    unit = !unit.empty() ? unit : rest.empty() ? "s" : rest;
    const auto known = std::ranges::find(units, unit, &Unit::word);
    if (known == units.end()) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    if (whole > 0) {
        std::from_chars(number.data(), number.data() + whole, value);
    }
    if (value > std::numeric_limits<std::int64_t>::max() / known->nanoseconds - 1) {
        return std::nullopt;
    }
    value *= known->nanoseconds;
    std::int64_t step = known->nanoseconds;
    // Digits beyond the nanosecond fall away.
    for (std::size_t i = 0; i < fraction.size() && step > 0; ++i) {
        value += step / 10 * (fraction[i] - '0') + step % 10 * (fraction[i] - '0') / 10;
        step /= 10;
    }
    return negative ? -value : value;
}

std::optional<std::string> parseByteWord(std::string_view word)
{
    if (word.starts_with("0x") || word.starts_with("0X")) {
        word.remove_prefix(2);
    }
    constexpr std::string_view separators = ":-.";
    std::string bytes;
    char separator = 0;
    for (std::size_t place = 0; place < word.size();) {
        const int byte = hexByte(word, place);
        if (byte < 0) {
            return std::nullopt;
        }
        bytes += static_cast<char>(byte);
        place += 2;
        if (place == word.size() || !separators.contains(word[place])) {
            if (separator != 0 && place != word.size()) {
                return std::nullopt;
            }
            continue;
        }
        if (separator == 0 && bytes.size() == 1) {
            separator = word[place];
        }
        if (word[place] != separator || place + 1 == word.size()) {
            return std::nullopt;
        }
        ++place;
    }
    return bytes.empty() ? std::nullopt : std::optional(bytes);
}

std::optional<double> parseDecimal(std::string_view word)
{
    double number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc{} && end == word.data() + word.size() ? std::optional(number)
                                                                    : std::nullopt;
}

Phrase unknownEscape()
{
    return {PIPECORE_TR("ErrorDetail", "Unknown escape: use \\\\ \\\" \\n \\r \\t \\0 or \\xHH")};
}

StringValue parseString(std::string_view token)
{
    const bool raw = isRaw(token);
    const std::string_view text = inside(token);
    StringValue value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            value.text += text[i];
            continue;
        }
        const char escape = text[++i]; // a lone backslash would have taken the quote along
        if (raw) {
            value.text += escape == '"' ? "\"" : std::string{'\\', escape};
            continue;
        }
        switch (escape) {
        case '"':
        case '\\': value.text += escape; break;
        case 'n': value.text += '\n'; break;
        case 'r': value.text += '\r'; break;
        case 't': value.text += '\t'; break;
        case '0': value.text += '\0'; break;
        default: {
            const int byte = escape == 'x' ? hexByte(text, i + 1) : -1;
            if (byte < 0) {
                value.fault = i; // of the backslash, counted with the opening quote
                return value;
            }
            value.text += static_cast<char>(byte);
            i += 2;
        }
        }
    }
    return value;
}

std::string parsePattern(std::string_view token)
{
    const std::string_view text = inside(token);
    std::string pattern;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && text[i + 1] == '"') {
            continue;
        }
        pattern += text[i];
        if (text[i] == '\\') {
            pattern += text[++i];
        }
    }
    return pattern;
}

std::size_t placeInToken(std::string_view token, std::size_t patternOffset)
{
    const std::string_view text = inside(token);
    std::size_t place = 0;
    for (std::size_t done = 0; done < patternOffset && place < text.size(); ++place) {
        if (text[place] == '\\') {
            if (text[place + 1] != '"') {
                ++done;
            }
            ++place;
        }
        ++done;
    }
    return place + (isRaw(token) ? 2 : 1);
}

std::string toSmall(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return small;
}

std::string toWide(std::string_view text)
{
    constexpr char32_t firstPair = 0x10000;
    std::string wide;
    const auto add = [&wide](char32_t unit) {
        wide += static_cast<char>(unit & 0xFFU);
        wide += static_cast<char>((unit >> 8U) & 0xFFU);
    };
    for (std::size_t place = 0; place < text.size();) {
        const Utf8Step step = decodeUtf8(text, place);
        if (!step.valid) {
            return {};
        }
        if (step.codePoint >= firstPair) {
            add(0xD800U + ((step.codePoint - firstPair) >> 10U));
            add(0xDC00U + ((step.codePoint - firstPair) & 0x3FFU));
        } else {
            add(step.codePoint);
        }
        place += step.length;
    }
    return wide;
}

} // namespace pipecore::filter
