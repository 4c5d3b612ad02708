#pragma once

#include "pipecore/session/session.h"

#include <set>

namespace pipescope {

/// Tracks whether a live session has unsaved content. A value.
///
/// Only messages count: neither a server without clients nor the demo's traffic is worth a
/// question.
class Unsaved
{
public:
    /// Messages of this endpoint do not count.
    void ignore(pipecore::EndpointId endpoint) { m_ignored.insert(endpoint); }
    [[nodiscard]] bool isIgnored(pipecore::EndpointId endpoint) const
    {
        return m_ignored.contains(endpoint);
    }
    /// Number of messages of the session that count.
    [[nodiscard]] std::uint64_t messages(const pipecore::SessionFacts& facts) const;
    /// Sets the number of messages() in a file.
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
