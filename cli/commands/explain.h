#pragma once

#include "commands/command.h"

#include "pipecore/explain/explain.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <optional>
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

/// `explain`.
class ExplainCommand : public Command
{
public:
    /// The command line as it was understood, after finish().
    [[nodiscard]] virtual const ExplainArguments& arguments() const = 0;
};

/// What `explain` prints, for people or as one JSON object, with its line end.
[[nodiscard]] std::string explainText(const ExplainArguments& arguments);
[[nodiscard]] std::string explainJson(const ExplainArguments& arguments);

} // namespace pipescope::cli
