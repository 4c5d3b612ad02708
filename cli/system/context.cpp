#include "system/context.h"

namespace pipescope::cli {

ExitStatus reportUsageError(const std::string& what)
{
    Console::error("pipescope-cli: " + what);
    return ExitStatus::Usage;
}

ExitStatus reportError(const pipecore::Error& error)
{
    Console::error("pipescope-cli: " + pipecore::describe(error) + "\n  "
                   + std::string(pipecore::hint(error)));
    return ExitStatus::PipeError;
}

} // namespace pipescope::cli
