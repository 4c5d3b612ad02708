#pragma once

#include "pipecore/base/error.h"
#include "pipecore/explain/explain.h"
#include "pipecore/files/file.h"
#include "system/console.h"
#include "system/interrupt.h"
#include "system/wake_event.h"

#include <filesystem>
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

    /// Somebody wants the program to end: Ctrl+C, or nobody takes its output any more.
    [[nodiscard]] bool shouldEnd() const
    {
        return interrupt.requested() || console.isOutputGone()
               || (console.writesToOutput() && interrupt.isReaderGone());
    }
};

/// Prints a command line error on standard error.
ExitStatus reportUsageError(const std::string& what);
/// Says on standard error what failed, with its hint, which goes by what is known of the attempt.
ExitStatus reportError(const pipecore::Error& error, const pipecore::ExplainContext& known = {});

/// A path of the command line, which is UTF-8 everywhere.
[[nodiscard]] inline std::filesystem::path pathOf(const std::string& utf8)
{
    return std::u8string(utf8.begin(), utf8.end());
}

/// A FIFO, a device or a file that is open already, /dev/stdout for example: nothing that a new file can
/// be put in the place of.
[[nodiscard]] inline bool isWrittenInto(const std::string& target)
{
    std::error_code ignored;
    const auto there = std::filesystem::status(pathOf(target), ignored);
    return std::filesystem::is_other(there) || pipecore::leadsToOpenFile(pathOf(target));
}

} // namespace pipescope::cli
