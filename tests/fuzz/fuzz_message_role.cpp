// Messages of both directions, one after the other: reading what they say of themselves ends, and is bounded.
// Each has a byte for its direction and one for its length before it.
#include "fuzz.h"
#include "pipecore/analysis/message_role.h"

#include <algorithm>

using namespace pipecore;

static int fuzzMessageRole(const std::uint8_t* data, std::size_t size)
{
    constexpr std::size_t headSize = 2;
    constexpr std::size_t maxId = 512;
    ByteView rest(reinterpret_cast<const std::byte*>(data), size);
    RoleReader reader;
    while (rest.size() >= headSize) {
        const auto direction =
            (rest[0] & std::byte{1}) == std::byte{0} ? Direction::Received : Direction::Sent;
        const std::size_t length =
            std::min(std::to_integer<std::size_t>(rest[1]), rest.size() - headSize);
        const ByteView view = rest.subspan(headSize, length);
        const Bytes payload(view.begin(), view.end()); // a copy, for the sanitizer
        rest = rest.subspan(headSize + length);
        const MessageRole role = reader.read(payload, direction);
        require(role.id.size() <= maxId, "an id is short");
        require(role.part != MessageRole::Part::Unknown || (role.id.empty() && !role.isCertain),
                "nothing is said");
        require(!role.isMore || role.part == MessageRole::Part::Request, "more of a request");
    }
    return 0;
}

PIPESCOPE_FUZZ_TARGET(message_role, fuzzMessageRole)
