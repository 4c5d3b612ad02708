#include "run.h"

#include "commands.h"
#include "explain.h"
#include "extcap.h"
#include "files.h"
#include "help.h"
#include "look.h"
#include "usage.h"

#include "pipecore/file_size_limit.h"

#include <optional>
#include <type_traits>
#include <utility>

namespace pipescope::cli {

namespace {

/// Runs a command that Ctrl+C ends.
template <typename Arguments>
ExitStatus runWith(ExitStatus (*command)(Arguments, Context&),
                   std::type_identity_t<Arguments> arguments, Console& console)
{
    const auto doorbell = std::make_shared<Doorbell>();
    const Interrupt interrupt(*doorbell);
    Context context{console, doorbell, interrupt};
    return command(arguments, context);
}

ExitStatus runCommand(const Arguments& arguments, Console& console)
{
    return runWith(arguments.command == Command::Serve ? serve : connect, arguments, console);
}

/// `list` and `inspect` need no engine. Empty for every other command.
std::optional<ExitStatus> runLook(std::span<const std::string> arguments, Console& console)
{
    const std::string command = arguments.empty() ? std::string() : arguments[0];
    const bool inspects = command == "inspect";
    if (!inspects && command != "list") {
        return std::nullopt;
    }
    const auto parsed = parseLookArguments(command, arguments.subspan(1), inspects);
    if (const auto answer = answerTo(parsed, console)) {
        return *answer;
    }
    return inspects ? inspect(*parsed, console) : list(*parsed, console);
}

ExitStatus runExtcap(std::span<const std::string> arguments, Console& console)
{
    const auto extcap = parseExtcap(arguments);
    if (!extcap) {
        return complainOfUsage(extcap.error());
    }
    if (extcap->request != ExtcapArguments::Request::Capture) {
        console.write(extcapText(*extcap));
        return ExitStatus::Done;
    }
    const auto capture = captureArguments(*extcap);
    return capture ? runCommand(*capture, console) : complainOfUsage(capture.error());
}

ExitStatus runAny(std::span<const std::string> arguments, Console& console)
{
    if (isExtcap(arguments)) {
        return runExtcap(arguments, console);
    }
    if (const auto looked = runLook(arguments, console)) {
        return *looked;
    }
    if (!arguments.empty() && arguments[0] == "explain") {
        return explain(arguments.subspan(1), console);
    }
    if (!arguments.empty() && arguments[0] == "convert") {
        return runWith(convert, arguments.subspan(1), console);
    }
    if (!arguments.empty() && arguments[0] == "stats") {
        return runWith(stats, arguments.subspan(1), console);
    }
    const auto parsed = parseArguments(arguments);
    if (!parsed) {
        return complainOfUsage(parsed.error());
    }
    switch (parsed->command) {
    case Command::Help: console.write(helpText()); break;
    case Command::Version: console.write("pipescope-cli " PIPESCOPE_VERSION "\n"); break;
    case Command::Check: return check(parsed->check, console);
    case Command::Serve:
    case Command::Connect:
    case Command::Call:
    case Command::Transact: return runCommand(*parsed, console);
    }
    return ExitStatus::Done;
}

} // namespace

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

int run(std::span<const std::string> arguments)
{
    pipecore::makeFileSizeLimitAnError();
    Console console;
    ExitStatus status = runAny(arguments, console);
    // Whichever command it was: what nobody can read was not done.
    if (const auto& problem = console.outputProblem()) {
        const ExitStatus unwritten = complain(*problem);
        status = status == ExitStatus::Done ? unwritten : status;
    }
    return std::to_underlying(status);
}

} // namespace pipescope::cli
