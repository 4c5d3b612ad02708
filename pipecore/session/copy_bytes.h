#pragma once

#include "pipecore/export.h"
#include "session/file.h"

#include <cstdint>

namespace pipecore {

/// Hands the first `size` bytes of a file to `sink`. Errors: Cancelled, Corrupt when the file became
/// shorter, those of the file and the sink.
[[nodiscard]] Result<void> copyBytes(const ReadableFile& file, std::uint64_t size,
                                     const ExportSink& sink, const ExportProgress& progress);

} // namespace pipecore
