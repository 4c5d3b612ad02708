// Decoders: JSON messages of LSP, DAP, JSON-RPC, mpv, QMP and varlink. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeJsonMessages(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::JsonMessages,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_json_messages, fuzzDecodeJsonMessages)
