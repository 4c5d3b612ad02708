#pragma once

#include "commands.h"

#include "pipecore/explain.h"
#include "pipecore/options.h"
#include "pipecore/pipe_name.h"

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pipescope::cli {

/// What `explain` was asked.
struct ExplainArguments
{
    pipecore::CodeQuery query;
    std::string call;        ///< as documented; empty: any
    bool json = false;       ///< one object instead of text
    bool bareNumber = false; ///< nothing said which system's code was meant
    /// --pipe: the pipe that refused this user, and what it was asked for.
    std::optional<pipecore::PipeName> pipe;
    pipecore::ClientAccess access = pipecore::ClientAccess::ReadWrite;
    /// What comparing its access list with this user came to; from whyDenied().
    std::vector<std::string> comparison;
};

/// Understands what stands after `explain`. The error is one sentence with what is wrong, and what to do.
[[nodiscard]] std::expected<ExplainArguments, std::string>
parseExplain(std::span<const std::string> arguments);

/// What `explain` prints, for people or as one JSON object, with its line end.
[[nodiscard]] std::string explainText(const ExplainArguments& arguments);
[[nodiscard]] std::string explainJson(const ExplainArguments& arguments);

/// `explain`: prints what a code means. `arguments` are those after the command.
[[nodiscard]] ExitStatus explain(std::span<const std::string> arguments, Console& console);

} // namespace pipescope::cli
