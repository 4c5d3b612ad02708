#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pipecore {

/// The same text with U+FFFD for each byte that is not UTF-8, of at most `limit` bytes.
[[nodiscard]] std::string toValidUtf8(std::string_view text, std::size_t limit);

/// At most `limit` bytes of `text`, not cut within a character.
[[nodiscard]] std::string_view clipUtf8(std::string_view text, std::size_t limit);

/// Foreign text as part of our output: a line of a terminal or a log, a name or a
/// description in a recording. It stays on one line and cannot steer a terminal or turn the direction of
/// what is around it: control characters below 0x20 become spaces; DEL, C1 (U+0080 to U+009F), bidi
/// controls, other invisible characters and bytes that are not UTF-8 become U+FFFD.
///
/// Program names, command lines, names of pipes and of accounts are chosen by others: all of them go
/// through here. Any thread.
[[nodiscard]] std::string onOneLine(std::string_view text);

/// The same for a text of several lines whose line breaks are our own.
[[nodiscard]] std::string onLines(std::string_view text);

/// Text as people write it: UTF-8, and no control characters but line breaks and tabs.
[[nodiscard]] bool isPlainText(std::string_view text);

/// Whether a character shows as itself: no control character, nothing invisible, nothing that turns
/// the direction of the text around it, no line separator, not one of the code points that are no
/// characters (Qt's documents use some of them for their own ends).
constexpr bool isPrintable(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xad) {
        return false;
    }
    if (c < 0x300) {
        return true;
    }
    const bool invisible = c == 0x061c || c == 0x180e || (c >= 0x200b && c <= 0x200f)
                           || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f)
                           || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffc)
                           || (c >= 0xe0000 && c <= 0xe0fff);
    const bool noCharacter = (c & 0xfffeU) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef)
                             || (c >= 0xd800 && c <= 0xdfff) || c > 0x10ffff;
    return !invisible && !noCharacter;
}

} // namespace pipecore
