// Framing rules: lines, delimiters and fixed sizes. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingDelimiter(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "line",
        "nul",
        "crlf",
        "delimiter:616161",
        "delimiter:6162616261",
        "fixed:1",
        "fixed:5",
        "line,checksum=xor8",
        "delimiter:0a,checksum=sum8,from=1,to=-1",
        "fixed:6,checksum=crc16-modbus,order=le",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_delimiter, fuzzFramingDelimiter)
