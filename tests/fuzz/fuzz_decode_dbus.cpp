// Decoders: D-Bus. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeDbus(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::Dbus,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_dbus, fuzzDecodeDbus)
