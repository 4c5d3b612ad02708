// Payloads of any kind, decoded as the first byte says, within the limits that the second says.
#include "fuzz.h"
#include "invariants.h"

#include <array>

using namespace pipecore;

static int fuzzDecode(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    const DecoderInfo& decoder = decoders()[input.choose(decoders().size())];
    DecodeLimits limits;
    switch (input.choose(4)) {
    case 0: break;
    case 1: limits.bytes = 64; break;
    case 2: limits.fields = 10; break;
    default:
        limits.depth = 3;
        limits.valueBytes = 5;
        limits.prettyBytes = 20;
    }
    const ByteView payload = input.rest();
    const Decoded decoded = decode(payload, decoder.id, limits);
    require(decoded.decoder == decoder.id, "the decoder that was asked for");
    const std::string broken = brokenInvariant(decoded, payload.size(), limits);
    require(broken.empty(), broken);
    int before = 100;
    for (const Guess& guess : detect(payload)) {
        require(guess.score > 0 && guess.score <= before, "guesses in order");
        before = guess.score;
    }
    return 0;
}

PIPESCOPE_FUZZ_TARGET(decode, fuzzDecode)
