#include "change_order.h"
#include "open_connections.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/model/identity.h"
#include "pipecore/session/session.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <unordered_map>

namespace pipecore {

class SessionFacts::Impl
{
public:
    [[nodiscard]] Snapshot snapshot() const;
    [[nodiscard]] Snapshot changesSince(std::uint64_t since) const;
    void fold(const RowView& row);
    void fold(const Traffic& traffic);
    /// Folds the messages of one connection that `events` begins with; how many they are.
    std::size_t foldRun(std::span<const Event> events);

    mutable std::mutex mutex;
    std::uint64_t revision = 0; ///< of the change that is being made, or was last
    std::vector<EndpointFacts> endpoints;
    std::vector<ConnectionFacts> connections;
    std::unordered_map<EndpointId, std::size_t> endpointPlaces;
    std::unordered_map<ConnectionId, std::size_t> connectionPlaces;
    std::unordered_map<EndpointId, std::uint64_t>
        messageCounts; ///< of all connections of the endpoint
    Totals totals;

private:
    /// Subject and time of the fact.
    struct Context
    {
        EndpointId endpoint;
        ConnectionId connection;
        std::int64_t wallNs = 0;
    };

    ConnectionFacts& connectionFor(const Context& context);
    void opened(const Context& context, const EndpointOpened& what);
    void closed(const Context& context);
    void stateChanged(const Context& context, InstanceState state);
    void connected(const Context& context, std::shared_ptr<const PeerInfo> peer);
    void message(const Context& context, Direction direction, bool continues, std::uint64_t bytes);
    void disconnected(const Context& context, CloseReason reason);
    void failed(const Context& context);
    void identified(const Context& context, std::string user);
    void dropped(std::uint64_t count) { totals.dropped += count; }
    void throttled(const Context& context, bool on);
    void end(ConnectionFacts& connection, std::int64_t wallNs, CloseReason reason);
    [[nodiscard]] std::size_t placeOf(const ConnectionFacts& connection) const
    {
        return static_cast<std::size_t>(&connection - connections.data());
    }

    OpenConnections m_open;
    ChangeOrder m_endpointChanges;
    ChangeOrder m_connectionChanges;
    std::vector<std::uint64_t*> m_messageCounts; ///< in messageCounts, by the connection's place
    ConnectionId m_lastId; ///< of the last message, which is mostly that of the next
    std::size_t m_lastPlace = 0;
};

namespace {

std::uint64_t numberOf(const ConnectionFacts& connection)
{
    return connection.id.value;
}

bool isOver(const ConnectionFacts& connection)
{
    return connection.state == InstanceState::Closed;
}

/// Counted as connected.
bool isUp(const ConnectionFacts& connection)
{
    return connection.peer != nullptr && !isOver(connection);
}

/// The user's name, or the number without a known name; empty when neither is known.
std::string userOf(const ClientIdentified& client)
{
    if (!client.identity) {
        return client.version1User;
    }
    const Result<Account>& user = client.identity->token.user;
    return user ? user->name.value_or(user->id) : std::string();
}

} // namespace

SessionFacts::Snapshot SessionFacts::Impl::snapshot() const
{
    Snapshot all{
        .revision = revision, .since = 0, .endpoints = endpoints, .connections = connections};
    // A session that runs hears of a connection with its first state, a file with its first row.
    if (!std::ranges::is_sorted(all.connections, {}, numberOf)) {
        std::ranges::sort(all.connections, {}, numberOf);
    }
    return all;
}

SessionFacts::Snapshot SessionFacts::Impl::changesSince(std::uint64_t since) const
{
    Snapshot changes{.revision = revision, .since = since, .endpoints = {}, .connections = {}};
    std::vector<std::size_t> places;
    m_endpointChanges.visitSince(since, [&](std::size_t place) { places.push_back(place); });
    std::ranges::sort(places);
    for (const std::size_t place : places) {
        changes.endpoints.push_back(endpoints[place]);
    }
    m_connectionChanges.visitSince(
        since, [&](std::size_t place) { changes.connections.push_back(connections[place]); });
    std::ranges::sort(changes.connections, {}, numberOf);
    return changes;
}

ConnectionFacts& SessionFacts::Impl::connectionFor(const Context& context)
{
    if (context.connection == m_lastId && m_lastId) {
        m_connectionChanges.touch(m_lastPlace, revision);
        return connections[m_lastPlace];
    }
    const auto [entry, isNew] =
        connectionPlaces.try_emplace(context.connection, connections.size());
    if (isNew) {
        ConnectionFacts facts;
        facts.id = context.connection;
        facts.endpoint = context.endpoint;
        facts.sinceNs = context.wallNs;
        // A client begins to connect when it is opened, whatever is heard of the connection first.
        const auto place = endpointPlaces.find(context.endpoint);
        if (place != endpointPlaces.end() && endpoints[place->second].role == Role::Client) {
            facts.sinceNs = endpoints[place->second].openedNs;
        }
        m_open.add(context.endpoint, connections.size());
        m_messageCounts.push_back(&messageCounts[context.endpoint]);
        connections.push_back(std::move(facts));
    }
    m_lastId = context.connection;
    m_lastPlace = entry->second;
    m_connectionChanges.touch(m_lastPlace, revision);
    return connections[m_lastPlace];
}

void SessionFacts::Impl::opened(const Context& context, const EndpointOpened& what)
{
    const auto [entry, isNew] = endpointPlaces.try_emplace(context.endpoint, endpoints.size());
    if (isNew) {
        endpoints.emplace_back();
        // A connection without an endpoint gets it now.
        for (const std::size_t place : m_open.of(context.endpoint)) {
            m_connectionChanges.touch(place, revision);
        }
    }
    m_endpointChanges.touch(entry->second, revision);
    EndpointFacts& facts = endpoints[entry->second];
    if (!facts.open) {
        ++totals.endpoints;
    }
    facts = {.id = context.endpoint,
             .role = what.role,
             .mode = what.mode,
             .access = what.access,
             .instances = what.instances,
             .name = *what.name,
             .target = what.target,
             .openedNs = context.wallNs,
             .closedNs = 0,
             .open = true};
}

void SessionFacts::Impl::closed(const Context& context)
{
    if (const auto place = endpointPlaces.find(context.endpoint); place != endpointPlaces.end()) {
        m_endpointChanges.touch(place->second, revision);
        EndpointFacts& facts = endpoints[place->second];
        if (facts.open) {
            --totals.endpoints;
        }
        facts.open = false;
        facts.closedNs = context.wallNs;
    }
    // A client that never came to connect has no Disconnected of its own.
    for (const std::size_t place : m_open.take(context.endpoint)) {
        ConnectionFacts& connection = connections[place];
        end(connection, context.wallNs, connection.reason);
    }
}

void SessionFacts::Impl::stateChanged(const Context& context, InstanceState state)
{
    if (!context.connection) {
        return; // an instance that listens
    }
    ConnectionFacts& facts = connectionFor(context);
    if (isOver(facts)) {
        return;
    }
    if (state == InstanceState::Closed) {
        return; // Disconnected or EndpointClosed follow and say when and why
    }
    facts.state = state;
}

void SessionFacts::Impl::connected(const Context& context, std::shared_ptr<const PeerInfo> peer)
{
    ConnectionFacts& facts = connectionFor(context);
    if (!isUp(facts)) {
        ++totals.connections;
    }
    if (isOver(facts)) {
        m_open.add(facts.endpoint, placeOf(facts)); // a file may say so
    }
    if (facts.user.empty()) { // else the pipe has told more
        facts.user = peer->user.value_or(std::string());
    }
    facts.peer = std::move(peer);
    facts.state = InstanceState::Connected;
    facts.sinceNs = context.wallNs;
}

void SessionFacts::Impl::message(const Context& context, Direction direction, bool continues,
                                 std::uint64_t bytes)
{
    ConnectionFacts& facts = connectionFor(context);
    const std::uint64_t count = continues ? 0 : 1;
    if (direction == Direction::Received) {
        facts.messagesReceived += count;
        facts.bytesReceived += bytes;
    } else {
        facts.messagesSent += count;
        facts.bytesSent += bytes;
    }
    *m_messageCounts[placeOf(facts)] += count;
    totals.messages += count;
    totals.bytes += bytes;
}

void SessionFacts::Impl::disconnected(const Context& context, CloseReason reason)
{
    ConnectionFacts& facts = connectionFor(context);
    if (!isOver(facts)) {
        end(facts, context.wallNs, reason);
    }
}

void SessionFacts::Impl::failed(const Context& context)
{
    if (!context.connection) {
        return;
    }
    ConnectionFacts& facts = connectionFor(context);
    if (!facts.peer && !isOver(facts)) {
        facts.reason = CloseReason::Failed; // it will not come to connect
    }
}

void SessionFacts::Impl::identified(const Context& context, std::string user)
{
    if (context.connection && !user.empty()) {
        connectionFor(context).user = std::move(user);
    }
}

void SessionFacts::Impl::throttled(const Context& context, bool on)
{
    if (context.connection) {
        connectionFor(context).throttled = on;
    }
}

void SessionFacts::Impl::end(ConnectionFacts& connection, std::int64_t wallNs, CloseReason reason)
{
    if (isUp(connection)) {
        --totals.connections;
    }
    m_connectionChanges.touch(placeOf(connection), revision);
    m_open.remove(connection.endpoint, placeOf(connection));
    connection.state = InstanceState::Closed;
    connection.closedNs = wallNs;
    connection.reason = reason;
    connection.throttled = false;
}

void SessionFacts::Impl::fold(const RowView& row)
{
    // Of facts 0 means that nobody knows the time.
    const Context context{row.endpoint, row.connection, row.wallNs == noTime ? 0 : row.wallNs};
    const auto& body = row.body;
    if (const auto* text = std::get_if<Message>(&body)) {
        message(context, text->direction, text->continues, text->length);
    } else if (const auto* open = std::get_if<EndpointOpened>(&body)) {
        opened(context, *open);
    } else if (std::holds_alternative<EndpointClosed>(body)) {
        closed(context);
    } else if (const auto* state = std::get_if<StateChanged>(&body)) {
        stateChanged(context, state->to);
    } else if (const auto* peer = std::get_if<PeerConnected>(&body)) {
        connected(context, peer->peer);
    } else if (const auto* target = std::get_if<TargetConnected>(&body)) {
        connectionFor(context).target = target->peer;
    } else if (const auto* gone = std::get_if<Disconnected>(&body)) {
        disconnected(context, gone->reason);
    } else if (std::holds_alternative<Failed>(body)) {
        failed(context);
    } else if (const auto* lost = std::get_if<Dropped>(&body)) {
        dropped(lost->count);
    } else if (std::holds_alternative<Throttled>(body)) {
        throttled(context, true);
    } else if (std::holds_alternative<Resumed>(body)) {
        throttled(context, false);
    } else if (const auto* client = std::get_if<ClientIdentified>(&body)) {
        identified(context, userOf(*client));
    }
}

void SessionFacts::Impl::fold(const Traffic& traffic)
{
    ConnectionFacts& facts = connectionFor({traffic.endpoint, traffic.connection, traffic.firstNs});
    facts.messagesReceived += traffic.messagesReceived;
    facts.bytesReceived += traffic.bytesReceived;
    facts.messagesSent += traffic.messagesSent;
    facts.bytesSent += traffic.bytesSent;
    const std::uint64_t count = traffic.messagesReceived + traffic.messagesSent;
    *m_messageCounts[placeOf(facts)] += count;
    totals.messages += count;
    totals.bytes += traffic.bytesReceived + traffic.bytesSent;
}

std::size_t SessionFacts::Impl::foldRun(std::span<const Event> events)
{
    const Event& first = events.front();
    Traffic traffic{
        .endpoint = first.endpoint, .connection = first.connection, .firstNs = first.wallNs};
    std::size_t count = 0;
    for (const Event& event : events) {
        const auto* const message = std::get_if<Message>(&event.body);
        if (message == nullptr || event.connection != first.connection) {
            break;
        }
        const std::uint64_t messages = message->continues ? 0 : 1;
        const std::uint64_t bytes = message->length;
        const bool received = message->direction == Direction::Received;
        (received ? traffic.messagesReceived : traffic.messagesSent) += messages;
        (received ? traffic.bytesReceived : traffic.bytesSent) += bytes;
        ++count;
    }
    if (count != 0) {
        fold(traffic);
    }
    return count;
}

SessionFacts::SessionFacts() : m_impl(std::make_unique<Impl>()) {}
SessionFacts::~SessionFacts() = default;

SessionFacts::Snapshot SessionFacts::snapshot() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->snapshot();
}

std::optional<SessionFacts::Snapshot> SessionFacts::changesSince(std::uint64_t revision) const
{
    const std::scoped_lock lock(m_impl->mutex);
    if (m_impl->revision == revision) {
        return std::nullopt;
    }
    return revision == 0 ? m_impl->snapshot() : m_impl->changesSince(revision);
}

void SessionFacts::Snapshot::add(Snapshot later)
{
    revision = later.revision;
    for (EndpointFacts& endpoint : later.endpoints) {
        const auto known = std::ranges::find(endpoints, endpoint.id, &EndpointFacts::id);
        if (known == endpoints.end()) {
            endpoints.push_back(std::move(endpoint));
        } else {
            *known = std::move(endpoint);
        }
    }
    // Of two that are the same connection the union has that of the first range.
    std::vector<ConnectionFacts> both;
    both.reserve(connections.size() + later.connections.size());
    std::ranges::set_union(std::make_move_iterator(later.connections.begin()),
                           std::make_move_iterator(later.connections.end()),
                           std::make_move_iterator(connections.begin()),
                           std::make_move_iterator(connections.end()), std::back_inserter(both), {},
                           numberOf, numberOf);
    connections = std::move(both);
}

void SessionFacts::visitEndpoints(const std::function<bool(const EndpointFacts&)>& visit) const
{
    const std::scoped_lock lock(m_impl->mutex);
    (void)std::ranges::all_of(m_impl->endpoints, visit);
}

void SessionFacts::visitConnections(const std::function<bool(const ConnectionFacts&)>& visit) const
{
    const std::scoped_lock lock(m_impl->mutex);
    (void)std::ranges::all_of(m_impl->connections, visit);
}

std::uint64_t SessionFacts::messagesOf(EndpointId endpoint) const
{
    const std::scoped_lock lock(m_impl->mutex);
    const auto found = m_impl->messageCounts.find(endpoint);
    return found == m_impl->messageCounts.end() ? 0 : found->second;
}

SessionFacts::Totals SessionFacts::totals() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->totals;
}

std::optional<EndpointFacts> SessionFacts::endpoint(EndpointId id) const
{
    const std::scoped_lock lock(m_impl->mutex);
    const auto place = m_impl->endpointPlaces.find(id);
    if (place == m_impl->endpointPlaces.end()) {
        return std::nullopt;
    }
    return m_impl->endpoints[place->second];
}

std::optional<ConnectionFacts> SessionFacts::connection(ConnectionId id) const
{
    const std::scoped_lock lock(m_impl->mutex);
    const auto place = m_impl->connectionPlaces.find(id);
    if (place == m_impl->connectionPlaces.end()) {
        return std::nullopt;
    }
    return m_impl->connections[place->second];
}

void SessionFacts::apply(const Event& event)
{
    apply(std::span(&event, 1));
}

void SessionFacts::apply(std::span<const Event> events)
{
    if (events.empty()) {
        return;
    }
    const std::scoped_lock lock(m_impl->mutex);
    ++m_impl->revision;
    for (std::size_t i = 0; i < events.size();) {
        const std::size_t run = m_impl->foldRun(events.subspan(i));
        if (run == 0) {
            m_impl->fold(events[i]);
        }
        i += std::max<std::size_t>(run, 1);
    }
}

void SessionFacts::apply(const Record& record)
{
    const std::scoped_lock lock(m_impl->mutex);
    ++m_impl->revision;
    m_impl->fold(record);
}

void SessionFacts::apply(const Traffic& traffic)
{
    const std::scoped_lock lock(m_impl->mutex);
    ++m_impl->revision;
    m_impl->fold(traffic);
}

} // namespace pipecore
