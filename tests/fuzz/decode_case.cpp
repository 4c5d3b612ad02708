#include "decode_case.h"

#include "fuzz.h"
#include "invariants.h"

using namespace pipecore;

namespace {

void judge(ByteView payload, DecoderId decoder, const DecodeLimits& limits)
{
    const Decoded decoded = decode(payload, decoder, limits);
    require(decoded.decoder == decoder, "the decoder that was asked for");
    const std::string broken = brokenInvariant(decoded, payload.size(), limits);
    require(broken.empty(), broken);
}

} // namespace

int judgeDecoding(std::span<const DecoderId> choices, const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    const DecoderId decoder = choices[input.choose(choices.size())];
    DecodeLimits limits;
    switch (input.choose(4)) {
    case 0: break;
    case 1: limits.bytes = 64; break;
    case 2: limits.fields = 10; break;
    default:
        limits.depth = 3;
        limits.valueBytes = 5;
        limits.prettyBytes = 20;
        limits.showSecrets = true;
    }
    const std::size_t part = input.choose(256);
    const ByteView payload = input.rest();
    judge(payload, decoder, limits);
    judge(payload.first(payload.size() * part / 256), decoder, limits);
    return 0;
}
