#include "pipecore/analysis/session_stats.h"

#include "latency_histogram.h"
#include "pipecore/analysis/pairing.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/session/row_ranges.h"
#include "pipecore/session/row_scan.h"

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
        LatencyHistogram latency;
        std::uint64_t requests = 0;
        std::uint64_t replies = 0;
    };

    explicit Impl(const RecordSource& recordSource)
        : source(recordSource)
        , pairing(pairingOf(recordSource))
    {}

    Connection& connectionOf(const RecordSource::RowHead& head)
    {
        const auto [entry, isNew] = byId.try_emplace(head.connection, nullptr);
        if (isNew) {
            Connection& connection = connections.emplace_back();
            connection.stats.id = head.connection;
            connection.stats.endpoint = head.endpoint;
            entry->second = &connection;
        }
        return *entry->second;
    }

    void add(std::uint64_t row, const RecordSource::RowHead& head)
    {
        if (head.kind == RecordKind::Failed) {
            ++errors;
        }
        if (head.kind != RecordKind::Message) {
            return;
        }
        Connection& connection = connectionOf(head);
        ConnectionStats& stats = connection.stats;
        // A message of several rows counts once, with the last of them.
        const std::uint64_t messages = head.continues ? 0 : 1;
        if (head.direction == Direction::Received) {
            stats.messagesReceived += messages;
            stats.bytesReceived += head.length;
        } else {
            stats.messagesSent += messages;
            stats.bytesSent += head.length;
        }
        if (stats.firstNs == noTime) {
            stats.firstNs = stats.lastNs = head.wallNs;
        } else if (head.wallNs != noTime) {
            stats.firstNs = std::min(stats.firstNs, head.wallNs);
            stats.lastNs = std::max(stats.lastNs, head.wallNs);
        }
        (void)pairing->update(row + 1);
        connection.requests += pairing->isRequest(row) ? 1 : 0;
        if (const auto request = pairing->requestOf(row)) {
            ++connection.replies;
            if (const auto time = replyTime(source.head(*request).wallNs, head.wallNs)) {
                connection.latency.add(*time);
            }
        }
    }

    const RecordSource& source;
    const std::shared_ptr<Pairing> pairing;
    std::deque<Connection> connections; // they are referred to
    std::unordered_map<ConnectionId, Connection*> byId;
    std::uint64_t errors = 0;
    std::uint64_t dropped = 0;
};

SessionStats::SessionStats(const RecordSource& source) : m_impl(std::make_unique<Impl>(source)) {}

SessionStats::~SessionStats() = default;

void SessionStats::add(const Record& record)
{
    m_impl->add(record.row, m_impl->source.head(record.row));
    if (const auto* const dropped = record.as<Dropped>()) {
        m_impl->dropped += dropped->count;
    }
}

bool SessionStats::addHead(std::uint64_t row)
{
    const RecordSource::RowHead head = m_impl->source.head(row);
    if (head.kind == RecordKind::Dropped) {
        return false;
    }
    m_impl->add(row, head);
    return true;
}

std::vector<ConnectionStats> SessionStats::connections() const
{
    std::vector<ConnectionStats> all;
    all.reserve(m_impl->connections.size());
    for (const Impl::Connection& connection : m_impl->connections) {
        ConnectionStats stats = connection.stats;
        stats.durationNs = timeBetween(stats.firstNs, stats.lastNs).value_or(0);
        if (const auto endpoint = m_impl->source.facts().endpoint(stats.endpoint)) {
            stats.pipe = endpoint->name;
        }
        if (const auto facts = m_impl->source.facts().connection(stats.id)) {
            stats.peer = facts->peer;
        }
        const LatencyHistogram& latency = connection.latency;
        stats.latency = {.replies = connection.replies,
                         .timed = latency.count(),
                         .p50 = latency.percentile(0.50),
                         .p90 = latency.percentile(0.90),
                         .p99 = latency.percentile(0.99),
                         .longest = latency.longest(),
                         // Of some rows, replies may be there without their requests.
                         .unanswered = connection.requests
                                       - std::min(connection.requests, connection.replies)};
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
    return forEachRow(existingRows(rows, source.rowCount()), progress,
                      [&](std::uint64_t number) -> Result<void> {
                          if (stats.addHead(number)) {
                              return {};
                          }
                          const auto row = scan.read(number);
                          if (!row) {
                              return std::unexpected(row.error());
                          }
                          stats.add((*row)->record);
                          return {};
                      });
}

} // namespace pipecore
