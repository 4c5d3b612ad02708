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

/// Context of a command in the program. Owns only the wakeEvent.
struct Context
{
    Console& console;
    std::shared_ptr<WakeEvent> wakeEvent;
    const Interrupt& interrupt;

    /// True if the program should end: Ctrl+C, or its output is gone.
    [[nodiscard]] bool shouldEnd() const { return interrupt.requested() || console.isOutputGone(); }
};

/// Prints a command line error on standard error.
ExitStatus reportUsageError(const std::string& what);
/// Prints a failure on standard error, with its hint.
ExitStatus reportError(const pipecore::Error& error);

} // namespace pipescope::cli
