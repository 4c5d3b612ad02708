#include "length_field.h"

#include "number_bytes.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

namespace {

using Form = LengthField::Form;
using Counts = LengthField::Counts;
using State = LengthReading::State;

constexpr std::size_t maxVarint = 10;
/// Numbers above are nonsense, and sums with them could overflow.
constexpr std::uint64_t maxLength = std::uint64_t{1} << 62U;

struct Number
{
    State state = State::Short;
    std::uint64_t value = 0;
    std::size_t width = 0;
};

Number readVarint(ByteView bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < std::min(bytes.size(), maxVarint); ++i) {
        const auto byte = std::to_integer<std::uint64_t>(bytes[i]);
        value |= (byte & 0x7FU) << (7 * i);
        if (byte < 0x80) {
            const bool overflows = i == maxVarint - 1 && byte > 1;
            return {overflows ? State::Wrong : State::Good, value, i + 1};
        }
    }
    return {bytes.size() < maxVarint ? State::Short : State::Wrong, 0, maxVarint};
}

Number readField(const LengthField& field, ByteView bytes)
{
    if (field.form == Form::Varint) {
        return readVarint(bytes);
    }
    if (bytes.size() < field.width) {
        return {};
    }
    const ByteView own = bytes.first(field.width);
    if (field.form == Form::Binary) {
        return {State::Good, loadNumber(own, field.order), field.width};
    }
    std::uint64_t value = 0;
    const bool good = readNumber(asText(own), value, 16);
    return {good ? State::Good : State::Wrong, value, field.width};
}

/// Bytes that the number counts beside the content.
std::uint64_t counted(const LengthField& field, std::size_t width)
{
    switch (field.counts) {
    case Counts::Content: return 0;
    case Counts::Itself: return width;
    case Counts::Header: return field.offset + width + field.extra;
    }
    return 0;
}

bool begins(ByteView bytes, ByteView mark)
{
    const std::size_t both = std::min(bytes.size(), mark.size());
    return std::ranges::equal(bytes.first(both), mark.first(both));
}

Bytes varint(std::uint64_t value)
{
    Bytes bytes;
    for (; value >= 0x80; value >>= 7U) {
        bytes.push_back(static_cast<std::byte>((value & 0x7FU) | 0x80U));
    }
    bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

Bytes hexDigits(std::uint64_t value, std::size_t width)
{
    const std::string text = hexNumber(value, (width + 1) / 2);
    Bytes bytes = toBytes(std::string_view(text).substr(text.size() - width));
    for (std::byte& byte : bytes) {
        const auto c = std::to_integer<char>(byte);
        byte = static_cast<std::byte>(c >= 'A' ? c - 'A' + 'a' : c);
    }
    return bytes;
}

/// The number itself, for a field of `width` bytes; empty when it does not fit.
std::optional<Bytes> encoded(const LengthField& field, std::uint64_t value)
{
    if (field.form == Form::Varint) {
        return varint(value);
    }
    const unsigned bits = (field.form == Form::Binary ? 8U : 4U) * field.width;
    if (bits < 64 && value >> bits != 0) {
        return std::nullopt;
    }
    if (field.form == Form::HexDigits) {
        return hexDigits(value, field.width);
    }
    Bytes bytes(field.width);
    storeNumber(bytes, value, field.order);
    return bytes;
}

/// The number for a content; a varint counts its own size.
std::optional<std::uint64_t> numberFor(const LengthField& field, std::uint64_t content,
                                       std::size_t width)
{
    const auto sum = static_cast<std::int64_t>(content + counted(field, width)) - field.add;
    return sum < 0 ? std::nullopt : std::optional(static_cast<std::uint64_t>(sum));
}

} // namespace

LengthReading readLength(const FramingRule& rule, ByteView bytes, bool strict)
{
    const LengthField& field = rule.length;
    LengthReading reading;
    if (!rule.mark.empty() && !begins(bytes, rule.mark)) {
        reading.state = State::Wrong;
        reading.headerSize = bytes.size();
        return reading;
    }
    if (bytes.size() < field.offset || bytes.size() < rule.mark.size()) {
        return reading;
    }
    const Number number = readField(field, bytes.subspan(field.offset));
    const std::size_t header = field.offset + number.width + field.extra;
    if (number.state == State::Short || (number.state == State::Good && bytes.size() < header)) {
        return reading;
    }
    reading.headerSize = std::min(header, bytes.size());
    reading.number = number.value;
    reading.state = State::Wrong;
    if (number.state == State::Wrong || number.value > maxLength) {
        return reading;
    }
    const std::int64_t content = static_cast<std::int64_t>(number.value) + field.add
                                 - static_cast<std::int64_t>(counted(field, number.width));
    if (content < 0 && !field.smallIsEmpty) {
        return reading;
    }
    reading.content = static_cast<std::uint64_t>(std::max<std::int64_t>(content, 0));
    if (!strict || reading.content <= rule.max) {
        reading.state = State::Good;
    }
    return reading;
}

Phrase lengthProblem(const FramingRule& rule, ByteView bytes, const LengthReading& reading)
{
    if (!rule.mark.empty() && !begins(bytes, rule.mark)) {
        std::string mark;
        appendHex(mark, rule.mark);
        return {PIPECORE_TR("Decode",
                            "no frame: expected %1 at its beginning; skipped to the next one"),
                {mark}};
    }
    if (reading.content > rule.max) {
        return {
            PIPECORE_TR(
                "Decode",
                "length %1 is above the maximum of %2 bytes; skipped to the next plausible header"),
            {std::to_string(reading.number), std::to_string(rule.max)}};
    }
    return {
        PIPECORE_TR("Decode", "length %1 is not possible; skipped to the next plausible header"),
        {std::to_string(reading.number)}};
}

Result<Bytes> withLength(const FramingRule& rule, ByteView header, std::uint64_t content)
{
    const LengthField& field = rule.length;
    Bytes result(header.begin(), header.end());
    if (header.empty()) {
        const std::size_t width = field.form == Form::Varint ? 1 : field.width;
        result.assign(field.offset + width + field.extra, std::byte{});
        std::ranges::copy(rule.mark, result.begin());
        if (field.form == Form::HexDigits) {
            std::fill_n(result.begin() + field.offset, field.width, std::byte{'0'});
        }
    }
    const Number old = result.size() < field.offset
                           ? Number{}
                           : readField(field, ByteView(result).subspan(field.offset));
    if (old.state == State::Short
        || result.size() != field.offset + old.width + std::size_t{field.extra}) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "The header has %1 bytes, which the framing rule does not expect."),
             {std::to_string(header.size())}});
    }
    const LengthReading reading = readLength(rule, result, false);
    if (!header.empty() && reading.state == State::Good && reading.content == content) {
        return result;
    }
    std::size_t width = field.form == Form::Varint ? 1 : field.width;
    std::optional<Bytes> number;
    for (; width <= maxVarint; ++width) {
        const auto value = numberFor(field, content, width);
        number = value ? encoded(field, *value) : std::nullopt;
        if (!number || number->size() == width || field.form != Form::Varint) {
            break;
        }
    }
    if (!number) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "A content of %1 bytes does not fit the length field."),
             {std::to_string(content)}},
            ErrorKind::MessageTooLarge);
    }
    const auto at = result.begin() + field.offset;
    const auto after = result.erase(at, at + static_cast<std::ptrdiff_t>(old.width));
    result.insert(after, number->begin(), number->end());
    return result;
}

} // namespace pipecore
