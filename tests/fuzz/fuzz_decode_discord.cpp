// Decoders: Discord RPC. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeDiscord(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::Discord,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_discord, fuzzDecodeDiscord)
