#pragma once

namespace pipecore {

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
