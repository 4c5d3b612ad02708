// Framing rules: every form of a length. See framing_case.h.
#include "framing_case.h"
#include "fuzz.h"

static int fuzzFramingLength(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::string_view rules[] = {
        "u8",
        "u16le",
        "u16be",
        "u24le,extra=1",
        "u24be,extra=6",
        "u32le,offset=4",
        "u32be",
        "u64le",
        "u64be,counts=self",
        "varint",
        "varint,offset=1,counts=header",
        "varint,counts=self,extra=2",
        "hex4,counts=self,small",
        "u16be,counts=self",
        "u16be,offset=2,extra=4,counts=header",
        "u16le,offset=6,counts=header",
        "u16be,mark=6162",
        "u32le,offset=6,extra=4,mark=69332d697063",
        "u8,offset=1,mark=0a,counts=header",
        "u16be,strict",
        "u8,add=2,checksum=crc16-ccitt",
        "u8,add=-1",
        "u16le,checksum=crc32,from=2",
        "u8,offset=1,extra=1,checksum=sum8,at=0,from=1",
        "u16be,extra=4,checksum=adler32,at=2,from=6",
    };
    return judgeFraming(rules, data, size);
}

PIPESCOPE_FUZZ_TARGET(framing_length, fuzzFramingLength)
