#pragma once

#include "pipecore/base/error.h"

#include <chrono>
#include <cstdint>

namespace pipecore {

/// When a client tries again to connect, and when it gives up. Engine's thread.
class ConnectAttempts
{
public:
    /// Tries until `timeout` has passed, once when it is zero. `nowNs` of the steady clock, as below.
    void begin(std::chrono::milliseconds timeout, std::int64_t nowNs);
    /// An attempt failed with `error`: when to make the next one (steady clock, nanoseconds), or the
    /// error with which connecting ends, that one or TimedOut.
    [[nodiscard]] Result<std::int64_t> nextAfter(const Error& error, std::int64_t nowNs);

private:
    std::chrono::milliseconds m_timeout{0};
    std::int64_t m_deadlineNs = 0;
    std::int64_t m_delayNs = 0;
};

} // namespace pipecore
