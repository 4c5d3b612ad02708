#include "pipecore/base/hex_digits.h"
#include "pipecore/payload/payload.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::size_t dumpWidth = 16;
constexpr std::size_t dumpOffsetDigits = 8;

char* putByte(char* out, std::byte byte, std::string_view digits)
{
    const auto value = std::to_integer<unsigned>(byte);
    *out++ = digits[value >> 4U];
    *out++ = digits[value & 0x0fU];
    return out;
}

char* putDumpLine(char* out, std::size_t offset, ByteView line)
{
    for (std::size_t digit = dumpOffsetDigits; digit-- > 0;) {
        *out++ = lowerHexDigits[(offset >> (4 * digit)) & 0x0fU];
    }
    *out++ = ' ';
    for (std::size_t i = 0; i < dumpWidth; ++i) {
        if (i % (dumpWidth / 2) == 0) {
            *out++ = ' ';
        }
        if (i < line.size()) {
            out = putByte(out, line[i], lowerHexDigits);
        } else {
            *out++ = ' ';
            *out++ = ' ';
        }
        *out++ = ' ';
    }
    *out++ = ' ';
    *out++ = '|';
    for (const std::byte byte : line) {
        const auto c = std::to_integer<unsigned char>(byte);
        *out++ = c >= 0x20 && c < 0x7f ? static_cast<char>(c) : '.';
    }
    *out++ = '|';
    *out++ = '\n';
    return out;
}

} // namespace

std::string formatHex(ByteView bytes, std::size_t perLine)
{
    std::string text(bytes.empty() ? 0 : bytes.size() * 3 - 1, ' ');
    char* out = text.data();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i > 0) {
            *out++ = perLine > 0 && i % perLine == 0 ? '\n' : ' ';
        }
        out = putByte(out, bytes[i], upperHexDigits);
    }
    return text;
}

std::string hexDump(ByteView bytes)
{
    // Around the text column a line has the offset, a blank, two halves of 1 + 8 * 3, " |", "|\n".
    constexpr std::size_t frame = dumpOffsetDigits + 1 + 2 + dumpWidth * 3 + 2 + 2;
    const std::size_t lines = (bytes.size() + dumpWidth - 1) / dumpWidth;
    std::string text(lines * frame + bytes.size(), ' ');
    char* out = text.data();
    for (std::size_t offset = 0; offset < bytes.size(); offset += dumpWidth) {
        const std::size_t count = std::min(dumpWidth, bytes.size() - offset);
        out = putDumpLine(out, offset, bytes.subspan(offset, count));
    }
    return text;
}

} // namespace pipecore
