#pragma once

#include "pipecore/files/file.h"

#include <cstdint>
#include <functional>

namespace pipecore {

/// Hands the first `size` bytes of a file to `sink`. Errors: Cancelled, Corrupt when the file became
/// shorter, those of the file and the sink.
[[nodiscard]] Result<void> copyBytes(const ReadableFile& file, std::uint64_t size,
                                     const std::function<Result<void>(ByteView)>& sink,
                                     const std::function<bool(double)>& progress);

} // namespace pipecore
