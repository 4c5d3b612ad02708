#pragma once

#include "pipecore/files/file.h"

#include <cstdint>

namespace pipecore {

/// Whether Wireshark takes all blocks of the first `size` bytes: a copy of them is a good file. Reads
/// all of them; any thread, as long as the disk takes. A file that cannot be read is not sound.
[[nodiscard]] bool isSoundFile(const ReadableFile& file, std::uint64_t size);

} // namespace pipecore
