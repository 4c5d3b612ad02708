// Decoders: Redis' protocol. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeResp(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::Resp,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_resp, fuzzDecodeResp)
