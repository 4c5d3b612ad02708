// Framing rules: HTTP/2. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingHttp2(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "http2",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_http2, fuzzFramingHttp2)
