#include "pipecore/payload/copy_formats.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"
#include "pipecore/payload/text_decoder.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr CopyStyleInfo infos[] = {
    {CopyStyle::Text, "text", PIPECORE_TR("CopyStyle", "Text")},
    {CopyStyle::Hex, "hex", PIPECORE_TR("CopyStyle", "Hex")},
    {CopyStyle::HexDump, "hexdump", PIPECORE_TR("CopyStyle", "Hex dump")},
    {CopyStyle::CArray, "c", PIPECORE_TR("CopyStyle", "C array")},
    {CopyStyle::CSharp, "csharp", PIPECORE_TR("CopyStyle", "C# array")},
    {CopyStyle::Go, "go", PIPECORE_TR("CopyStyle", "Go slice")},
    {CopyStyle::Rust, "rust", PIPECORE_TR("CopyStyle", "Rust array")},
    {CopyStyle::Python, "python", PIPECORE_TR("CopyStyle", "Python bytes")},
    {CopyStyle::JavaScript, "javascript", PIPECORE_TR("CopyStyle", "JavaScript array")},
    {CopyStyle::Base64, "base64", PIPECORE_TR("CopyStyle", "Base64")},
};

constexpr std::size_t lineBytes = 12;

/// How a language writes a list of numbers.
struct ListSpelling
{
    std::string_view gap;         ///< inside the brackets of a list on one line
    std::string_view indent;      ///< of a line
    std::string_view lastInLines; ///< behind the last number of several lines
};

/// `0x48, 0x65`, broken after 12 numbers, with what stands between it and its brackets.
std::string numbers(ByteView bytes, const ListSpelling& spelling)
{
    if (bytes.empty()) {
        return std::string(spelling.gap);
    }
    const bool oneLine = bytes.size() <= lineBytes;
    std::string text;
    text.reserve(bytes.size() * 6 + 16);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        if (at > 0) {
            text += ',';
        }
        if (!oneLine && at % lineBytes == 0) {
            text += '\n';
            text += spelling.indent;
        } else if (at > 0) {
            text += ' ';
        } else {
            text += spelling.gap;
        }
        const auto value = std::to_integer<unsigned>(bytes[at]);
        text += "0x";
        text += lowerHexDigits[value >> 4U];
        text += lowerHexDigits[value & 0x0FU];
    }
    if (oneLine) {
        text += spelling.gap;
    } else {
        text += spelling.lastInLines;
        text += '\n';
    }
    return text;
}

constexpr ListSpelling cLike{" ", "    ", ""};
constexpr ListSpelling goLike{"", "\t", ","};     // as gofmt lays it out
constexpr ListSpelling rustLike{"", "    ", ","}; // as rustfmt does
constexpr ListSpelling scriptLike{"", "    ", ""};

void appendPythonByte(std::string& text, std::byte byte)
{
    const auto value = std::to_integer<unsigned char>(byte);
    switch (value) {
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    default: break;
    }
    if (value >= 0x20 && value < 0x7F) {
        text += static_cast<char>(value);
        return;
    }
    text += "\\x";
    text += lowerHexDigits[value >> 4U];
    text += lowerHexDigits[value & 0x0FU];
}

/// Literals that stand behind each other are one, in brackets also over several lines.
std::string pythonBytes(ByteView bytes)
{
    constexpr std::size_t width = 72;
    std::string text;
    std::size_t lineStart = 0;
    bool broken = false;
    for (const std::byte byte : bytes) {
        if (text.size() - lineStart > width) {
            text += "\"\n    b\"";
            lineStart = text.size();
            broken = true;
        }
        appendPythonByte(text, byte);
    }
    return broken ? "(\n    b\"" + text + "\"\n)" : "b\"" + text + '"';
}

std::string upperCase(std::string_view name)
{
    std::string text(name);
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

std::string plainText(ByteView bytes)
{
    const TextEncoding encoding = guessEncoding(bytes);
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const TextStep step = decodeText(bytes, at, encoding);
        appendUtf8(text, step.valid ? step.codePoint : U'\uFFFD');
        at += step.length;
    }
    return text;
}

} // namespace

std::span<const CopyStyleInfo> copyStyles()
{
    return infos;
}

std::string formatCArray(ByteView bytes, std::string_view name)
{
    return "unsigned char " + std::string(name) + '[' + std::to_string(bytes.size()) + "] = {"
           + numbers(bytes, cLike) + "};";
}

std::string formatBase64(ByteView bytes)
{
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t group = 3;
    std::string text;
    text.reserve((bytes.size() + group - 1) / group * 4);
    for (std::size_t at = 0; at < bytes.size(); at += group) {
        const std::size_t count = std::min(group, bytes.size() - at);
        unsigned bits = 0;
        for (std::size_t i = 0; i < group; ++i) {
            bits = bits << 8U | (i < count ? std::to_integer<unsigned>(bytes[at + i]) : 0U);
        }
        for (std::size_t digit = 0; digit < 4; ++digit) {
            text += digit <= count ? digits[bits >> (6 * (3 - digit)) & 0x3FU] : '=';
        }
    }
    return text;
}

std::string formatForCopy(ByteView bytes, CopyStyle style, std::string_view name)
{
    const std::string word(name);
    switch (style) {
    case CopyStyle::Text: return plainText(bytes);
    case CopyStyle::Hex: return formatHex(bytes);
    case CopyStyle::HexDump: return hexDump(bytes);
    case CopyStyle::CArray: return formatCArray(bytes, name);
    case CopyStyle::CSharp:
        return "byte[] " + word + " = new byte[] {" + numbers(bytes, cLike) + "};";
    case CopyStyle::Go: return "var " + word + " = []byte{" + numbers(bytes, goLike) + '}';
    case CopyStyle::Rust:
        return "const " + upperCase(name) + ": [u8; " + std::to_string(bytes.size()) + "] = ["
               + numbers(bytes, rustLike) + "];";
    case CopyStyle::Python: return word + " = " + pythonBytes(bytes);
    case CopyStyle::JavaScript:
        return "const " + word + " = new Uint8Array([" + numbers(bytes, scriptLike) + "]);";
    case CopyStyle::Base64: break;
    }
    return formatBase64(bytes);
}

} // namespace pipecore
