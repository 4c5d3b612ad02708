#pragma once

#include "commands.h"

#include "pipecore/session_stats.h"

#include <span>
#include <string>
#include <vector>

namespace pipescope::cli {

/// `convert` and `stats`, which read session files and talk to no pipe. `arguments` is what comes
/// after the command.
[[nodiscard]] ExitStatus convert(std::span<const std::string> arguments, Console& console);
[[nodiscard]] ExitStatus stats(std::span<const std::string> arguments, Console& console);

/// What a damaged file lacks is said on standard error; what was read is used all the same.
void reportDamage(const std::string& file, const pipecore::OpenReport& report);

/// What `stats` prints: a table for people, or one JSON object.
[[nodiscard]] std::string statsText(const std::vector<pipecore::ConnectionStats>& connections);
[[nodiscard]] std::string statsJson(const std::vector<pipecore::ConnectionStats>& connections);

} // namespace pipescope::cli
