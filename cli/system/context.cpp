#include "system/context.h"

namespace pipescope::cli {

ExitStatus complainOfUsage(const std::string& what)
{
    Console::complain("pipescope-cli: " + what);
    return ExitStatus::Usage;
}

ExitStatus complain(const pipecore::Error& error)
{
    Console::complain("pipescope-cli: " + pipecore::describe(error) + "\n  "
                      + std::string(pipecore::hint(error)));
    return ExitStatus::PipeError;
}

} // namespace pipescope::cli
