// Framing rules: MessagePack values. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingMessagePack(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "msgpack",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_msgpack, fuzzFramingMessagePack)
