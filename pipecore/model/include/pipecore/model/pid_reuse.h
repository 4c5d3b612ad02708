#pragma once

#include "pipecore/model/identity.h"

namespace pipecore {

/// Start and connection are read from two clocks, which may be apart by less than this.
inline constexpr std::int64_t clockDoubtNs = 1'000'000'000;

/// Whether the process that has the number now is the one that connected, judged by its start time.
[[nodiscard]] inline Result<PidReuse> reuseOf(const Result<std::int64_t>& startedNs,
                                              std::int64_t connectedAtNs)
{
    if (!startedNs) {
        return std::unexpected(startedNs.error());
    }
    if (*startedNs <= connectedAtNs) {
        return PidReuse::No;
    }
    return *startedNs - connectedAtNs > clockDoubtNs ? PidReuse::Yes : PidReuse::Unsure;
}

} // namespace pipecore
