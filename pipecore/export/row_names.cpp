#include "row_names.h"

namespace pipecore {

const std::string& RowNames::pipe(EndpointId endpoint)
{
    const auto [entry, isNew] = m_pipes.try_emplace(endpoint);
    if (isNew && endpoint) {
        if (const auto facts = m_facts.endpoint(endpoint)) {
            entry->second = facts->name;
        }
    }
    return entry->second;
}

const PeerInfo* RowNames::peer(ConnectionId connection)
{
    return otherEnd(connection).peer.get();
}

const PeerInfo* RowNames::target(ConnectionId connection)
{
    return otherEnd(connection).target.get();
}

const std::string& RowNames::user(ConnectionId connection)
{
    return otherEnd(connection).user;
}

const RowNames::OtherEnd& RowNames::otherEnd(ConnectionId connection)
{
    OtherEnd& other = m_others[connection];
    if (connection && !other.peer) {
        if (const auto facts = m_facts.connection(connection)) {
            other = {.peer = facts->peer, .target = facts->target, .user = facts->user};
        }
    }
    return other;
}

} // namespace pipecore
