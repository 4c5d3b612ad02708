#pragma once

#include "commands.h"
#include "look_arguments.h"

#include "pipecore/inspection.h"
#include "pipecore/listing.h"

#include <string>
#include <vector>

namespace pipescope::cli {

/// `list`: prints the pipes of this computer that match.
[[nodiscard]] ExitStatus list(const LookArguments& arguments, Console& console);
/// `inspect`: prints what one pipe says of itself.
[[nodiscard]] ExitStatus inspect(const LookArguments& arguments, Console& console);

/// What `list` prints: a table for people, or a JSON object a line for each pipe.
[[nodiscard]] std::string listText(const std::vector<pipecore::ListedPipe>& pipes);
[[nodiscard]] std::string listJson(const std::vector<pipecore::ListedPipe>& pipes);
/// What `inspect` prints: a fact a line, or one JSON object.
[[nodiscard]] std::string inspectionText(const pipecore::PipeInspection& pipe);
[[nodiscard]] std::string inspectionJson(const pipecore::PipeInspection& pipe);

} // namespace pipescope::cli
