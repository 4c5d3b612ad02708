#pragma once

#include "arguments.h"
#include "console.h"
#include "doorbell.h"
#include "interrupt.h"

#include "pipecore/error.h"

#include <memory>

namespace pipescope::cli {

enum class ExitStatus : int {
    Done = 0,
    ExpectationFailed = 1,
    HighFinding = 1, ///< of `check`
    Usage = 2,
    PipeError = 3,
    Interrupted = 130, ///< Ctrl+C came before the work was done; as shells have it
};

/// What a command needs from the program around it. Nothing is owned but the doorbell.
struct Context
{
    Console& console;
    std::shared_ptr<Doorbell> doorbell;
    const Interrupt& interrupt;

    /// Somebody wants the program to end: Ctrl+C, or its output takes nothing any more.
    [[nodiscard]] bool shouldEnd() const { return interrupt.requested() || console.isOutputGone(); }
};

/// `serve`: returns when it was asked to end, enough clients have left, or the server failed.
[[nodiscard]] ExitStatus serve(const Arguments& arguments, Context& context);
/// `connect`, `call`, `transact`: returns when the script is done, the other end has closed, it was asked to end, or
/// something failed.
[[nodiscard]] ExitStatus connect(const Arguments& arguments, Context& context);

/// `check`: judges who may come in and says what it found.
[[nodiscard]] ExitStatus check(const CheckArguments& arguments, Console& console);

/// Says on standard error what failed, with its hint.
ExitStatus complain(const pipecore::Error& error);

} // namespace pipescope::cli
