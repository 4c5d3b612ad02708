#pragma once

#include <expected>
#include <span>
#include <string>

namespace pipescope::cli {

/// The command line of `list` and `inspect`, which look and do not talk.
struct LookArguments
{
    std::string text; ///< the filter, may be empty; or the name
    bool json = false;
    bool help = false;
};

/// Understands what comes after the command (UTF-8): one text and --json. `needsText`: there must be a
/// text. The error is one sentence with what is wrong, where, and what to do; `command` begins it.
[[nodiscard]] std::expected<LookArguments, std::string>
parseLookArguments(const std::string& command, std::span<const std::string> arguments,
                   bool needsText);

} // namespace pipescope::cli
