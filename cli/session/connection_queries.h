#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/model/event.h"

#include <unordered_set>

namespace pipescope::cli {

/// Queries of --identity and --facts to the engine about each connection, as soon as there is an
/// answer. Main thread.
class ConnectionQueries
{
public:
    struct Wanted
    {
        bool identity = false; ///< identity of a server's client, from the pipe itself
        bool facts = false;    ///< pipe properties of the connection
    };
    explicit ConnectionQueries(Wanted wanted) : m_wanted(wanted) {}

    /// Asks what this event makes it time for.
    void ask(pipecore::Engine& engine, const pipecore::Event& event);
    /// True when the event only reports that a query came after the end of its connection. The user did not ask
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
