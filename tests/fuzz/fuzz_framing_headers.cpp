// Framing rules: header lines with Content-Length. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingHeaders(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "headers",
        "headers,strict",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_headers, fuzzFramingHeaders)
