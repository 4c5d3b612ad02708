#include "system/context.h"

namespace pipescope::cli {

ExitStatus reportUsageError(const std::string& what)
{
    Console::error("pipescope-cli: " + what);
    return ExitStatus::Usage;
}

ExitStatus reportError(const pipecore::Error& error, const pipecore::ExplainContext& known)
{
    const pipecore::Cause cause = pipecore::explain(error, known).causes.front();
    Console::error("pipescope-cli: " + pipecore::describe(error) + "\n  " + std::string(cause.text)
                   + ' ' + std::string(cause.action));
    return ExitStatus::PipeError;
}

} // namespace pipescope::cli
