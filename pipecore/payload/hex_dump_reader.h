#pragma once

#include "pipecore/payload/payload.h"

#include <string_view>

namespace pipecore {

/// Whether the text is a dump with offsets, as xxd, hexdump -C and hexDump() print them, and not
/// just hex digits. Told by its first line: eight or more digits, then `: `, or two blanks, byte
/// pairs and a text column between bars.
[[nodiscard]] bool looksLikeHexDump(std::string_view input);

/// Reads such a dump. Offsets must follow from the lines before; `*` repeats the line before it up
/// to the next offset, as hexdump means it.
[[nodiscard]] Parsed<Bytes> parseHexDump(std::string_view input);

} // namespace pipecore
