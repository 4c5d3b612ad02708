#pragma once

#include "system/wake_event.h"

#include "pipecore/base/error.h"

#include <memory>

namespace pipescope::cli {

/// Ctrl+C, and what else asks a program to end: SIGTERM and SIGHUP, or Ctrl+Break and the closing of
/// the console. The first one is noted and rings; the second Ctrl+C ends the process at once with 130.
///
/// Also notices, and rings, when the reader of standard output leaves while nothing is written. One object
/// at a time; made before other threads are.
class Interrupt
{
public:
    explicit Interrupt(WakeEvent& wakeEvent);
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    /// Whether signals are noted at all. The error is the system's: no pipe or no thread was left.
    [[nodiscard]] const pipecore::Result<void>& started() const;
    [[nodiscard]] bool requested() const;
    /// Nobody reads standard output any more. On Windows it is looked at five times a second.
    [[nodiscard]] bool isReaderGone() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipescope::cli
