#include "session/identity_lookup.h"

#include <utility>

namespace pipescope::cli {

IdentityLookup::IdentityLookup(std::shared_ptr<Doorbell> doorbell)
    : m_doorbell(std::move(doorbell))
    , m_thread([this] { run(); })
{}

IdentityLookup::~IdentityLookup()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void IdentityLookup::ask(pipecore::ConnectionId connection, const pipecore::PeerInfo& peer,
                         std::int64_t connectedAtNs)
{
    if (!peer.processId) {
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_questions.push_back({connection, *peer.processId, connectedAtNs});
    }
    m_changed.notify_all();
}

std::vector<IdentityLookup::Found> IdentityLookup::take()
{
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_found, {});
}

void IdentityLookup::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_questions.empty(); });
}

void IdentityLookup::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_questions.empty(); });
        if (m_stop) {
            return;
        }
        const Question question = m_questions.front();
        lock.unlock();
        Found found{.connection = question.connection,
                    .identity = pipecore::identify(question.processId, question.connectedAtNs)};
        lock.lock();
        m_found.push_back(std::move(found));
        m_questions.pop_front();
        m_changed.notify_all();
        m_doorbell->ring();
    }
}

} // namespace pipescope::cli
