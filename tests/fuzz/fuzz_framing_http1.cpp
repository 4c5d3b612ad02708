// Framing rules: HTTP/1. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingHttp1(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "http1,upgrade=(line)",
        "http1,upgrade=(u16be)",
        "http1,upgrade=(json)",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_http1, fuzzFramingHttp1)
