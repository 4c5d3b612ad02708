// Two messages out of one case: the runs of their comparison are all of both sides, and true.
#include "fuzz.h"
#include "pipecore/analysis/byte_diff.h"

#include <algorithm>

using namespace pipecore;

static int fuzzDiff(const std::uint8_t* data, std::size_t size)
{
    Case input(data, size);
    DiffLimits limits;
    if (input.choose(2) == 1) {
        limits.edits = input.choose(20);
        limits.runs = input.choose(20) + 1;
    }
    const std::size_t share = input.choose(256);
    const std::size_t middle = input.rest().size() * share / 255;
    const ByteView left = input.rest().first(middle);
    const ByteView right = input.rest().subspan(middle);
    const ByteDiff diff = diffBytes(left, right, limits);
    std::size_t leftAt = 0;
    std::size_t rightAt = 0;
    for (const DiffRun& run : diff.runs) {
        require(run.leftOffset == leftAt && run.rightOffset == rightAt, "no gaps");
        require(run.leftLength + run.rightLength > 0, "no empty runs");
        leftAt += run.leftLength;
        rightAt += run.rightLength;
        require(leftAt <= left.size() && rightAt <= right.size(), "inside of both");
        const ByteView one = left.subspan(run.leftOffset, run.leftLength);
        const ByteView other = right.subspan(run.rightOffset, run.rightLength);
        require(run.kind != DiffKind::Equal || std::ranges::equal(one, other), "equal is equal");
        require(run.kind != DiffKind::Changed || one.size() == other.size(), "changed in length");
    }
    require(leftAt == left.size() && rightAt == right.size(), "all of both sides");
    require((diff.differences == 0) == std::ranges::equal(left, right), "differences");
    return 0;
}

PIPESCOPE_FUZZ_TARGET(diff, fuzzDiff)
