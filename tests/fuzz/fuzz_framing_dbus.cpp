// Framing rules: D-Bus. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingDbus(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "dbus",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_dbus, fuzzFramingDbus)
