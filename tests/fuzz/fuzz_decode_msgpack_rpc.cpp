// Decoders: MessagePack-RPC. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeMsgpackRpc(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::MessagePackRpc,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_msgpack_rpc, fuzzDecodeMsgpackRpc)
