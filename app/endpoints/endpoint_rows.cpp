#include "endpoints/endpoint_rows.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace pipescope {

namespace {

/// Limits the closed connections that are listed when many short ones come.
constexpr std::size_t maxClosed = 50;

auto shown(const pipecore::ConnectionFacts& facts)
{
    return std::tie(facts.id, facts.endpoint, facts.state, facts.peer, facts.sinceNs,
                    facts.closedNs, facts.reason, facts.throttled, facts.messagesReceived,
                    facts.bytesReceived, facts.messagesSent, facts.bytesSent);
}

auto shown(const pipecore::EndpointFacts& facts)
{
    return std::tie(facts.id, facts.role, facts.mode, facts.access, facts.instances, facts.name,
                    facts.openedNs, facts.closedNs, facts.open);
}

} // namespace

bool operator==(const ConnectionRow& one, const ConnectionRow& other)
{
    return one.marks == other.marks && shown(one.facts) == shown(other.facts);
}

bool operator==(const EndpointRow& one, const EndpointRow& other)
{
    const auto sums = [](const EndpointRow& row) {
        return std::tie(row.order, row.connected, row.clientState, row.reason, row.messagesReceived,
                        row.bytesReceived, row.messagesSent, row.bytesSent);
    };
    return one.marks == other.marks && sums(one) == sums(other)
           && shown(one.facts) == shown(other.facts);
}

void RowKeeper::live(Life& life, bool isNew, bool isOver, Item item, qint64 now)
{
    if (isNew) {
        life.isArchived = m_isFirst && isOver;
        life.marks.appearedAt = m_isFirst ? 0 : now;
    }
    const bool hasGone = isOver && !life.isOver && !life.isArchived;
    if (hasGone) {
        life.marks.disappearedAt = now;
        (item.connection != 0 ? m_expiringConnections : m_expiringEndpoints).push_back({item, now});
    }
    if (item.connection != 0 && !life.isArchived && !life.isGone && isOver != life.isOver) {
        isOver ? ++m_waitingConnections : --m_waitingConnections;
    }
    if ((isNew && life.marks.appearedAt != 0) || hasGone) {
        m_fading.push_back(item);
    }
    life.isOver = isOver;
}

void RowKeeper::count(Endpoint& endpoint, Connection& known, const pipecore::ConnectionFacts& facts)
{
    EndpointRow& row = endpoint.row;
    const bool isConnected = hasBothEnds(facts.state);
    row.connected += isConnected ? 1 : 0;
    row.connected -= known.isConnected ? 1 : 0;
    row.messagesReceived += facts.messagesReceived - known.messagesReceived;
    row.bytesReceived += facts.bytesReceived - known.bytesReceived;
    row.messagesSent += facts.messagesSent - known.messagesSent;
    row.bytesSent += facts.bytesSent - known.bytesSent;
    if (facts.id.value >= endpoint.last) {
        endpoint.last = facts.id.value;
        row.clientState = facts.state;
        row.reason = facts.reason;
    }
    known.isConnected = isConnected;
    known.messagesReceived = facts.messagesReceived;
    known.bytesReceived = facts.bytesReceived;
    known.messagesSent = facts.messagesSent;
    known.bytesSent = facts.bytesSent;
}

EndpointRowChanges RowKeeper::take(const pipecore::SessionFacts::Snapshot& facts, qint64 now)
{
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        const auto [entry, isNew] = m_endpoints.try_emplace(endpoint.id.value);
        Endpoint& known = entry->second;
        if (isNew) {
            known.row.order = m_endpoints.size();
        }
        known.row.facts = endpoint;
        live(known.life, isNew, !endpoint.open, {endpoint.id.value, 0}, now);
    }
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        const auto endpoint = m_endpoints.find(connection.endpoint.value);
        if (endpoint == m_endpoints.end()) {
            continue;
        }
        const auto [entry, isNew] = m_connections.try_emplace(connection.id.value);
        entry->second.endpoint = connection.endpoint.value;
        count(endpoint->second, entry->second, connection);
        live(entry->second.life, isNew, connection.state == pipecore::InstanceState::Closed,
             {connection.endpoint.value, connection.id.value}, now);
    }
    EndpointRowChanges changes;
    removeExpired(now, changes);
    put(facts, changes);
    m_isFirst = m_isFirst && facts.endpoints.empty();
    m_revision = facts.revision;
    return changes;
}

void RowKeeper::put(const pipecore::SessionFacts::Snapshot& facts, EndpointRowChanges& changes)
{
    std::vector<quint64> touched;
    touched.reserve(facts.endpoints.size() + facts.connections.size());
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        touched.push_back(endpoint.id.value);
    }
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        const auto endpoint = m_endpoints.find(connection.endpoint.value);
        if (endpoint == m_endpoints.end() || endpoint->second.life.isGone) {
            continue;
        }
        touched.push_back(connection.endpoint.value);
        Life& life = m_connections[connection.id.value].life;
        if (!life.isGone) {
            life.isListed = true;
            changes.connections[connection.endpoint.value].rows.push_back({connection, life.marks});
        }
    }
    std::ranges::sort(touched);
    const auto same = std::ranges::unique(touched);
    touched.erase(same.begin(), same.end());
    for (const quint64 key : touched) {
        Endpoint& endpoint = m_endpoints[key];
        if (!endpoint.life.isGone) {
            endpoint.life.isListed = true;
            endpoint.row.marks = endpoint.life.marks;
            changes.endpoints.push_back(endpoint.row);
        }
    }
}

EndpointRowChanges RowKeeper::expire(qint64 now)
{
    EndpointRowChanges changes;
    removeExpired(now, changes);
    return changes;
}

EndpointRowChanges RowKeeper::clearClosed()
{
    EndpointRowChanges changes;
    for (const auto& [key, endpoint] : m_endpoints) {
        if (endpoint.life.isOver && !endpoint.life.isGone) {
            leave({key, 0}, changes);
        }
    }
    for (const auto& [key, connection] : m_connections) {
        if (connection.life.isOver && !connection.life.isGone) {
            leave({connection.endpoint, key}, changes);
        }
    }
    return changes;
}

void RowKeeper::removeExpired(qint64 now, EndpointRowChanges& changes)
{
    if (m_stay < 0) {
        return;
    }
    removeExpired(m_expiringConnections, maxClosed, now, changes);
    removeExpired(m_expiringEndpoints, std::numeric_limits<std::size_t>::max(), now, changes);
}

void RowKeeper::removeExpired(std::deque<Expiring>& leaving, std::size_t limit, qint64 now,
                              EndpointRowChanges& changes)
{
    while (!leaving.empty()) {
        const Expiring first = leaving.front();
        if (isWaiting(first)) {
            if (m_waitingConnections <= limit && now - first.disappearedAt < m_stay) {
                break;
            }
            leave(first.item, changes);
        }
        leaving.pop_front();
    }
}

bool RowKeeper::isWaiting(const Expiring& leaving)
{
    const Life* life = lifeOf(leaving.item);
    return life != nullptr && life->isOver && !life->isGone
           && life->marks.disappearedAt == leaving.disappearedAt;
}

void RowKeeper::leave(Item item, EndpointRowChanges& changes)
{
    Life& life = *lifeOf(item);
    life.isGone = true;
    const bool wasListed = std::exchange(life.isListed, false);
    if (item.connection == 0) {
        if (wasListed) {
            changes.goneEndpoints.push_back(item.endpoint);
        }
        changes.connections.erase(item.endpoint);
        return;
    }
    if (!life.isArchived) {
        --m_waitingConnections;
    }
    if (const Life* endpoint = lifeOf({item.endpoint, 0}); wasListed && endpoint->isListed) {
        changes.connections[item.endpoint].gone.push_back(item.connection);
    }
}

RowKeeper::Life* RowKeeper::lifeOf(Item item)
{
    if (item.connection != 0) {
        const auto found = m_connections.find(item.connection);
        return found == m_connections.end() ? nullptr : &found->second.life;
    }
    const auto found = m_endpoints.find(item.endpoint);
    return found == m_endpoints.end() ? nullptr : &found->second.life;
}

bool RowKeeper::isOfAnother(const pipecore::SessionFacts::Snapshot& facts) const
{
    return facts.revision < m_revision
           || std::ranges::any_of(facts.endpoints, [this](const pipecore::EndpointFacts& endpoint) {
                  const auto known = m_endpoints.find(endpoint.id.value);
                  return known != m_endpoints.end()
                         && known->second.row.facts.openedNs != endpoint.openedNs;
              });
}

void RowKeeper::startOver()
{
    const qint64 stay = m_stay;
    *this = {};
    m_stay = stay;
}

std::optional<quint64> RowKeeper::placeOf(quint64 endpoint) const
{
    const auto found = m_endpoints.find(endpoint);
    return found == m_endpoints.end() ? std::nullopt : std::optional(found->second.row.order);
}

void RowKeeper::forgetFaded(qint64 now)
{
    std::erase_if(m_fading, [this, now](const Item& item) {
        const Life* life = lifeOf(item);
        return life == nullptr || !life->isListed || !nextMarkStep(life->marks, now);
    });
}

std::optional<qint64> RowKeeper::nextStep(qint64 now)
{
    std::optional<qint64> next;
    const auto within = [&next](qint64 step) { next = std::min(next.value_or(step), step); };
    for (const Item& item : m_fading) {
        if (const Life* life = lifeOf(item); life != nullptr && life->isListed) {
            within(nextMarkStep(life->marks, now).value_or(1)); // the final repaint
        }
    }
    if (m_stay < 0) {
        return next;
    }
    for (std::deque<Expiring>* leaving : {&m_expiringConnections, &m_expiringEndpoints}) {
        while (!leaving->empty() && !isWaiting(leaving->front())) {
            leaving->pop_front();
        }
        if (!leaving->empty()) {
            within(std::max<qint64>(leaving->front().disappearedAt + m_stay - now, 1));
        }
    }
    return next;
}

} // namespace pipescope
