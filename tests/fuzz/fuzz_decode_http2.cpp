// Decoders: HTTP/2 with gRPC. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeHttp2(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::Http2,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_http2, fuzzDecodeHttp2)
