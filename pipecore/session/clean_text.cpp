#include "session/clean_text.h"

#include "payload/utf8.h"

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

} // namespace pipecore
