#pragma once

#include "pipecore/session/session.h"

#include <set>

namespace pipescope {

/// Knows whether a live session holds something that would be missed. A value.
///
/// What counts are messages: neither a server that nobody talked to nor the demo's chatter is worth
/// a question.
class Unsaved
{
public:
    /// Messages of this endpoint do not count.
    void ignore(pipecore::EndpointId endpoint) { m_ignored.insert(endpoint); }
    [[nodiscard]] bool isIgnored(pipecore::EndpointId endpoint) const
    {
        return m_ignored.contains(endpoint);
    }
    /// How many messages of the session count.
    [[nodiscard]] std::uint64_t messages(const pipecore::SessionFacts& facts) const;
    /// So many messages() are in a file.
    void saved(std::uint64_t messages) { m_saved = messages; }
    [[nodiscard]] bool hasChanges(const pipecore::SessionFacts& facts) const
    {
        return messages(facts) > m_saved;
    }

private:
    std::set<pipecore::EndpointId> m_ignored;
    std::uint64_t m_saved = 0;
};

} // namespace pipescope
