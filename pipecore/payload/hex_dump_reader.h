#pragma once

#include "pipecore/payload/payload.h"

#include <string_view>

namespace pipecore {

/// Whether the text is a dump with offsets and not just hex digits. Dumps of xxd, hexdump, od, tcpdump,
/// Wireshark, gdb and hexDump() are told by their offsets: these are never bytes. What may be either is
/// taken for a dump when its offset is zero or the offset of the next line follows from it.
[[nodiscard]] bool looksLikeHexDump(std::string_view input);

/// Reads such a dump. Offsets must follow from the lines before; `*` repeats the line before it up
/// to the next offset, as hexdump means it. Refuses words whose byte order the dump does not say (od -x,
/// xxd -e, gdb's x/xw).
[[nodiscard]] Parsed<Bytes> parseHexDump(std::string_view input);

} // namespace pipecore
