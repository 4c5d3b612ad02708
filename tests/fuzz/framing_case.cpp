#include "framing_case.h"

#include "fuzz.h"
#include "pipecore/framing/encode.h"
#include "pipecore/framing/reassembler.h"

#include <algorithm>
#include <optional>
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
        require(first != nullptr, "the changed frame is one");
    }
}

} // namespace

int judgeFraming(std::span<const std::string_view> rules, const std::uint8_t* data,
                 std::size_t size)
{
    Case input(data, size);
    auto rule = FramingRule::parse(rules[input.choose(rules.size())]);
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
    require(std::ranges::equal(whole.frames, pieces.frames, same), "pieces make no difference");
    require(whole.rest.has_value() == pieces.rest.has_value(), "nor for the rest");
    require(!whole.rest || same(*whole.rest, *pieces.rest), "nor for its bytes");
    constexpr std::size_t maxEncoded = 40;
    for (const Frame& frame :
         std::span(whole.frames).first(std::min(whole.frames.size(), maxEncoded))) {
        checkEncoded(*rule, frame, stream.last(std::min(otherSize, stream.size())));
    }
    return 0;
}
