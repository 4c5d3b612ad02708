#pragma once

#include "pipecore/session/session.h"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace pipecore {

/// Pairs requests with their replies: filters, statistics, the log and "Go to reply" all ask here. Who
/// speaks first on a connection asks (RowHead::asks); a message of the other end answers the one
/// directly before it on the connection, if that asks. The latency of the reply is the time between the
/// two: never the pause before a next request. Nothing answers across the end of a connection. One
/// thread.
class RequestTracker
{
public:
    /// To be called for every row in order. The row that this one answers; empty when it answers
    /// none.
    [[nodiscard]] std::optional<std::uint64_t> next(std::uint64_t row,
                                                    const RecordSource::RowHead& head);

private:
    struct Last
    {
        std::uint64_t row = 0;
        bool asks = false;
    };
    std::unordered_map<ConnectionId, Last> m_last;
    ConnectionId m_recent; ///< the connection of m_recentLast
    Last* m_recentLast = nullptr;
};

/// The row that `row` answers, found by looking back at most `maxRows` rows; empty when it answers
/// none or the one before is farther back. Does not touch the disk. Any thread.
[[nodiscard]] std::optional<std::uint64_t> requestOf(const RecordSource& source, std::uint64_t row,
                                                     std::uint64_t maxRows = 1'000'000);
/// The row that answers `row`, found by looking forward at most `maxRows` rows; empty when it asks
/// nothing, or what comes directly behind it on its connection does not answer or is farther away. Does
/// not touch the disk. Any thread.
[[nodiscard]] std::optional<std::uint64_t> replyOf(const RecordSource& source, std::uint64_t row,
                                                   std::uint64_t maxRows = 1'000'000);

} // namespace pipecore
