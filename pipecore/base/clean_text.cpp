#include "pipecore/base/clean_text.h"

#include "pipecore/base/utf8.h"

#include <algorithm>

namespace pipecore {

std::string toValidUtf8(std::string_view text, std::size_t limit)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        const Utf8Step step = decodeUtf8(text, i);
        const std::string_view piece = step.valid ? text.substr(i, step.length) : replacement;
        if (result.size() + piece.size() > limit) {
            break;
        }
        result += piece;
        i += step.length;
    }
    return result;
}

std::string_view clipUtf8(std::string_view text, std::size_t limit)
{
    if (text.size() <= limit) {
        return text;
    }
    std::size_t end = limit;
    // Back over the bytes that continue a character, if it is one; no further than one is long.
    while (end > 0 && limit - end < 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

namespace {

std::string cleaned(std::string_view text, bool keepsLineBreaks)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (c >= ' ' && c < '\x7F') { // most of them
            result += c;
            ++i;
            continue;
        }
        const Utf8Step step = decodeUtf8(text, i);
        if (c == '\n' && keepsLineBreaks) {
            result += c;
        } else if (c >= 0 && c < ' ') {
            result += ' ';
        } else {
            const bool isShown = step.valid && isPrintable(step.codePoint);
            result += isShown ? text.substr(i, step.length) : replacement;
        }
        i += step.length;
    }
    return result;
}

} // namespace

std::string onOneLine(std::string_view text)
{
    return cleaned(text, false);
}

std::string onLines(std::string_view text)
{
    return cleaned(text, true);
}

bool isPlainText(std::string_view text)
{
    const auto isControl = [](char c) {
        return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t')
               || c == 0x7F;
    };
    return std::ranges::none_of(text, isControl) && findInvalidUtf8(text) == std::string_view::npos;
}

} // namespace pipecore
