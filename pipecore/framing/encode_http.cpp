#include "framer.h"

#include "head_lines.h"
#include "http1_head.h"
#include "http2_framer.h"
#include "number_bytes.h"
#include "pipecore/base/translatable.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace pipecore {

namespace {

constexpr std::string_view crlf = "\r\n";

void append(Bytes& bytes, std::string_view text)
{
    const ByteView more = asBytes(text);
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// Trailers and the empty line behind the size line of the last chunk.
std::string_view trailersOf(std::string_view rest)
{
    HeadLines lines(rest);
    while (const auto line = lines.next()) {
        const auto size = chunkSize(*line);
        if (size && *size == 0) {
            const auto end = static_cast<std::size_t>(line->data() + line->size() - rest.data());
            const std::size_t next = rest.find('\n', end);
            return next == std::string_view::npos ? crlf : rest.substr(next + 1);
        }
    }
    return crlf;
}

std::string hexSize(std::size_t size)
{
    constexpr int hexBase = 16;
    std::string digits(2 * sizeof size, '0');
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), size, hexBase);
    digits.resize(static_cast<std::size_t>(end - digits.data()));
    return digits;
}

/// Puts everything into a single chunk, with the last one behind it.
EncodedFrame withChunk(const Frame& frame, std::string_view content)
{
    EncodedFrame result;
    append(result.bytes, asText(frame.header()));
    const std::string size = hexSize(content.size());
    if (!content.empty()) {
        append(result.bytes, size);
        append(result.bytes, crlf);
        append(result.bytes, content);
        append(result.bytes, crlf);
    }
    append(result.bytes, "0\r\n");
    append(result.bytes, trailersOf(asText(frame.trailer())));
    result.corrections.push_back({PIPECORE_TR("Framing", "Chunks"), "", size});
    return result;
}

} // namespace

Result<EncodedFrame> encodeHttp1(const Frame& frame, ByteView content)
{
    const std::string_view head = asText(frame.header());
    if (head.empty()) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "An HTTP message needs a head."), {}});
    }
    const std::string_view text = asText(content);
    const std::string_view startLine =
        head.substr(std::min(head.find_first_not_of(crlf), head.size()));
    const HttpHead read = readHttpHead(startLine, nullptr);
    const bool isBodyless = frame.isBodyless || read.isBodyless;
    if (isBodyless && !content.empty()) {
        return refusePhrase({PIPECORE_TR("ErrorDetail", "This HTTP message has no body."), {}});
    }
    if (read.body == HttpBody::Chunked && !isBodyless) {
        if (std::ranges::equal(content, frame.content())) {
            return EncodedFrame{.bytes = frame.bytes, .corrections = {}};
        }
        return withChunk(frame, text);
    }
    EncodedFrame result;
    const ContentLength before = contentLengthOf(head);
    const std::string after = std::to_string(content.size());
    const bool needsLength = !isBodyless && read.body != HttpBody::ToEnd
                             && (before.isThere || before.isWrong || !content.empty());
    if (needsLength && (before.isWrong || before.value != content.size() || !before.isThere)) {
        append(result.bytes, withContentLength(head, content.size()));
        result.corrections.push_back({"Content-Length", std::string(before.text), after});
    } else {
        append(result.bytes, head);
    }
    append(result.bytes, text);
    return result;
}

Result<EncodedFrame> encodeHttp2(const Frame& frame, ByteView content)
{
    EncodedFrame result;
    const ByteView header = frame.header();
    result.bytes.assign(header.begin(), header.end());
    if (asText(header) == http2::preface) {
        append(result.bytes, asText(content));
        return result;
    }
    if (header.empty()) {
        result.bytes.resize(http2::headerSize);
    }
    const std::size_t padding = result.bytes.size() - http2::headerSize + frame.trailer().size();
    const std::uint64_t length = content.size() + padding;
    constexpr std::uint64_t most = (1U << 24U) - 1;
    if (result.bytes.size() < http2::headerSize || length > most) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "A content of %1 bytes does not fit the length field."),
             {std::to_string(content.size())}},
            ErrorKind::MessageTooLarge);
    }
    const auto number = std::span(result.bytes).first(3);
    const std::uint64_t before = loadNumber(number, ByteOrder::Big);
    storeNumber(number, length, ByteOrder::Big);
    if (before != length) {
        result.corrections.push_back(
            {PIPECORE_TR("Framing", "Length"), std::to_string(before), std::to_string(length)});
    }
    append(result.bytes, asText(content));
    append(result.bytes, asText(frame.trailer()));
    return result;
}

} // namespace pipecore
