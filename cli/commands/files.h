#pragma once

#include "system/context.h"

#include "pipecore/analysis/session_stats.h"
#include "pipecore/export/export.h"
#include "pipecore/session/session.h"

#include <expected>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace pipescope::cli {

/// Opens a session file to work on. What a damaged one lacks is said on standard error, and what was
/// read is used all the same; why a file does not open is said, too.
[[nodiscard]] std::expected<std::unique_ptr<pipecore::SessionFile>, ExitStatus>
openSession(const std::string& file, const Context& context);

/// Lets work on a file go on until Ctrl+C, or until nothing can be printed any more.
[[nodiscard]] pipecore::ExportProgress untilEnd(const Context& context);
/// What such work comes to when it failed: says why, unless it was Ctrl+C or the output (run() says
/// that).
[[nodiscard]] ExitStatus statusOf(const pipecore::Error& error, const Context& context);

/// What `stats` prints: a table for people, or one JSON object.
[[nodiscard]] std::string statsText(const std::vector<pipecore::ConnectionStats>& connections);
[[nodiscard]] std::string statsJson(const std::vector<pipecore::ConnectionStats>& connections);

} // namespace pipescope::cli
