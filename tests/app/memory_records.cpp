#include "memory_records.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace pipescope {

using namespace pipecore;

namespace {

constexpr std::int64_t stepNs = 1'000'000;

} // namespace

void MemoryRecords::add(Record record)
{
    if (const auto facts = m_facts.connection(record.connection)) {
        record.endpoint = facts->endpoint;
    }
    const std::lock_guard lock(m_mutex);
    record.row = m_records.size();
    record.wallNs = startNs + static_cast<std::int64_t>(record.row) * stepNs;
    m_records.push_back(std::move(record));
}

EndpointId MemoryRecords::openEndpoint(Role role, std::string_view name, PipeMode mode)
{
    const EndpointId id{++m_endpoints};
    Event event;
    event.endpoint = id;
    EndpointOpened body;
    body.role = role;
    body.mode = mode;
    body.name = std::make_shared<const std::string>(name);
    event.body = body;
    m_facts.apply(event);
    Record record;
    record.body = body;
    record.endpoint = id;
    add(std::move(record));
    return id;
}

ConnectionId MemoryRecords::connectPeer(EndpointId endpoint, std::uint32_t processId,
                                        std::string_view image)
{
    return connectPeer(endpoint, PeerInfo{processId, std::string(image), "SHOP\\ann"});
}

ConnectionId MemoryRecords::connectUnknownPeer(EndpointId endpoint, const Error& why)
{
    return connectPeer(endpoint,
                       PeerInfo{std::unexpected(why), std::unexpected(why), std::unexpected(why)});
}

ConnectionId MemoryRecords::connectPeer(EndpointId endpoint, PeerInfo peer)
{
    const ConnectionId id{++m_connections};
    const auto known = std::make_shared<const PeerInfo>(std::move(peer));
    Event event;
    event.endpoint = endpoint;
    event.connection = id;
    event.wallNs = startNs;
    event.body = PeerConnected{known};
    m_facts.apply(event);
    Record record;
    record.body = event.body;
    record.endpoint = endpoint;
    record.connection = id;
    add(std::move(record));
    return id;
}

void MemoryRecords::message(ConnectionId connection, Direction direction, std::string_view payload,
                            std::vector<std::uint32_t> fragments)
{
    Record record;
    record.connection = connection;
    if (const auto facts = m_facts.connection(connection)) {
        record.endpoint = facts->endpoint;
    }
    record.body = Message{.direction = direction, .length = payload.size()};
    record.payload = toBytes(payload);
    record.fragments = std::move(fragments);
    add(std::move(record));
}

void MemoryRecords::received(ConnectionId connection, std::string_view payload)
{
    message(connection, Direction::Received, payload);
}

void MemoryRecords::sent(ConnectionId connection, std::string_view payload)
{
    message(connection, Direction::Sent, payload);
}

void MemoryRecords::disconnected(ConnectionId connection, CloseReason reason,
                                 std::uint64_t discardedBytes)
{
    Record record;
    record.connection = connection;
    record.body = Disconnected{.reason = reason, .discardedBytes = discardedBytes};
    add(std::move(record));
}

void MemoryRecords::failed(ConnectionId connection, Error error, bool outcomeUnknown)
{
    Record record;
    record.connection = connection;
    if (const auto facts = m_facts.connection(connection)) {
        record.endpoint = facts->endpoint;
    }
    record.body = Failed{.error = std::move(error), .outcomeUnknown = outcomeUnknown};
    add(std::move(record));
}

void MemoryRecords::dropped(std::uint64_t count, std::uint64_t bytes)
{
    Record record;
    record.body = Dropped{.count = count, .bytes = bytes};
    add(std::move(record));
}

void MemoryRecords::throttled(ConnectionId connection, bool on)
{
    Record record;
    record.body = on ? RowBody(Throttled{}) : RowBody(Resumed{});
    record.connection = connection;
    add(std::move(record));
}

std::uint64_t MemoryRecords::rowCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_records.size();
}

Result<Record> MemoryRecords::read(std::uint64_t row, std::size_t payloadLimit) const
{
    const std::lock_guard lock(m_mutex);
    if (row >= m_records.size()) {
        return refuse("no such row");
    }
    const Record& kept = m_records[row];
    Record record = kept;
    record.payload.resize(std::min(record.payload.size(), payloadLimit));
    return record;
}

RecordSource::RowHead MemoryRecords::head(std::uint64_t row) const
{
    const std::lock_guard lock(m_mutex);
    const Record& record = m_records.at(row);
    RowHead head{.kind = record.kind(),
                 .connection = record.connection,
                 .endpoint = record.endpoint,
                 .wallNs = record.wallNs};
    if (const auto* const message = record.as<Message>()) {
        head.direction = message->direction;
        head.continues = message->continues;
        head.length = message->length;
    }
    return head;
}

Error brokenPipe()
{
    Error error;
    error.kind = ErrorKind::PeerClosed;
    error.domain = ErrorDomain::Win32;
    error.code = 109;
    error.api = "ReadFile";
    return error;
}

} // namespace pipescope
