#include "session/identity_lookup.h"

#include <utility>

namespace pipescope::cli {

IdentityLookup::IdentityLookup(std::shared_ptr<Doorbell> doorbell) : m_doorbell(std::move(doorbell))
{}

pipecore::Result<void> IdentityLookup::ask(pipecore::ConnectionId connection,
                                           const pipecore::PeerInfo& peer,
                                           std::int64_t connectedAtNs)
{
    if (!peer.processId || peer.isRemote) {
        return {};
    }
    return m_thread.start([this, connection, processId = *peer.processId, connectedAtNs] {
        Found found{.connection = connection,
                    .identity = pipecore::identify(processId, connectedAtNs)};
        {
            const std::scoped_lock lock(m_mutex);
            m_found.push_back(std::move(found));
        }
        m_doorbell->ring();
    });
}

std::vector<IdentityLookup::Found> IdentityLookup::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_found, {});
}

void IdentityLookup::finish()
{
    m_thread.waitUntilIdle();
}

} // namespace pipescope::cli
