// Decoders: .NET's diagnostic port and pipe wrappers. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeDotnet(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::DotnetDiagnostics,
        pipecore::DecoderId::DotnetWrapper,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_dotnet, fuzzDecodeDotnet)
