#pragma once

#include "arguments/arguments.h"
#include "arguments/options.h"
#include "system/context.h"

#include <memory>
#include <string>
#include <vector>

namespace pipescope::cli {

/// A command of the program, made for one command line: it describes its options, then the given values are
/// handed to it, then it runs. Main thread only.
class Command
{
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    /// The word on the command line.
    [[nodiscard]] virtual std::string name() const = 0;
    /// A line about it, for the list of commands and above its own help.
    [[nodiscard]] virtual std::string summary() const = 0;
    /// The text below its own help; may be empty.
    [[nodiscard]] virtual std::string notes() const { return {}; }
    /// Adds its options, which hand over to this object and do not outlive it.
    virtual void describe(Options& options) = 0;
    /// Checks the options: the problem if one is missing or they conflict.
    [[nodiscard]] virtual Problem finish() { return std::nullopt; }
    /// Does it. Problems were said on standard error.
    [[nodiscard]] virtual ExitStatus run(Console& console) = 0;
};

/// `serve`, `connect`, `call` or `transact`.
class TalkCommand : public Command
{
public:
    /// The command line as it was understood, after finish().
    [[nodiscard]] virtual const Arguments& arguments() const = 0;
};
[[nodiscard]] std::unique_ptr<TalkCommand> makeTalk(Talk talk);

// The others, a file each.
[[nodiscard]] std::unique_ptr<Command> makeList();
[[nodiscard]] std::unique_ptr<Command> makeInspect();
[[nodiscard]] std::unique_ptr<Command> makeCheck();
[[nodiscard]] std::unique_ptr<Command> makeExplain();
[[nodiscard]] std::unique_ptr<Command> makeConvert();
[[nodiscard]] std::unique_ptr<Command> makeStats();

/// Runs `work(Context&)`, which Ctrl+C ends.
template <typename Work>
[[nodiscard]] ExitStatus withInterrupt(Console& console, Work work)
{
    const auto wakeEvent = std::make_shared<WakeEvent>();
    const Interrupt interrupt(*wakeEvent);
    if (!interrupt.started()) {
        return reportError(interrupt.started().error());
    }
    Context context{console, wakeEvent, interrupt};
    console.endWhen([&interrupt] { return interrupt.requested(); });
    const ExitStatus status = work(context);
    console.endWhen({});
    if (console.hasGivenUp()) {
        Console::error("pipescope-cli: nobody reads standard output: the rest was not printed");
        return ExitStatus::Interrupted;
    }
    return status;
}

} // namespace pipescope::cli
