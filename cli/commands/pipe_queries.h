#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"

#include <string>
#include <vector>

namespace pipescope::cli {

/// Output of `list`: a table for people, or JSON Lines, one object per pipe.
[[nodiscard]] std::string listText(const std::vector<pipecore::ListedPipe>& pipes);
[[nodiscard]] std::string listJson(const std::vector<pipecore::ListedPipe>& pipes);
/// Output of `inspect`: one property per line, or a JSON object.
[[nodiscard]] std::string inspectionText(const pipecore::PipeInspection& pipe);
[[nodiscard]] std::string inspectionJson(const pipecore::PipeInspection& pipe);

} // namespace pipescope::cli
