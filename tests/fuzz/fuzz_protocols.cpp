// Beginnings of conversations: guesses are in order, and random bytes are never a certain protocol.
#include "fuzz.h"
#include "pipecore/decode/protocols.h"

#include <algorithm>

using namespace pipecore;

static int fuzzProtocols(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    const std::size_t nameSize = input.choose(40);
    const std::size_t clientShare = input.choose(256);
    const ByteView rest = input.rest();
    const std::size_t name = std::min(nameSize, rest.size());
    const ByteView bytes = rest.subspan(name);
    const std::size_t client = bytes.size() * clientShare / 256;
    int before = 100;
    for (const ProtocolGuess& guess :
         detectProtocol({asText(rest.first(name)), bytes.first(client), bytes.subspan(client)})) {
        require(guess.score > 0 && guess.score <= before, "guesses in order");
        require(guess.misfits <= guess.frames, "misfits are frames");
        require(guess.frames > 0 || guess.fitsName, "something speaks for a guess");
        require(protocolByKey(protocolInfo(guess.protocol).key) == guess.protocol,
                "a known protocol");
        before = guess.score;
    }
    return 0;
}

PIPESCOPE_FUZZ_TARGET(protocols, fuzzProtocols)
