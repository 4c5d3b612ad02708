// Decoders: HTTP/1, with Docker's streams after an upgrade. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeHttp1(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::Http1,
        pipecore::DecoderId::DockerStream,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_http1, fuzzDecodeHttp1)
