#pragma once

#include "commands.h"

#include "pipecore/session_stats.h"

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pipescope::cli {

/// `convert` and `stats`, which read session files and talk to no pipe. `arguments` is what comes
/// after the command.
[[nodiscard]] ExitStatus convert(std::span<const std::string> arguments, Console& console);
[[nodiscard]] ExitStatus stats(std::span<const std::string> arguments, Console& console);

/// Opens a session file to work on. What a damaged one lacks is said on standard error, and what was
/// read is used all the same; why a file does not open is said, too.
[[nodiscard]] std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file);

/// What `stats` prints: a table for people, or one JSON object.
[[nodiscard]] std::string statsText(const std::vector<pipecore::ConnectionStats>& connections);
[[nodiscard]] std::string statsJson(const std::vector<pipecore::ConnectionStats>& connections);

} // namespace pipescope::cli
