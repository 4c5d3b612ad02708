#include "pipecore/analysis/row_types.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/row_scan.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace pipecore {

namespace {

/// Rows that are taken in before it is asked whether to go on, and another thread may go on instead.
constexpr std::uint64_t typedAtOnce = 1024;

} // namespace

struct RowTypes::Connection
{
    Connection(const std::shared_ptr<const ProtoTypes>& known, const ConnectionTypes::Sides& sides,
               Direction client)
        : types(known, sides)
        , hasTypes(known != nullptr)
        , fromClient(client)
    {}
    [[nodiscard]] Sender senderOf(Direction direction) const
    {
        return direction == fromClient ? Sender::Client : Sender::Server;
    }

    ConnectionTypes types;
    const bool hasTypes;
    const Direction fromClient; ///< of what the end that connected sends
};

RowTypes::RowTypes(const RecordSource& rows, std::shared_ptr<const ProtoTypes> types,
                   TypesOf typesOf, Askers askers)
    : m_rows(rows)
    , m_frames(dynamic_cast<const FramedRows*>(&rows))
    , m_types(std::move(types))
    , m_typesOf(std::move(typesOf))
    , m_askers(std::move(askers))
{}

RowTypes::~RowTypes() = default;

bool RowTypes::update(const std::function<bool()>& shouldContinue, std::uint64_t end) const
{
    const std::uint64_t count = std::min(end, m_rows.rowCount());
    std::optional<RowScan> scan; // not kept: these types are kept by the rows, and end after them
    while (true) {
        const std::scoped_lock lock(m_updating);
        if (m_taken >= count) {
            return true;
        }
        if (shouldContinue && !shouldContinue()) {
            return false;
        }
        if (!scan) {
            scan.emplace(m_rows);
        }
        for (const auto last = std::min(count, m_taken + typedAtOnce); m_taken < last; ++m_taken) {
            take(m_taken, *scan);
        }
    }
}

RowTypes::Connection& RowTypes::connectionOf(const RecordSource::RowHead& head) const
{
    if (const auto known = m_connections.find(head.connection); known != m_connections.end()) {
        return *known->second;
    }
    const auto endpoint = m_rows.facts().endpoint(head.endpoint);
    // Of another program's file: the side that speaks first has connected.
    const bool isKnown = endpoint && !head.isForeign;
    const bool isServer = isKnown && endpoint->role == Role::Server;
    const Direction fromClient = !isKnown   ? head.direction
                                 : isServer ? Direction::Received
                                            : Direction::Sent;
    const MessageTypes types = m_typesOf && endpoint ? m_typesOf(*endpoint) : MessageTypes{};
    const bool clientAsks = !endpoint || m_askers.of(endpoint->name) == Asker::Client;
    auto made = std::make_unique<Connection>(
        types.types ? types.types : m_types,
        ConnectionTypes::Sides{.client = clientAsks ? types.request : types.reply,
                               .server = clientAsks ? types.reply : types.request},
        fromClient);
    const std::unique_lock lock(m_mutex);
    return *m_connections.emplace(head.connection, std::move(made)).first->second;
}

void RowTypes::take(std::uint64_t row, RowScan& scan) const
{
    const RecordSource::RowHead head = m_rows.head(row);
    if (head.kind == RecordKind::Disconnected) {
        if (const auto known = m_connections.find(head.connection); known != m_connections.end()) {
            known->second->types.ended();
        }
    }
    if (head.kind != RecordKind::Message) {
        return;
    }
    Connection& connection = connectionOf(head);
    if (!connection.hasTypes || !connection.types.readsOn()) {
        return;
    }
    const auto scanned = scan.read(row);
    if (!scanned) {
        return;
    }
    const bool isFrame = m_frames != nullptr && m_frames->isFrame(row);
    if (connection.types.add((*scanned)->payload, connection.senderOf(head.direction), isFrame)) {
        const std::unique_lock lock(m_mutex);
        m_inside.push_back(row);
    }
}

std::optional<TypedMessage> RowTypes::typed(std::uint64_t row,
                                            const RecordSource::RowHead& head) const
{
    if (head.kind != RecordKind::Message) {
        return std::nullopt;
    }
    const std::shared_lock lock(m_mutex);
    const auto known = m_connections.find(head.connection);
    if (known == m_connections.end()) {
        return std::nullopt;
    }
    const Connection& connection = *known->second;
    if (!connection.hasTypes) {
        return std::nullopt;
    }
    return connection.types.typed(connection.senderOf(head.direction),
                                  std::ranges::binary_search(m_inside, row));
}

} // namespace pipecore
