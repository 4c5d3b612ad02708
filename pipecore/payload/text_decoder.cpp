#include "pipecore/payload/text_decoder.h"

#include "pipecore/base/utf8.h"

namespace pipecore {

namespace {

TextStep decodeUtf16Le(ByteView bytes, std::size_t position)
{
    const auto unitAt = [bytes](std::size_t at) {
        return std::to_integer<char32_t>(bytes[at])
               | std::to_integer<char32_t>(bytes[at + 1]) << 8U;
    };
    const std::size_t left = bytes.size() - position;
    if (left < 2) {
        return {};
    }
    const char32_t first = unitAt(position);
    if (first < 0xd800 || first > 0xdfff) {
        return {first, 2, true};
    }
    if (first <= 0xdbff && left >= 4) {
        const char32_t second = unitAt(position + 2);
        if (second >= 0xdc00 && second <= 0xdfff) {
            return {0x10000 + ((first - 0xd800) << 10U) + (second - 0xdc00), 4, true};
        }
    }
    return {0, 2, false};
}

} // namespace

TextStep decodeText(ByteView bytes, std::size_t position, TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf16Le: return decodeUtf16Le(bytes, position);
    case TextEncoding::Latin1: return {std::to_integer<char32_t>(bytes[position]), 1, true};
    case TextEncoding::Utf8: break;
    }
    const Utf8Step step = decodeUtf8(asText(bytes), position);
    return {step.codePoint, step.length, step.valid};
}

} // namespace pipecore
