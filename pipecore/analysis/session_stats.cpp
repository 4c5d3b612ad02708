#include "pipecore/analysis/session_stats.h"

#include "latency_histogram.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/session/row_round.h"
#include "pipecore/session/row_scan.h"
#include "reply_pairing.h"

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace pipecore {

class SessionStats::Impl
{
public:
    struct Connection
    {
        ConnectionStats stats;
        ReplyPairing pairing;
        LatencyHistogram latency;
    };

    explicit Impl(const RecordSource& recordSource) : source(recordSource) {}

    Connection& connectionOf(const Record& record)
    {
        const auto [entry, isNew] = byId.try_emplace(record.connection, nullptr);
        if (isNew) {
            Connection& connection = connections.emplace_back();
            connection.stats.id = record.connection;
            connection.stats.endpoint = record.endpoint;
            connection.stats.firstNs = record.wallNs;
            connection.stats.lastNs = record.wallNs;
            entry->second = &connection;
        }
        return *entry->second;
    }

    void addMessage(const Record& record, const Message& message)
    {
        Connection& connection = connectionOf(record);
        ConnectionStats& stats = connection.stats;
        // A message of several rows counts once, with the last of them.
        const std::uint64_t messages = message.continues ? 0 : 1;
        if (message.direction == Direction::Received) {
            stats.messagesReceived += messages;
            stats.bytesReceived += message.length;
        } else {
            stats.messagesSent += messages;
            stats.bytesSent += message.length;
        }
        stats.firstNs = std::min(stats.firstNs, record.wallNs);
        stats.lastNs = std::max(stats.lastNs, record.wallNs);
        const bool asks = source.head(record.row).asks;
        if (const auto ns = connection.pairing.add(asks, message.continues, record.wallNs)) {
            connection.latency.add(*ns);
        }
    }

    const RecordSource& source;
    std::deque<Connection> connections; // they are referred to
    std::unordered_map<ConnectionId, Connection*> byId;
    std::uint64_t errors = 0;
    std::uint64_t dropped = 0;
};

SessionStats::SessionStats(const RecordSource& source) : m_impl(std::make_unique<Impl>(source)) {}

SessionStats::~SessionStats() = default;

void SessionStats::add(const Record& record)
{
    if (const auto* const message = record.as<Message>()) {
        m_impl->addMessage(record, *message);
    } else if (record.as<Failed>() != nullptr) {
        ++m_impl->errors;
    } else if (const auto* const dropped = record.as<Dropped>()) {
        m_impl->dropped += dropped->count;
    }
}

std::vector<ConnectionStats> SessionStats::connections() const
{
    std::vector<ConnectionStats> all;
    all.reserve(m_impl->connections.size());
    for (const Impl::Connection& connection : m_impl->connections) {
        ConnectionStats stats = connection.stats;
        stats.durationNs = elapsedNs(stats.firstNs, stats.lastNs);
        if (const auto endpoint = m_impl->source.facts().endpoint(stats.endpoint)) {
            stats.pipe = endpoint->name;
        }
        if (const auto facts = m_impl->source.facts().connection(stats.id)) {
            stats.peer = facts->peer;
        }
        const LatencyHistogram& latency = connection.latency;
        stats.latency = {.replies = latency.count(),
                         .p50 = latency.percentile(0.50),
                         .p90 = latency.percentile(0.90),
                         .p99 = latency.percentile(0.99),
                         .longest = latency.longest(),
                         .unanswered = connection.pairing.requests() - latency.count()};
        all.push_back(std::move(stats));
    }
    return all;
}

std::uint64_t SessionStats::errors() const
{
    return m_impl->errors;
}

std::uint64_t SessionStats::dropped() const
{
    return m_impl->dropped;
}

Result<void> addRows(SessionStats& stats, const RecordSource& source,
                     const std::optional<RowRanges>& rows,
                     const std::function<bool(double)>& progress)
{
    RowScan scan(source, 0);
    return forEachRow(rowsThere(rows, source.rowCount()), progress,
                      [&](std::uint64_t number) -> Result<void> {
                          const auto row = scan.read(number);
                          if (!row) {
                              return std::unexpected(row.error());
                          }
                          stats.add((*row)->record);
                          return {};
                      });
}

} // namespace pipecore
