#pragma once

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/listing.h"

#include <string>
#include <vector>

namespace pipescope::cli {

/// What `list` prints: a table for people, or a JSON object a line for each pipe.
[[nodiscard]] std::string listText(const std::vector<pipecore::ListedPipe>& pipes);
[[nodiscard]] std::string listJson(const std::vector<pipecore::ListedPipe>& pipes);
/// What `inspect` prints: a fact a line, or one JSON object.
[[nodiscard]] std::string inspectionText(const pipecore::PipeInspection& pipe);
[[nodiscard]] std::string inspectionJson(const pipecore::PipeInspection& pipe);

} // namespace pipescope::cli
