// Decoders: i3 and sway. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeI3(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::I3,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_i3, fuzzDecodeI3)
