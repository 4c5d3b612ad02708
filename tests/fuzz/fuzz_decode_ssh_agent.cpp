// Decoders: messages of an SSH agent. See decode_case.h.
#include "decode_case.h"
#include "fuzz.h"

static int fuzzDecodeSshAgent(const std::uint8_t* data, std::size_t size)
{
    static constexpr pipecore::DecoderId decoders[] = {
        pipecore::DecoderId::SshAgent,
    };
    return judgeDecoding(decoders, data, size);
}

PIPESCOPE_FUZZ_TARGET(decode_ssh_agent, fuzzDecodeSshAgent)
