#include "connect_attempts.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <string>

namespace pipecore {
namespace {

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr std::int64_t firstDelayNs = nsPerMs;
constexpr std::int64_t maxDelayNs = 32 * nsPerMs;

} // namespace

void ConnectAttempts::begin(std::chrono::milliseconds timeout, std::int64_t nowNs)
{
    m_timeout = timeout;
    m_deadlineNs = nowNs + timeout.count() * nsPerMs;
    m_delayNs = firstDelayNs;
}

Result<std::int64_t> ConnectAttempts::nextAfter(const Error& error, std::int64_t nowNs)
{
    const bool worthAnother = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Busy;
    if (!worthAnother || m_timeout.count() == 0) {
        return std::unexpected(error);
    }
    const std::int64_t left = m_deadlineNs - nowNs;
    if (left <= 0) {
        Error timedOut = error;
        timedOut.kind = ErrorKind::TimedOut;
        timedOut.phrase = {error.kind == ErrorKind::Busy
                               ? PIPECORE_TR("ErrorDetail", "All instances were busy for %1 ms")
                               : PIPECORE_TR("ErrorDetail", "No server within %1 ms"),
                           {std::to_string(m_timeout.count())}};
        timedOut.detail = timedOut.phrase.text();
        return std::unexpected(timedOut);
    }
    const std::int64_t next = nowNs + std::min(m_delayNs, left);
    m_delayNs = std::min(m_delayNs * 2, maxDelayNs);
    return next;
}

} // namespace pipecore
