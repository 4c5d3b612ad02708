// Framing rules: one rule after another. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingPhases(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "line*2 then u8",
        "until:0a0a then json",
        "bytes:3 then u16be,counts=self",
        "u8,counts=self then u8,offset=1,counts=self",
        "http1 then line then nul",
        "dbus*2 then line",
        "headers then http1,upgrade=(dbus)",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_phases, fuzzFramingPhases)
