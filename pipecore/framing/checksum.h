#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/framing/rule.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore {

/// Bytes of the sum.
[[nodiscard]] std::size_t checksumWidth(const Checksum& checksum);
/// True: the sum is the last bytes of the content, and no part of what a user edits.
[[nodiscard]] bool isAtEnd(const Checksum& checksum);
/// Compares the sum in `frame` (header and content); the problem, if it is another.
[[nodiscard]] std::optional<Phrase> checkSum(const Checksum& checksum, ByteView frame);

/// A sum that was put right.
struct CorrectedSum
{
    std::uint64_t before = 0;
    std::uint64_t after = 0;
};
/// Writes the sum into `frame`, which has room for it. Error: range or place are not in the frame.
[[nodiscard]] Result<CorrectedSum> writeSum(const Checksum& checksum, Bytes& frame);

} // namespace pipecore
