#include "pipecore/filter/filter.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/time_text.h"
#include "pipecore/base/utf8.h"

/// Values as a filter spells them.
namespace pipecore {

namespace {

void appendHex(std::string& text, unsigned char byte)
{
    text += lowerHexDigits[byte >> 4U];
    text += lowerHexDigits[byte & 0xFU];
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
    return '"' + isoUtcText(wallNs) + '"';
}

} // namespace pipecore
