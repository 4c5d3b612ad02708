#pragma once

#include "commands/command.h"

#include "pipecore/explain/explain.h"
#include "pipecore/model/options.h"
#include "pipecore/model/pipe_name.h"

#include <optional>
#include <string>
#include <vector>

namespace pipescope::cli {

/// Arguments of `explain`.
struct ExplainArguments
{
    pipecore::CodeQuery query;
    std::string call;        ///< as documented; empty: any
    bool json = false;       ///< one object instead of text
    bool bareNumber = false; ///< the system of the code was not specified
    /// --pipe: the pipe that refused this user, and what was requested.
    std::optional<pipecore::PipeName> pipe;
    pipecore::Access access = pipecore::Access::Duplex;
    pipecore::PipeMode type = pipecore::PipeMode::Message; ///< of a further instance
    /// Result of checking it for this user; from whyRefused().
    std::vector<std::string> comparison;

    /// An instance was refused, not a client.
    [[nodiscard]] bool isOfServer() const { return call == "CreateNamedPipe"; }
};

/// `explain`.
class ExplainCommand : public Command
{
public:
    /// The command line as it was understood, after finish().
    [[nodiscard]] virtual const ExplainArguments& arguments() const = 0;
};

/// Output of `explain`, for people or as a JSON object, with its line end.
[[nodiscard]] std::string explainText(const ExplainArguments& arguments);
[[nodiscard]] std::string explainJson(const ExplainArguments& arguments);

} // namespace pipescope::cli
