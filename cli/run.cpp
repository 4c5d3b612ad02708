#include "run.h"

#include "commands.h"
#include "help.h"

#include <utility>

namespace pipescope::cli {

namespace {

ExitStatus runCommand(const Arguments& arguments, Console& console)
{
    const auto doorbell = std::make_shared<Doorbell>();
    const Interrupt interrupt(*doorbell);
    Context context{console, doorbell, interrupt};
    return arguments.command == Command::Serve ? serve(arguments, context)
                                               : connect(arguments, context);
}

} // namespace

ExitStatus complain(const pipecore::Error& error)
{
    Console::complain("pipescope-cli: " + pipecore::describe(error) + "\n  "
                      + std::string(pipecore::hint(error)));
    return ExitStatus::PipeError;
}

int run(std::span<const std::string> arguments)
{
    Console console;
    const auto parsed = parseArguments(arguments);
    if (!parsed) {
        Console::complain("pipescope-cli: " + parsed.error());
        return std::to_underlying(ExitStatus::Usage);
    }
    switch (parsed->command) {
    case Command::Help: console.write(helpText()); break;
    case Command::Version: console.write("pipescope-cli " PIPESCOPE_VERSION "\n"); break;
    case Command::Check: return std::to_underlying(check(parsed->check, console));
    case Command::Serve:
    case Command::Connect: return std::to_underlying(runCommand(*parsed, console));
    }
    return std::to_underlying(ExitStatus::Done);
}

} // namespace pipescope::cli
