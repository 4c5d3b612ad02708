// Fuzz targets of framing rules: however a stream is cut, its frames are the same, are all of its bytes, and can be
// put together again. A target a row.
#include "fuzz.h"
#include "pipecore/framing/encode.h"
#include "pipecore/framing/reassembler.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

using namespace pipecore;

namespace {

constexpr std::size_t maxStream = 4096;

struct Outcome
{
    std::vector<Frame> frames;
    std::optional<Frame> rest;
};

Outcome reassemble(const FramingRule& rule, ByteView stream, std::size_t piece)
{
    Outcome result;
    Reassembler reassembler(rule, [&](Frame frame) { result.frames.push_back(std::move(frame)); });
    std::uint64_t row = 0;
    for (std::size_t at = 0; at < stream.size(); at += piece, ++row) {
        reassembler.add(row, stream.subspan(at, std::min(piece, stream.size() - at)));
    }
    if (const Frame* rest = reassembler.unfinished()) {
        result.rest = *rest;
    }
    return result;
}

void checkBytes(const Frame& frame, ByteView stream)
{
    require(frame.headerSize <= frame.contentEnd && frame.contentEnd <= frame.bytes.size(),
            "header, content and trailer follow each other");
    require(frame.truncated || frame.bytes.size() == frame.size, "all bytes are kept");
    require(!frame.truncated || frame.problem, "and if not, this is said");
    const ByteView own = stream.subspan(frame.start, frame.size);
    require(std::ranges::equal(frame.bytes, own.first(std::min(frame.bytes.size(), own.size()))),
            "the bytes are those of the stream");
}

void check(const Outcome& result, ByteView stream, std::size_t piece, std::size_t max)
{
    std::uint64_t at = 0;
    const auto checkFrame = [&](const Frame& frame) {
        require(frame.start == at && frame.size > 0, "frames follow each other");
        require(!frame.complete || frame.content().size() <= max, "the largest frame");
        checkBytes(frame, stream);
        std::uint64_t place = at;
        for (const FramePart& part : frame.parts) {
            require(part.length > 0 && part.row * piece + part.offset == place, "parts");
            place += part.length;
        }
        at += frame.size;
        require(place == at, "the parts are the frame");
    };
    std::ranges::for_each(result.frames, checkFrame);
    if (result.rest) {
        checkFrame(*result.rest);
        require(at == stream.size(), "every byte belongs to a frame");
    }
    constexpr std::string_view gap = " \t\r\n\x1E";
    require(std::ranges::all_of(asText(stream.subspan(at)),
                                [&](char c) { return c == '\0' || gap.find(c) != gap.npos; }),
            "only white space belongs to none");
}

bool same(const Frame& one, const Frame& other)
{
    return one.start == other.start && one.size == other.size && one.bytes == other.bytes
           && std::ranges::equal(one.content(), other.content())
           && one.headerSize == other.headerSize && one.contentEnd == other.contentEnd
           && one.problem == other.problem && one.complete == other.complete
           && one.truncated == other.truncated && one.leaf == other.leaf;
}

void checkEncoded(const FramingRule& rule, const Frame& frame, ByteView other)
{
    if (frame.truncated) {
        require(!encodeFrame(rule, frame, frame.content()), "half a frame is refused");
        return;
    }
    if (!frame.problem) {
        const auto again = encodeFrame(rule, frame, frame.content());
        require(again && again->bytes == frame.bytes && again->corrections.empty(),
                "an unchanged frame is as it was");
    }
    const auto changed = encodeFrame(rule, frame, other);
    const FramingRule leaf = rule.leaves().at(frame.leaf);
    const bool mustFit = (leaf.kind == FramingKind::Headers && !leaf.strict)
                         || (leaf.kind == FramingKind::Length && !leaf.strict && leaf.mark.empty()
                             && leaf.length.width >= 2 && leaf.length.add <= 0 && !leaf.checksum);
    require(changed || !mustFit || frame.problem, "any content fits");
    if (changed) {
        const Outcome read = reassemble(leaf, changed->bytes, changed->bytes.size() + 1);
        const Frame* first = read.frames.empty() ? nullptr : &read.frames.front();
        first = first == nullptr && read.rest ? &*read.rest : first;
        // An empty message has no bytes.
        require(first != nullptr || changed->bytes.empty(), "the changed frame is one");
    }
}

constexpr std::string_view dbusRules[] = {
    "dbus",
};
constexpr std::string_view delimiterRules[] = {
    "line",
    "nul",
    "crlf",
    "delimiter:616161",
    "delimiter:6162616261",
    "fixed:1",
    "fixed:5",
    "line,checksum=xor8",
    "delimiter:0a,checksum=sum8,from=1,to=-1",
    "fixed:6,checksum=crc16-modbus,order=le",
};
constexpr std::string_view headersRules[] = {
    "headers",
    "headers,strict",
};
constexpr std::string_view http1Rules[] = {
    "http1,upgrade=(line)",
    "http1,upgrade=(u16be)",
    "http1,upgrade=(json)",
    "http1,upgrade=(u8),requests=(line)",
};
constexpr std::string_view http2Rules[] = {
    "http2",
};
constexpr std::string_view jsonRules[] = {
    "json",
};
constexpr std::string_view lengthRules[] = {
    "u8",
    "u16le",
    "u16be",
    "u24le,extra=1",
    "u24be,extra=6",
    "u32le,offset=4",
    "u32be",
    "u64le",
    "u64be,counts=self",
    "varint",
    "varint,offset=1,counts=header",
    "varint,counts=self,extra=2",
    "hex4,counts=self,small",
    "u16be,counts=self",
    "u16be,offset=2,extra=4,counts=header",
    "u16le,offset=6,counts=header",
    "u16be,mark=6162",
    "u32le,offset=6,extra=4,mark=69332d697063",
    "u8,offset=1,mark=0a,counts=header",
    "u16be,strict",
    "u8,add=2,checksum=crc16-ccitt",
    "u8,add=-1",
    "u16le,checksum=crc32,from=2",
    "u8,offset=1,extra=1,checksum=sum8,at=0,from=1",
    "u16be,extra=4,checksum=adler32,at=2,from=6",
};
constexpr std::string_view messageRules[] = {
    "message",
    "message,checksum=crc32c,from=2",
    "message,checksum=sum16,at=0,from=2,order=le",
};
constexpr std::string_view msgpackRules[] = {
    "msgpack",
};
constexpr std::string_view phasesRules[] = {
    "line*2 then u8",
    "until:0a0a then json",
    "bytes:3 then u16be,counts=self",
    "u8,counts=self then u8,offset=1,counts=self",
    "http1 then line then nul",
    "dbus*2 then line",
    "headers then http1,upgrade=(dbus)",
};
constexpr std::string_view respRules[] = {
    "resp",
};

struct Target
{
    std::string_view topic;
    std::span<const std::string_view> rules; ///< the first byte of a case chooses
};

// CMakeLists.txt reads the topics from here.
// clang-format off
constexpr Target targets[] = {
    {"framing_dbus", dbusRules},
    {"framing_delimiter", delimiterRules},
    {"framing_headers", headersRules},
    {"framing_http1", http1Rules},
    {"framing_http2", http2Rules},
    {"framing_json", jsonRules},
    {"framing_length", lengthRules},
    {"framing_message", messageRules},
    {"framing_msgpack", msgpackRules},
    {"framing_phases", phasesRules},
    {"framing_resp", respRules},
};
// clang-format on

/// Streams cut in pieces of one size, and frames put together again.
int judgeFraming(const Target& target, const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    auto rule = FramingRule::parse(target.rules[input.choose(target.rules.size())]);
    require(rule.has_value(), "the rule");
    const std::size_t max = input.choose(256);
    if (max > 0 && rule->kind != FramingKind::Phases) {
        rule->max = max;
    }
    const std::size_t piece = input.choose(30) + 1;
    const std::size_t otherSize = input.choose(100);
    const ByteView stream = input.rest().first(std::min(input.rest().size(), maxStream));
    const Outcome pieces = reassemble(*rule, stream, piece);
    check(pieces, stream, piece, FramingRule::defaultMax);
    const Outcome whole = reassemble(*rule, stream, std::max<std::size_t>(stream.size(), 1));
    // Messages are parted where they were sent.
    if (rule->kind != FramingKind::Message) {
        require(std::ranges::equal(whole.frames, pieces.frames, same), "pieces make no difference");
        require(whole.rest.has_value() == pieces.rest.has_value(), "nor for the rest");
        require(!whole.rest || same(*whole.rest, *pieces.rest), "nor for its bytes");
    }
    constexpr std::size_t maxEncoded = 40;
    for (const Frame& frame :
         std::span(pieces.frames).first(std::min(pieces.frames.size(), maxEncoded))) {
        checkEncoded(*rule, frame, stream.last(std::min(otherSize, stream.size())));
    }
    return 0;
}

} // namespace

PIPESCOPE_FUZZ_TABLE(targets, judgeFraming)
