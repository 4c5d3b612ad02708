#include "peer_watch.h"

#include <algorithm>

namespace pipecore::win32 {

void PeerWatch::add(WatchingEnd& end)
{
    if (m_ends.empty()) {
        m_next = Clock::now() + interval;
    }
    m_ends.push_back(&end);
}

void PeerWatch::remove(WatchingEnd& end)
{
    std::erase(m_ends, &end);
}

void PeerWatch::lookWhenDue()
{
    if (m_ends.empty() || Clock::now() < m_next) {
        return;
    }
    m_next = Clock::now() + interval;
    std::erase_if(m_ends, [](WatchingEnd* const end) { return end->look(); });
}

std::optional<std::chrono::nanoseconds>
PeerWatch::shortened(std::optional<std::chrono::nanoseconds> timeout) const
{
    if (m_ends.empty()) {
        return timeout;
    }
    const std::chrono::nanoseconds left = std::max(m_next - Clock::now(), Clock::duration::zero());
    return timeout ? std::min(*timeout, left) : left;
}

} // namespace pipecore::win32
