// Framing rules: JSON values. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingJson(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "json",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_json, fuzzFramingJson)
