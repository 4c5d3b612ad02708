#pragma once

#include "pipecore/export.h"
#include "pipecore/filter.h"

#include <expected>
#include <optional>
#include <span>
#include <string>

namespace pipescope::cli {

/// The command line of `convert`.
struct ConvertArguments
{
    std::string from;
    std::string to; ///< "-" is standard output
    pipecore::ExportFormat format = pipecore::ExportFormat::Pcapng;
    std::optional<pipecore::Filter> filter; ///< rows to convert; all without it
    bool help = false;
};

/// The command line of `stats`.
struct StatsArguments
{
    std::string file;
    bool json = false;
    bool help = false;
};

/// Understand what comes after the command (UTF-8). The error is one sentence with what is wrong,
/// where, and what to do.
[[nodiscard]] std::expected<ConvertArguments, std::string>
parseConvert(std::span<const std::string> arguments);
[[nodiscard]] std::expected<StatsArguments, std::string>
parseStats(std::span<const std::string> arguments);

} // namespace pipescope::cli
