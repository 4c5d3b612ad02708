#pragma once

#include "system/console.h"
#include "system/interrupt.h"
#include "system/wake_event.h"

#include "pipecore/base/error.h"

#include <memory>
#include <string>

namespace pipescope::cli {

enum class ExitStatus : int {
    Done = 0,
    ExpectationFailed = 1,
    HighFinding = 1, ///< of `check`
    Usage = 2,
    PipeError = 3,
    Interrupted = 130, ///< Ctrl+C came before the work was done; as shells have it
};

/// What a command needs from the program around it. Nothing is owned but the wakeEvent.
struct Context
{
    Console& console;
    std::shared_ptr<WakeEvent> wakeEvent;
    const Interrupt& interrupt;

    /// Somebody wants the program to end: Ctrl+C, or its output takes nothing any more.
    [[nodiscard]] bool shouldEnd() const { return interrupt.requested() || console.isOutputGone(); }
};

/// Says on standard error what is wrong with the command line.
ExitStatus reportUsageError(const std::string& what);
/// Says on standard error what failed, with its hint.
ExitStatus reportError(const pipecore::Error& error);

} // namespace pipescope::cli
