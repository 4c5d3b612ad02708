#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/model/event.h"

#include <unordered_set>

namespace pipescope::cli {

/// What --identity and --facts ask the engine about each connection, at the moment when there is an
/// answer. Main thread.
class ConnectionQueries
{
public:
    struct Wanted
    {
        bool identity = false; ///< who a server's client is, by the pipe itself
        bool facts = false;    ///< what the system says of the connection
    };
    explicit ConnectionQueries(Wanted wanted) : m_wanted(wanted) {}

    /// Asks what this event makes it time for.
    void ask(pipecore::Engine& engine, const pipecore::Event& event);
    /// True when the event only says that a question came when its connection was over. Nobody asked
    /// for that line.
    [[nodiscard]] bool isTooLate(const pipecore::Event& event);

private:
    void remember(const pipecore::Result<pipecore::OperationId>& operation);

    Wanted m_wanted;
    bool m_isServer = false;
    std::unordered_set<pipecore::ConnectionId> m_identified;
    std::unordered_set<pipecore::OperationId> m_asked; ///< and not answered
};

} // namespace pipescope::cli
