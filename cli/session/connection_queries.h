#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/model/event.h"

#include <unordered_map>
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
    /// True when the event only says that a question came when its connection was over, or before the
    /// client could be known. Nobody asked for that line.
    [[nodiscard]] bool isUntimely(const pipecore::Event& event);

private:
    void remember(const pipecore::Result<pipecore::OperationId>& operation);

    Wanted m_wanted;
    bool m_isServer = false;
    /// Asks who the client is, unless it was asked already.
    void identify(pipecore::Engine& engine, pipecore::ConnectionId connection);

    std::unordered_set<pipecore::ConnectionId> m_identified; ///< or asked for
    std::unordered_set<pipecore::ConnectionId> m_heard;      ///< something was read from them
    std::unordered_map<pipecore::OperationId, pipecore::ConnectionId> m_early; ///< asked at once
    std::unordered_set<pipecore::OperationId> m_asked;                         ///< and not answered
};

} // namespace pipescope::cli
