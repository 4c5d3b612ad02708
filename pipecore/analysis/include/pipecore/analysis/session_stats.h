#pragma once

#include "pipecore/base/elapsed.h"
#include "pipecore/session/row_ranges.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pipecore {

/// Totals of the rows of one connection. A value.
struct ConnectionStats
{
    ConnectionId id;
    EndpointId endpoint;
    std::string pipe;                     ///< its name; empty when it is not known
    std::shared_ptr<const PeerInfo> peer; ///< null when it is not known
    std::uint64_t messagesReceived = 0;
    std::uint64_t bytesReceived = 0;
    std::uint64_t messagesSent = 0;
    std::uint64_t bytesSent = 0;
    std::int64_t firstNs = noTime; ///< earliest time of a message; noTime when none has a time
    std::int64_t lastNs = noTime;  ///< the latest

    /// Time from a request to its reply, nanoseconds: percentiles are right to one percent, the
    /// longest is exact. pairing.h defines replies.
    struct Latency
    {
        std::uint64_t replies = 0; ///< requests that got one
        /// Replies whose times are known: both rows have one, and the clock was not set back between
        /// them. The others are 0 when this is.
        std::uint64_t timed = 0;
        std::int64_t p50 = 0;
        std::int64_t p90 = 0;
        std::int64_t p99 = 0;
        std::int64_t longest = 0;
        std::uint64_t unanswered = 0;
    };
    Latency latency;

    [[nodiscard]] std::uint64_t messages() const { return messagesReceived + messagesSent; }
    [[nodiscard]] std::uint64_t bytes() const { return bytesReceived + bytesSent; }
    /// From the first message to the last, nanoseconds; 0 with fewer than two.
    std::int64_t durationNs = 0;
    [[nodiscard]] double seconds() const { return static_cast<double>(durationNs) / 1e9; }
};

/// Adds rows up, connection by connection. Memory grows with the connections, not with the rows. One
/// thread.
class SessionStats
{
public:
    /// `source` is not owned.
    explicit SessionStats(const RecordSource& source);
    SessionStats(const SessionStats&) = delete;
    SessionStats& operator=(const SessionStats&) = delete;
    ~SessionStats();

    /// The next row of the source, in ascending order; its payload is not looked at.
    void add(const Record& record);
    /// The same without reading the row. False, and nothing is added, if its content is needed: it
    /// tells how much was lost.
    [[nodiscard]] bool addHead(std::uint64_t row);
    /// Connections with messages, in the order of their first.
    [[nodiscard]] std::vector<ConnectionStats> connections() const;
    /// Rows that report a failure, and messages that were lost.
    [[nodiscard]] std::uint64_t errors() const;
    [[nodiscard]] std::uint64_t dropped() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Adds up rows of a session, all by default. Errors: those of the source, Cancelled.
[[nodiscard]] Result<void> addRows(SessionStats& stats, const RecordSource& source,
                                   const std::optional<RowRanges>& rows = {},
                                   const std::function<bool(double)>& progress = {});

} // namespace pipecore
