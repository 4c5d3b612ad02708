#pragma once

#include "pipecore/analysis/timeline.h"

#include <string>

namespace pipecore {

/// Appends a picture (SVG) of how many messages came and went over time. Nothing when there were
/// none.
void appendTimeline(std::string& page, const Timeline& timeline);

} // namespace pipecore
