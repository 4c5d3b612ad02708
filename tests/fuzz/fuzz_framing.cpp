// A stream cut into pieces by the case itself gives the same frames as in one piece, and every byte
// belongs to one.
#include "fuzz.h"
#include "pipecore/framing/framing.h"

#include <algorithm>

using namespace pipecore;

namespace {

struct Outcome
{
    std::vector<Frame> frames;
    std::optional<Frame> rest;
};

Outcome reassemble(const Framing& framing, ByteView stream, std::size_t piece)
{
    Outcome result;
    Reassembler reassembler(framing,
                            [&](Frame frame) { result.frames.push_back(std::move(frame)); });
    std::uint64_t row = 0;
    for (std::size_t at = 0; at < stream.size(); at += piece, ++row) {
        reassembler.add(row, stream.subspan(at, std::min(piece, stream.size() - at)));
    }
    result.rest = reassembler.unfinished();
    return result;
}

void check(const Outcome& result, ByteView stream, std::size_t piece, const Framing& framing)
{
    std::uint64_t at = 0;
    const auto checkFrame = [&](const Frame& frame) {
        require(frame.start == at, "frames follow each other");
        require(frame.content.size() <= framing.maxFrameSize, "the largest frame");
        require(frame.content.size() <= frame.size, "no more content than bytes");
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
    }
    require(at == stream.size(), "every byte belongs to a frame");
}

bool same(const Frame& one, const Frame& other)
{
    return one.start == other.start && one.size == other.size && one.content == other.content
           && one.problem == other.problem && one.complete == other.complete;
}

} // namespace

static int fuzzFraming(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    Framing framing;
    framing.kind = framings()[input.choose(framings().size())].kind;
    framing.fixedSize = static_cast<std::uint32_t>(input.choose(40));
    framing.maxFrameSize = input.choose(100) + 1;
    const std::size_t piece = input.choose(30) + 1;
    const ByteView stream = input.rest().first(std::min<std::size_t>(input.rest().size(), 4096));
    const Outcome pieces = reassemble(framing, stream, piece);
    check(pieces, stream, piece, framing);
    if (framing.kind == FramingKind::None) {
        return 0;
    }
    const Outcome whole = reassemble(framing, stream, std::max<std::size_t>(stream.size(), 1));
    require(std::ranges::equal(whole.frames, pieces.frames, same), "pieces make no difference");
    require(whole.rest.has_value() == pieces.rest.has_value(), "nor for the rest");
    return 0;
}

PIPESCOPE_FUZZ_TARGET(framing, fuzzFraming)
