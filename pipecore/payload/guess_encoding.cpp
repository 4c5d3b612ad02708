#include "pipecore/base/utf8.h"
#include "pipecore/payload/payload.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t looksAt = 1024;

/// Every second byte zero is how Western text looks in UTF-16LE, and nothing else.
bool looksLikeUtf16(ByteView bytes)
{
    if (bytes.size() < 4) {
        return false;
    }
    if (bytes[0] == std::byte{0xFF} && bytes[1] == std::byte{0xFE}) {
        return true;
    }
    std::size_t highZero = 0;
    std::size_t lowZero = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        lowZero += bytes[at] == std::byte{0} ? 1 : 0;
        highZero += bytes[at + 1] == std::byte{0} ? 1 : 0;
    }
    const std::size_t units = bytes.size() / 2;
    return bytes.size() % 2 == 0 && highZero * 2 > units && lowZero * 8 <= units;
}

/// Whether a UTF-8 character begins at `at` and continues past the end.
bool isCutOff(std::string_view text, std::size_t at)
{
    const auto first = static_cast<unsigned char>(text[at]);
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
    return first < 0xF5 && length > text.size() - at
           && std::ranges::all_of(text.substr(at + 1), continues);
}

} // namespace

TextEncoding guessEncoding(ByteView bytes)
{
    const ByteView start = bytes.first(std::min(bytes.size(), looksAt));
    if (looksLikeUtf16(start)) {
        return TextEncoding::Utf16Le;
    }
    const std::size_t bad = findInvalidUtf8(asText(start));
    return bad == std::string_view::npos || isCutOff(asText(start), bad) ? TextEncoding::Utf8
                                                                         : TextEncoding::Latin1;
}

} // namespace pipecore
