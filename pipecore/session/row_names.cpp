#include "session/row_names.h"

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
    if (!connection) {
        return nullptr;
    }
    auto& peer = m_peers[connection];
    if (!peer) {
        if (const auto facts = m_facts.connection(connection)) {
            peer = facts->peer;
        }
    }
    return peer.get();
}

} // namespace pipecore
