#include "session/unsaved.h"

namespace pipescope {

std::uint64_t Unsaved::messages(const pipecore::SessionFacts& facts) const
{
    // Before the sum: later messages count, and the difference stays positive.
    std::uint64_t ignored = 0;
    for (const pipecore::EndpointId endpoint : m_ignored) {
        ignored += facts.messagesOf(endpoint);
    }
    return facts.totals().messages - ignored;
}

} // namespace pipescope
