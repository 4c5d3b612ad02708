#pragma once

#include "pipecore/base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pipecore {

enum class DiffKind : std::uint8_t {
    Equal,     ///< the same on both sides
    Changed,   ///< as many bytes on both sides, and they differ
    OnlyLeft,  ///< removed
    OnlyRight, ///< added
};

/// A run of bytes that belong together; `length` 0 on the side that has none.
struct DiffRun
{
    DiffKind kind = DiffKind::Equal;
    std::size_t leftOffset = 0;
    std::size_t leftLength = 0;
    std::size_t rightOffset = 0;
    std::size_t rightLength = 0;

    friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

struct ByteDiff
{
    /// In order, without gaps: together they are all of both sides. No two in a row are of one kind.
    std::vector<DiffRun> runs;
    /// The difference was too large to be aligned: from `positionalFrom` (of the left side) on, byte n was compared
    /// with byte n.
    bool positional = false;
    std::size_t positionalFrom = 0;
    std::size_t differences = 0; ///< runs that are not Equal
};

/// Limits of the comparison. Time is about edits², memory 4 * edits² bytes.
struct DiffLimits
{
    std::size_t edits = 1500;       ///< bytes added and removed that are looked for
    std::size_t steps = 50'000'000; ///< bytes compared while looking
    std::size_t runs = 200'000;     ///< after these the rest is one run
};

/// Which bytes of two messages are the same. The shortest way from one to the other (E. Myers, "An O(ND)
/// Difference Algorithm and Its Variations") while that can be found within the limits; bytes at the
/// same places otherwise, and where that says no less. Any thread.
[[nodiscard]] ByteDiff diffBytes(ByteView left, ByteView right, const DiffLimits& limits = {});

} // namespace pipecore
