#pragma once

#include "pipecore/session/session.h"

#include <memory>
#include <string>
#include <unordered_map>

namespace pipecore {

/// Names for the numbers in rows. Asks the session once for each endpoint and connection, since
/// its facts are locked and copied. One thread.
class RowNames
{
public:
    /// `facts` is not owned.
    explicit RowNames(const SessionFacts& facts) : m_facts(facts) {}

    /// Name of the pipe; empty when it is not known. Valid as long as this.
    [[nodiscard]] const std::string& pipe(EndpointId endpoint);
    /// The peer; null while unknown. Valid as long as this.
    [[nodiscard]] const PeerInfo* peer(ConnectionId connection);
    /// The program behind a relay; null without one. Valid as long as this.
    [[nodiscard]] const PeerInfo* target(ConnectionId connection);
    /// ConnectionFacts::user, by which filters go; empty when it is not known (yet). Valid as long as
    /// this.
    [[nodiscard]] const std::string& user(ConnectionId connection);

private:
    struct OtherEnd
    {
        std::shared_ptr<const PeerInfo> peer;
        std::shared_ptr<const PeerInfo> target;
        std::string user;
    };
    const OtherEnd& otherEnd(ConnectionId connection);

    const SessionFacts& m_facts;
    std::unordered_map<EndpointId, std::string> m_pipes;
    std::unordered_map<ConnectionId, OtherEnd> m_others;
};

} // namespace pipecore
