#include "endpoints/endpoint_rows.h"

#include <algorithm>
#include <tuple>

namespace pipescope {

namespace {

constexpr std::size_t maximumClosed = 50;

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
        return std::tie(row.connected, row.clientState, row.reason, row.messagesReceived,
                        row.bytesReceived, row.messagesSent, row.bytesSent);
    };
    return one.marks == other.marks && sums(one) == sums(other)
           && shown(one.facts) == shown(other.facts);
}

RowKeeper::Memory& RowKeeper::remember(std::unordered_map<quint64, Memory>& memories, quint64 key,
                                       bool isOver, qint64 now)
{
    const auto [found, isNew] = memories.try_emplace(key);
    Memory& memory = found->second;
    if (isNew) {
        memory.isArchived = m_isFirst && isOver;
        memory.marks.cameAt = m_isFirst ? 0 : now;
    }
    if (isOver && !memory.isOver && !memory.isArchived) {
        memory.marks.wentAt = now;
    }
    memory.isOver = isOver;
    return memory;
}

bool RowKeeper::isListed(Memory& memory, qint64 now) const
{
    if (memory.isOver && !memory.isArchived && m_stay >= 0 && now - memory.marks.wentAt >= m_stay) {
        memory.isGone = true;
    }
    return !memory.isGone;
}

EndpointRows RowKeeper::rowsOf(const pipecore::SessionFacts::Snapshot& facts, qint64 now)
{
    EndpointRows rows;
    std::unordered_map<quint64, std::size_t> places;
    std::vector<EndpointRow> endpoints;
    endpoints.reserve(facts.endpoints.size());
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        const Memory& memory = remember(m_endpoints, endpoint.id.value, !endpoint.open, now);
        m_openedNs.emplace(endpoint.id.value, endpoint.openedNs);
        places.emplace(endpoint.id.value, endpoints.size());
        EndpointRow row;
        row.facts = endpoint;
        row.marks = memory.marks;
        endpoints.push_back(std::move(row));
    }
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        const auto place = places.find(connection.endpoint.value);
        if (place == places.end()) {
            continue;
        }
        EndpointRow& endpoint = endpoints[place->second];
        endpoint.connected += takesSends(connection.state) ? 1 : 0;
        endpoint.clientState = connection.state;
        endpoint.reason = connection.reason;
        endpoint.messagesReceived += connection.messagesReceived;
        endpoint.bytesReceived += connection.bytesReceived;
        endpoint.messagesSent += connection.messagesSent;
        endpoint.bytesSent += connection.bytesSent;
        Memory& memory = remember(m_connections, connection.id.value,
                                  connection.state == pipecore::InstanceState::Closed, now);
        if (isListed(memory, now)) {
            rows.connections[connection.endpoint.value].push_back({connection, memory.marks});
        }
    }
    for (EndpointRow& endpoint : endpoints) {
        if (isListed(m_endpoints[endpoint.facts.id.value], now)) {
            rows.endpoints.push_back(std::move(endpoint));
        } else {
            rows.connections.erase(endpoint.facts.id.value);
        }
    }
    limitClosed(rows);
    m_isFirst = m_isFirst && facts.endpoints.empty();
    m_revision = facts.revision;
    return rows;
}

void RowKeeper::limitClosed(EndpointRows& rows)
{
    std::vector<quint64> closed;
    for (const auto& [endpoint, connections] : rows.connections) {
        for (const ConnectionRow& row : connections) {
            if (row.isOver() && !m_connections[row.key()].isArchived) {
                closed.push_back(row.key());
            }
        }
    }
    if (closed.size() <= maximumClosed || m_stay < 0) {
        return;
    }
    // Connections are numbered as they appear: the oldest have the smallest numbers.
    const auto keep = closed.end() - static_cast<std::ptrdiff_t>(maximumClosed);
    std::nth_element(closed.begin(), keep, closed.end());
    for (auto key = closed.begin(); key != keep; ++key) {
        m_connections[*key].isGone = true;
    }
    for (auto& [endpoint, connections] : rows.connections) {
        std::erase_if(connections,
                      [this](const ConnectionRow& row) { return m_connections[row.key()].isGone; });
    }
}

void RowKeeper::clearClosed()
{
    for (auto* memories : {&m_endpoints, &m_connections}) {
        for (auto& [key, memory] : *memories) {
            memory.isGone = memory.isGone || memory.isOver;
        }
    }
}

bool RowKeeper::startsOver(const pipecore::SessionFacts::Snapshot& facts)
{
    const bool isOther =
        facts.revision < m_revision
        || std::any_of(facts.endpoints.begin(), facts.endpoints.end(),
                       [this](const pipecore::EndpointFacts& endpoint) {
                           const auto known = m_openedNs.find(endpoint.id.value);
                           return known != m_openedNs.end() && known->second != endpoint.openedNs;
                       });
    if (isOther) {
        m_endpoints.clear();
        m_connections.clear();
        m_openedNs.clear();
        m_isFirst = true;
    }
    return isOther;
}

} // namespace pipescope
