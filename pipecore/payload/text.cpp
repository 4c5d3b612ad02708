#include "pipecore/base/clean_text.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/input_error.h"
#include "pipecore/payload/text_decoder.h"

#include <algorithm>
#include <optional>

namespace pipecore {

namespace {

constexpr char32_t noBreakSpace = 0xa0;

void appendUnit(Bytes& bytes, char32_t unit)
{
    bytes.push_back(static_cast<std::byte>(unit & 0xffU));
    bytes.push_back(static_cast<std::byte>(unit >> 8U));
}

/// Appends one character; false when the encoding does not have it.
bool appendCharacter(Bytes& bytes, char32_t c, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Latin1:
        if (c > 0xff) {
            return false;
        }
        bytes.push_back(static_cast<std::byte>(c));
        return true;
    case TextEncoding::Utf16Le:
        if (c < 0x10000) {
            appendUnit(bytes, c);
        } else {
            appendUnit(bytes, 0xd800 + ((c - 0x10000) >> 10U));
            appendUnit(bytes, 0xdc00 + ((c - 0x10000) & 0x3ffU));
        }
        return true;
    case TextEncoding::Utf8: break;
    }
    std::string text;
    appendUtf8(text, c);
    const ByteView encoded = asBytes(text);
    bytes.insert(bytes.end(), encoded.begin(), encoded.end());
    return true;
}

void appendEnding(Bytes& bytes, LineEnding ending, TextEncoding encoding)
{
    if (ending == LineEnding::CrLf) {
        appendCharacter(bytes, U'\r', encoding);
    }
    if (ending == LineEnding::CrLf || ending == LineEnding::Lf) {
        appendCharacter(bytes, U'\n', encoding);
    }
    if (ending == LineEnding::Nul) {
        appendCharacter(bytes, U'\0', encoding);
    }
}

/// The character that `\c` stands for; empty for an unknown escape.
std::optional<char32_t> escapedCharacter(char c)
{
    switch (c) {
    case 'n': return U'\n';
    case 'r': return U'\r';
    case 't': return U'\t';
    case '0': return U'\0';
    case '\\': return U'\\';
    default: return std::nullopt;
    }
}

/// Takes the escape at `position` (a backslash) and moves behind it.
std::optional<InputError> takeEscape(std::string_view input, std::size_t& position,
                                     TextEncoding encoding, Bytes& bytes)
{
    constexpr std::string_view reason =
        PIPECORE_TR("InputError", "unknown escape; use \\n \\r \\t \\0 \\xHH or \\\\");
    const std::size_t left = input.size() - position;
    if (left < 2) {
        return mistake(position, 1, reason);
    }
    if (const auto c = escapedCharacter(input[position + 1])) {
        appendCharacter(bytes, *c, encoding);
        position += 2;
        return std::nullopt;
    }
    if (input[position + 1] != 'x') {
        return mistake(position, 1 + decodeUtf8(input, position + 1).length, reason);
    }
    const std::size_t digits = std::min<std::size_t>(hexRunLength(input, position + 2), 2);
    if (digits < 2) {
        return mistake(position, 2 + digits,
                       PIPECORE_TR("InputError", "expected two hex digits after \\x"));
    }
    bytes.push_back(hexByte(input[position + 2], input[position + 3]));
    position += 4;
    return std::nullopt;
}

void appendEscapedByte(std::string& text, std::byte byte)
{
    const auto value = std::to_integer<unsigned>(byte);
    text += "\\x";
    text += upperHexDigits[value >> 4U];
    text += upperHexDigits[value & 0x0fU];
}

/// The short escape of a character, `\n` and the like; empty when it has none.
std::string_view shortEscape(char32_t c)
{
    switch (c) {
    case U'\n': return "\\n";
    case U'\r': return "\\r";
    case U'\t': return "\\t";
    case U'\0': return "\\0";
    case U'\\': return "\\\\";
    default: return {};
    }
}

} // namespace

Parsed<Bytes> parseText(std::string_view input, TextEncoding encoding, LineEnding ending)
{
    Bytes bytes;
    bytes.reserve(encoding == TextEncoding::Utf16Le ? input.size() * 2 + 4 : input.size() + 2);
    for (std::size_t position = 0; position < input.size();) {
        if (input[position] == '\\') {
            if (const auto error = takeEscape(input, position, encoding, bytes)) {
                return std::unexpected(*error);
            }
            continue;
        }
        const Utf8Step step = decodeUtf8(input, position);
        if (!step.valid) {
            return std::unexpected(
                mistake(position, 1, PIPECORE_TR("InputError", "invalid UTF-8 byte")));
        }
        if (!appendCharacter(bytes, step.codePoint, encoding)) {
            return std::unexpected(
                mistake(position, step.length,
                        PIPECORE_TR("InputError", "the character is not in Latin-1")));
        }
        position += step.length;
    }
    appendEnding(bytes, ending, encoding);
    return bytes;
}

std::string formatText(ByteView bytes, TextEncoding encoding)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (std::size_t position = 0; position < bytes.size();) {
        const TextStep step = decodeText(bytes, position, encoding);
        const std::string_view escape = step.valid ? shortEscape(step.codePoint) : "";
        if (!escape.empty()) {
            text += escape;
        } else if (step.valid && isPrintable(step.codePoint) && step.codePoint != noBreakSpace) {
            // A no-break space would be shown, and by some editors given back, as a common one.
            appendUtf8(text, step.codePoint);
        } else {
            for (const std::byte byte : bytes.subspan(position, step.length)) {
                appendEscapedByte(text, byte);
            }
        }
        position += step.length;
    }
    return text;
}

std::string previewText(ByteView bytes, TextEncoding encoding, std::size_t maxCharacters)
{
    std::string text;
    std::size_t characters = 0;
    for (std::size_t position = 0; position < bytes.size() && characters < maxCharacters;
         ++characters) {
        const TextStep step = decodeText(bytes, position, encoding);
        if (step.valid && isPrintable(step.codePoint)) {
            appendUtf8(text, step.codePoint);
        } else {
            text += "·";
        }
        position += step.length;
    }
    return text;
}

} // namespace pipecore
