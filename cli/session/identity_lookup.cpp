#include "session/identity_lookup.h"

#include <utility>

namespace pipescope::cli {

IdentityLookup::IdentityLookup(std::shared_ptr<WakeEvent> wakeEvent)
    : m_answers(std::make_shared<Answers>())
{
    m_answers->wakeEvent = std::move(wakeEvent);
}

pipecore::Result<void> IdentityLookup::ask(pipecore::ConnectionId connection,
                                           const pipecore::PeerInfo& peer,
                                           std::int64_t connectedAtNs)
{
    if (!peer.processId || peer.isRemote) {
        return {};
    }
    if (m_thread.waiting() >= maxWaiting) {
        return pipecore::refuse("clients come faster than they are looked up: some are left out",
                                pipecore::ErrorKind::Busy);
    }
    return m_thread.start(
        [answers = m_answers, connection, processId = *peer.processId, connectedAtNs] {
            Found found{.connection = connection,
                        .identity = pipecore::identify(processId, connectedAtNs)};
            {
                const std::scoped_lock lock(answers->mutex);
                answers->found.push_back(std::move(found));
            }
            answers->wakeEvent->set();
        });
}

std::vector<IdentityLookup::Found> IdentityLookup::take()
{
    const std::scoped_lock lock(m_answers->mutex);
    return std::exchange(m_answers->found, {});
}

bool IdentityLookup::finish(std::chrono::milliseconds limit)
{
    return m_thread.waitUntilIdle(limit);
}

} // namespace pipescope::cli
