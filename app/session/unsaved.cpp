#include "session/unsaved.h"

namespace pipescope {

std::uint64_t Unsaved::messages(const pipecore::SessionFacts::Snapshot& facts) const
{
    std::uint64_t count = 0;
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        if (!m_ignored.contains(connection.endpoint)) {
            count += connection.messagesReceived + connection.messagesSent;
        }
    }
    return count;
}

} // namespace pipescope
