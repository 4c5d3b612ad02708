#include "pipecore/base/utf8.h"

#include <algorithm>

namespace pipecore {

namespace {

struct Lead
{
    std::size_t length;
    unsigned char mask;
    char32_t smallest; ///< smaller numbers in this many bytes are overlong
};

constexpr Lead leadOf(unsigned char byte)
{
    if (byte < 0x80) {
        return {1, 0x7f, 0};
    }
    if (byte >= 0xc2 && byte <= 0xdf) {
        return {2, 0x1f, 0x80};
    }
    if (byte >= 0xe0 && byte <= 0xef) {
        return {3, 0x0f, 0x800};
    }
    if (byte >= 0xf0 && byte <= 0xf4) {
        return {4, 0x07, 0x10000};
    }
    return {0, 0, 0};
}

} // namespace

Utf8Step decodeUtf8(std::string_view text, std::size_t position)
{
    const auto first = static_cast<unsigned char>(text[position]);
    const Lead lead = leadOf(first);
    if (lead.length == 0 || lead.length > text.size() - position) {
        return {};
    }
    char32_t codePoint = first & lead.mask;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto next = static_cast<unsigned char>(text[position + i]);
        if ((next & 0xc0U) != 0x80U) {
            return {};
        }
        codePoint = (codePoint << 6U) | (next & 0x3fU);
    }
    const bool surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
    if (codePoint < lead.smallest || surrogate || codePoint > 0x10ffff) {
        return {};
    }
    return {codePoint, lead.length, true};
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto tail = [codePoint](unsigned shift) {
        return static_cast<char>(0x80U | ((codePoint >> shift) & 0x3fU));
    };
    if (codePoint < 0x80) {
        text += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        text += static_cast<char>(0xc0U | (codePoint >> 6U));
        text += tail(0);
    } else if (codePoint < 0x10000) {
        text += static_cast<char>(0xe0U | (codePoint >> 12U));
        text += tail(6);
        text += tail(0);
    } else {
        text += static_cast<char>(0xf0U | (codePoint >> 18U));
        text += tail(12);
        text += tail(6);
        text += tail(0);
    }
}

std::size_t characterNumber(std::string_view text, std::size_t offset)
{
    const auto startsCharacter = [](char c) {
        return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
    };
    const auto before = std::ranges::count_if(text.substr(0, offset), startsCharacter);
    return static_cast<std::size_t>(before) + 1;
}

std::size_t findInvalidUtf8(std::string_view text)
{
    for (std::size_t position = 0; position < text.size();) {
        const Utf8Step step = decodeUtf8(text, position);
        if (!step.valid) {
            return position;
        }
        position += step.length;
    }
    return std::string_view::npos;
}

} // namespace pipecore
