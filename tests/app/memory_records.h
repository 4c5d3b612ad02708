#pragma once

#include "pipecore/session/annotations.h"
#include "pipecore/session/session.h"

#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace pipescope {

/// A session in memory, written row by row: what the log and the detail pane are tested with. Every
/// row is a millisecond after the one before. Any thread.
class MemoryRecords final : public pipecore::RecordSource
{
public:
    /// Of the first row: 2024-05-01 12:00:00.123456 UTC.
    static constexpr std::int64_t startNs = 1'714'564'800'123'456'000;

    pipecore::EndpointId openEndpoint(pipecore::Role role, std::string_view name,
                                      pipecore::PipeMode mode = pipecore::PipeMode::Message);
    pipecore::ConnectionId connectPeer(pipecore::EndpointId endpoint, std::uint32_t processId,
                                       std::string_view image);
    pipecore::ConnectionId connectPeer(pipecore::EndpointId endpoint, pipecore::PeerInfo peer);
    /// A connection whose peer the system did not tell.
    pipecore::ConnectionId connectUnknownPeer(pipecore::EndpointId endpoint,
                                              const pipecore::Error& why);
    void message(pipecore::ConnectionId connection, pipecore::Direction direction,
                 std::string_view payload, std::vector<std::uint32_t> fragments = {});
    void received(pipecore::ConnectionId connection, std::string_view payload);
    void sent(pipecore::ConnectionId connection, std::string_view payload);
    void disconnected(pipecore::ConnectionId connection, pipecore::CloseReason reason,
                      std::uint64_t discardedBytes = 0);
    void failed(pipecore::ConnectionId connection, pipecore::Error error,
                bool outcomeUnknown = false);
    void dropped(std::uint64_t count, std::uint64_t bytes);
    void throttled(pipecore::ConnectionId connection, bool on);

    [[nodiscard]] std::uint64_t rowCount() const override;
    [[nodiscard]] pipecore::Result<pipecore::Record> read(std::uint64_t row,
                                                          std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const pipecore::SessionFacts& facts() const override { return m_facts; }
    [[nodiscard]] pipecore::Annotations* annotations() const override { return &m_annotations; }

private:
    void add(pipecore::Record record);

    mutable std::mutex m_mutex;
    std::vector<pipecore::Record> m_records;
    pipecore::SessionFacts m_facts;
    mutable pipecore::Annotations m_annotations;
    std::uint64_t m_endpoints = 0;
    std::uint64_t m_connections = 0;
};

/// An error as the system would give it.
[[nodiscard]] pipecore::Error brokenPipe();

} // namespace pipescope
