// Framing rules: values of Redis' protocol. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingResp(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "resp",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_resp, fuzzFramingResp)
