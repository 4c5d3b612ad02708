#include "pipecore/filter.h"

#include "filter/local_time.h"
#include "payload/hex_digits.h"
#include "payload/utf8.h"

#include <chrono>

/// Values as a filter spells them.
namespace pipecore {

namespace {

void appendHex(std::string& text, unsigned char byte)
{
    text += lowerHexDigits[byte >> 4U];
    text += lowerHexDigits[byte & 0xFU];
}

void appendNumber(std::string& text, std::uint64_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    text.append(width - std::min(width, digits.size()), '0');
    text += digits;
}

} // namespace

std::string filterString(std::string_view text)
{
    constexpr unsigned char firstPrintable = 0x20;
    std::string quoted = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const Utf8Step step = decodeUtf8(text, i);
        const auto byte = static_cast<unsigned char>(text[i]);
        if (text[i] == '"' || text[i] == '\\') {
            quoted += {'\\', text[i]};
        } else if (text[i] == '\n') {
            quoted += "\\n";
        } else if (text[i] == '\r') {
            quoted += "\\r";
        } else if (text[i] == '\t') {
            quoted += "\\t";
        } else if (!step.valid || byte < firstPrintable || byte == 0x7F) {
            quoted += "\\x";
            appendHex(quoted, byte);
        } else {
            quoted += text.substr(i, step.length);
        }
        i += step.length;
    }
    return quoted + "\"";
}

std::string filterBytes(ByteView bytes)
{
    std::string text;
    for (const std::byte byte : bytes) {
        if (!text.empty()) {
            text += ':';
        }
        appendHex(text, std::to_integer<unsigned char>(byte));
    }
    return text;
}

std::string filterTime(std::int64_t wallNs)
{
    using namespace std::chrono;
    const sys_time<nanoseconds> moment{nanoseconds(wallNs)};
    const auto day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    std::string text = "\"";
    const auto add = [&text](auto count, std::size_t width, std::string_view behind) {
        appendNumber(text, static_cast<std::uint64_t>(count), width);
        text += behind;
    };
    add(static_cast<int>(date.year()), 4, "-");
    add(static_cast<unsigned>(date.month()), 2, "-");
    add(static_cast<unsigned>(date.day()), 2, "T");
    add(time.hours().count(), 2, ":");
    add(time.minutes().count(), 2, ":");
    add(time.seconds().count(), 2, ".");
    add(time.subseconds().count(), 9, "Z\"");
    return text;
}

} // namespace pipecore
