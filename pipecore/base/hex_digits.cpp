#include "pipecore/base/hex_digits.h"

namespace pipecore {

void appendHex(std::string& text, ByteView bytes)
{
    const std::size_t before = text.size();
    text.resize(before + 2 * bytes.size());
    char* place = text.data() + before;
    for (const std::byte byte : bytes) {
        *place++ = lowerHexDigits[std::to_integer<unsigned>(byte) >> 4U];
        *place++ = lowerHexDigits[std::to_integer<unsigned>(byte) & 0xFU];
    }
}

} // namespace pipecore
