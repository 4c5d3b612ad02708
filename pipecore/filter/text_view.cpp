#include "text_view.h"

#include "pipecore/base/utf8.h"
#include "pipecore/payload/text_decoder.h"

#include "pipecore/base/bytes.h"

#include <algorithm>

namespace pipecore::filter {

namespace {

constexpr std::string_view byteOrderMark = "\xFF\xFE";

std::optional<std::string_view> cut(std::string_view payload, const Slice& slice)
{
    const auto size = static_cast<std::int64_t>(payload.size());
    const std::int64_t begin = slice.begin < 0 ? size + slice.begin : slice.begin;
    std::int64_t end = size;
    if (slice.length) {
        end = begin + *slice.length;
    } else if (slice.last) {
        end = (*slice.last < 0 ? size + *slice.last : *slice.last) + 1;
    }
    if (begin < 0 || end > size || begin >= end) {
        return std::nullopt;
    }
    return payload.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
}

} // namespace

bool looksLikeUtf16(std::string_view payload)
{
    // Told at once of most that is none.
    return payload.size() >= 4
           && (payload[1] == '\0' || payload[3] == '\0' || payload.starts_with(byteOrderMark))
           && guessEncoding(asBytes(payload)) == TextEncoding::Utf16Le;
}

std::string_view withoutMark(std::string_view payload)
{
    if (payload.starts_with(byteOrderMark)) {
        payload.remove_prefix(byteOrderMark.size());
    }
    return payload;
}

std::string utf8FromUtf16(std::string_view payload)
{
    constexpr char32_t replacement = 0xFFFD;
    const ByteView bytes = asBytes(withoutMark(payload));
    std::string text;
    text.reserve(bytes.size() / 2);
    for (std::size_t place = 0; place < bytes.size();) {
        const TextStep step = decodeText(bytes, place, TextEncoding::Utf16Le);
        appendUtf8(text, step.valid ? step.codePoint : replacement);
        place += step.length;
    }
    return text;
}

std::optional<std::string_view> cut(std::string_view payload, const std::vector<Slice>& slices,
                                    std::string& buffer)
{
    if (slices.empty()) {
        return payload;
    }
    if (slices.size() == 1) {
        return cut(payload, slices.front());
    }
    buffer.clear();
    for (const Slice& slice : slices) {
        const auto part = cut(payload, slice);
        if (!part) {
            return std::nullopt;
        }
        buffer += *part;
    }
    return buffer;
}

} // namespace pipecore::filter
