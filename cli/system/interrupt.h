#pragma once

#include "system/doorbell.h"

#include <memory>

namespace pipescope::cli {

/// Ctrl+C, and what else asks a program to end: SIGTERM and SIGHUP, or Ctrl+Break and the closing of
/// the console. The first one is noted and rings; the second Ctrl+C ends the process at once with 130.
/// One object at a time; made before other threads are.
class Interrupt
{
public:
    explicit Interrupt(Doorbell& doorbell);
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    ~Interrupt();

    [[nodiscard]] bool requested() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipescope::cli
