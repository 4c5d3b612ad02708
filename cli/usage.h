#pragma once

#include "commands.h"
#include "help.h"

#include <expected>
#include <optional>
#include <string>

namespace pipescope::cli {

/// Says on standard error what is wrong with the command line.
ExitStatus complainOfUsage(const std::string& what);

/// What a command line comes to before anything is done: it is wrong, or asks for help. Empty when it
/// is to be carried out. `Arguments` has a `help`.
template <typename Arguments>
[[nodiscard]] std::optional<ExitStatus>
answerTo(const std::expected<Arguments, std::string>& parsed, Console& console)
{
    if (!parsed) {
        return complainOfUsage(parsed.error());
    }
    if (parsed->help) {
        console.write(helpText());
        return ExitStatus::Done;
    }
    return std::nullopt;
}

} // namespace pipescope::cli
