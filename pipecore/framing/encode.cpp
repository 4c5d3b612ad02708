#include "pipecore/framing/encode.h"

#include "checksum.h"
#include "dbus_message.h"
#include "framer.h"
#include "head_lines.h"
#include "length_field.h"
#include "number_bytes.h"
#include "pipecore/base/translatable.h"

#include <algorithm>

namespace pipecore {

namespace {

std::string decimal(std::uint64_t value)
{
    return std::to_string(value);
}

void append(Bytes& bytes, ByteView more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

bool isSumAtEnd(const FramingRule& rule)
{
    return rule.checksum && isAtEnd(*rule.checksum);
}

/// The trailer of the frame without a checksum at the end of the content.
ByteView endingOf(const FramingRule& rule, const Frame& frame)
{
    const ByteView trailer = frame.trailer();
    const std::size_t width = isSumAtEnd(rule) ? checksumWidth(*rule.checksum) : 0;
    return trailer.subspan(std::min(width, trailer.size()));
}

/// Header, content and a checksum put right, without an ending.
Result<EncodedFrame> summed(const FramingRule& rule, ByteView header, ByteView content)
{
    EncodedFrame result;
    append(result.bytes, header);
    append(result.bytes, content);
    if (!rule.checksum) {
        return result;
    }
    const std::size_t width = checksumWidth(*rule.checksum);
    if (isSumAtEnd(rule)) {
        result.bytes.resize(result.bytes.size() + width);
    }
    const auto sum = writeSum(*rule.checksum, result.bytes);
    if (!sum) {
        return std::unexpected(sum.error());
    }
    if (isSumAtEnd(rule) || sum->before != sum->after) {
        result.corrections.push_back({PIPECORE_TR("Framing", "Checksum"),
                                      isSumAtEnd(rule) ? "" : hexNumber(sum->before, width),
                                      hexNumber(sum->after, width)});
    }
    return result;
}

/// Says what a checksum at the end was before.
void nameOldSum(const FramingRule& rule, const Frame& frame, EncodedFrame& encoded)
{
    if (!isSumAtEnd(rule) || encoded.corrections.empty()) {
        return;
    }
    const std::size_t width = checksumWidth(*rule.checksum);
    FrameCorrection& sum = encoded.corrections.back();
    if (frame.trailer().size() >= width) {
        sum.before =
            hexNumber(loadNumber(frame.trailer().first(width), rule.checksum->order), width);
        if (sum.before == sum.after) {
            encoded.corrections.pop_back();
        }
    }
}

Result<EncodedFrame> encodeDelimited(const FramingRule& rule, const Frame& frame, ByteView content)
{
    auto result = summed(rule, {}, content);
    if (!result) {
        return result;
    }
    nameOldSum(rule, frame, *result);
    const ByteView ending = endingOf(rule, frame);
    if (rule.kind == FramingKind::Delimiter) {
        append(result->bytes, rule.delimiter);
    } else if (rule.kind == FramingKind::Line) {
        // A CR at the end of the content would be taken for the end of the line.
        const bool endsWithCr = !result->bytes.empty() && result->bytes.back() == std::byte{'\r'};
        const bool isCrlf = asText(ending) == "\r\n";
        if (endsWithCr && !isCrlf) {
            result->corrections.push_back({PIPECORE_TR("Framing", "Line ending"), "LF", "CRLF"});
        }
        append(result->bytes, asBytes(endsWithCr || isCrlf ? "\r\n" : "\n"));
    } else if (rule.kind == FramingKind::Fixed && result->bytes.size() != rule.size) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "A frame of this rule has %1 bytes; this one would have %2."),
             {decimal(rule.size), decimal(result->bytes.size())}});
    }
    return result;
}

Result<EncodedFrame> encodeLength(const FramingRule& rule, const Frame& frame, ByteView content)
{
    const std::size_t sum = isSumAtEnd(rule) ? checksumWidth(*rule.checksum) : 0;
    const auto header = withLength(rule, frame.header(), content.size() + sum);
    if (!header) {
        return std::unexpected(header.error());
    }
    auto result = summed(rule, *header, content);
    if (!result) {
        return result;
    }
    nameOldSum(rule, frame, *result);
    const LengthReading before = readLength(rule, frame.header(), false);
    const LengthReading after = readLength(rule, *header, false);
    const bool wasThere = !frame.header().empty();
    if (!wasThere || before.number != after.number) {
        result->corrections.insert(result->corrections.begin(),
                                   {PIPECORE_TR("Framing", "Length"),
                                    wasThere ? decimal(before.number) : "", decimal(after.number)});
    }
    return result;
}

Result<EncodedFrame> encodeHeaders(const Frame& frame, ByteView content)
{
    const std::string_view head =
        frame.header().empty() ? std::string_view("\r\n") : asText(frame.header());
    const ContentLength before = contentLengthOf(head);
    const bool isRight = before.isThere && !before.isWrong && before.value == content.size();
    EncodedFrame result;
    append(result.bytes,
           asBytes(isRight ? std::string(head) : withContentLength(head, content.size())));
    append(result.bytes, content);
    const std::string after = decimal(content.size());
    if (!isRight) {
        result.corrections.push_back({"Content-Length", std::string(before.text), after});
    }
    return result;
}

Result<EncodedFrame> encodeJson(const Frame& frame, ByteView content)
{
    std::string_view text = asText(content);
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t first = std::min(text.find_first_not_of(blanks), text.size());
    text = text.substr(first, text.find_last_not_of(blanks) + 1 - first);
    EncodedFrame result;
    append(result.bytes, frame.header());
    append(result.bytes, asBytes(text));
    append(result.bytes, frame.trailer());
    if (std::ranges::equal(content, frame.content())) {
        return result;
    }
    const bool needsEnd =
        !text.empty() && std::string_view("{[\"").find(text.front()) == std::string_view::npos;
    if (needsEnd && frame.trailer().empty()) {
        append(result.bytes, asBytes("\n"));
    }
    return result;
}

Result<EncodedFrame> encodeDbus(const Frame& frame, ByteView content)
{
    EncodedFrame result;
    append(result.bytes, frame.header());
    if (frame.header().size() < dbus::headSize) {
        append(result.bytes, content);
        if (frame.header().empty()) {
            append(result.bytes, frame.trailer().empty() ? asBytes("\r\n") : frame.trailer());
        }
        return result;
    }
    const auto number = std::span(result.bytes).subspan(dbus::bodyLengthAt, 4);
    const ByteOrder order = dbus::orderOf(frame.header());
    const std::uint64_t before = loadNumber(number, order);
    storeNumber(number, content.size(), order);
    if (before != content.size()) {
        result.corrections.push_back(
            {PIPECORE_TR("Framing", "Length"), decimal(before), decimal(content.size())});
    }
    append(result.bytes, content);
    return result;
}

Result<EncodedFrame> encodeByKind(const FramingRule& rule, const Frame& frame, ByteView content)
{
    switch (rule.kind) {
    case FramingKind::Length: return encodeLength(rule, frame, content);
    case FramingKind::Headers: return encodeHeaders(frame, content);
    case FramingKind::Http1: return encodeHttp1(frame, content);
    case FramingKind::Http2: return encodeHttp2(frame, content);
    case FramingKind::Json: return encodeJson(frame, content);
    case FramingKind::Dbus: return encodeDbus(frame, content);
    case FramingKind::MessagePack:
    case FramingKind::Resp:
        return EncodedFrame{.bytes = {content.begin(), content.end()}, .corrections = {}};
    default: return encodeDelimited(rule, frame, content);
    }
}

/// True when the content differs at most where the checksum is.
bool isSameContent(const FramingRule& rule, ByteView one, ByteView other)
{
    const bool isSumInside = rule.checksum && !isAtEnd(*rule.checksum);
    return isSumInside ? one.size() == other.size() : std::ranges::equal(one, other);
}

/// Reads the frame again, as whoever gets it will.
bool isReadAgain(FramingRule rule, const Frame& frame, const EncodedFrame& encoded,
                 ByteView content)
{
    if (!rule.strict) {
        rule.max = std::max(rule.max, content.size());
    }
    const auto context = makeFramingContext();
    if (frame.isBodyless) {
        context->requests.push_back({.isHead = true});
    }
    std::vector<Frame> frames;
    Reassembler reassembler(
        rule, [&](Frame&& read) { frames.push_back(std::move(read)); }, context);
    reassembler.add(0, encoded.bytes);
    const Frame* rest = reassembler.unfinished();
    // A reply may end with its connection, and a number with the value after it.
    const bool canBeOpen = (rule.kind == FramingKind::Http1 || rule.kind == FramingKind::Json)
                           && frames.empty() && rest != nullptr;
    if (canBeOpen) {
        frames.push_back(*rest);
    } else if (rest != nullptr) {
        return false;
    }
    // The frames before it are missing: they may leave a block of headers open.
    const bool isGood = frames.size() == 1 && frames.front().size == encoded.bytes.size()
                        && (!frames.front().problem || rule.kind == FramingKind::Http2);
    if (!isGood || rule.kind != FramingKind::Json) {
        return isGood && isSameContent(rule, frames.front().content(), content);
    }
    const std::string_view value = asText(frames.front().content());
    return asText(content).find(value) != std::string_view::npos;
}

} // namespace

Result<EncodedFrame> encodeFrame(const FramingRule& rule, const Frame& frame, ByteView content)
{
    const auto leaves = rule.leaves();
    if (frame.truncated || frame.leaf >= leaves.size()) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "Only the beginning of this frame was kept; a framing "
                                        "rule with a larger max=N keeps all of it."),
             {}});
    }
    const FramingRule& leaf = leaves[frame.leaf];
    auto encoded = encodeByKind(leaf, frame, content);
    if (encoded && !isReadAgain(leaf, frame, *encoded, content)) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "The rule %1 cannot carry this content: reading it would "
                                        "give something else."),
             {leaf.text()}});
    }
    return encoded;
}

} // namespace pipecore
