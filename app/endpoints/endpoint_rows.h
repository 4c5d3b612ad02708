#pragma once

#include "widgets/row_marks.h"

#include "pipecore/session/session.h"

#include <unordered_map>
#include <vector>

namespace pipescope {

/// A connection in the list of endpoints. A value.
struct ConnectionRow
{
    pipecore::ConnectionFacts facts;
    RowMarks marks;

    [[nodiscard]] quint64 key() const { return facts.id.value; }
    [[nodiscard]] bool isOver() const { return facts.state == pipecore::InstanceState::Closed; }
    friend bool operator==(const ConnectionRow& one, const ConnectionRow& other);
};

/// A server or client in the list of endpoints, with what its connections add up to. A value.
struct EndpointRow
{
    pipecore::EndpointFacts facts;
    RowMarks marks;
    quint32 connected = 0;
    pipecore::InstanceState clientState = pipecore::InstanceState::Created; ///< of a client's end
    pipecore::CloseReason reason = pipecore::CloseReason::PeerClosed;       ///< of a client's end
    quint64 messagesReceived = 0;
    quint64 bytesReceived = 0;
    quint64 messagesSent = 0;
    quint64 bytesSent = 0;

    [[nodiscard]] quint64 key() const { return facts.id.value; }
    [[nodiscard]] bool isOver() const { return !facts.open; }
    friend bool operator==(const EndpointRow& one, const EndpointRow& other);
};

/// What the list shows.
struct EndpointRows
{
    std::vector<EndpointRow> endpoints;
    std::unordered_map<quint64, std::vector<ConnectionRow>> connections; ///< by endpoint
};

/// Decides which endpoints and connections of a session are listed, and remembers when they came
/// and went: closed ones stay for a while, then leave. Those that were closed before they were
/// seen, as all are in a session from a file, stay.
class RowKeeper
{
public:
    /// How long closed ones stay listed, in milliseconds; negative: until cleared.
    void setStay(qint64 milliseconds) { m_stay = milliseconds; }
    [[nodiscard]] qint64 stay() const { return m_stay; }

    /// The rows for a snapshot at the time `now`.
    [[nodiscard]] EndpointRows rowsOf(const pipecore::SessionFacts::Snapshot& facts, qint64 now);
    /// Closed ones leave with the next rowsOf().
    void clearClosed();
    /// True when the snapshot is not of the session that was seen before; it is forgotten then.
    bool startsOver(const pipecore::SessionFacts::Snapshot& facts);

private:
    struct Memory
    {
        RowMarks marks;
        bool isOver = false;
        bool isArchived = false; ///< closed when it was first seen, in the first snapshot
        bool isGone = false;     ///< left the list for good
    };
    Memory& remember(std::unordered_map<quint64, Memory>& memories, quint64 key, bool isOver,
                     qint64 now);
    [[nodiscard]] bool isListed(Memory& memory, qint64 now) const;
    /// In a storm of short connections only the last closed ones are listed.
    void limitClosed(EndpointRows& rows);

    std::unordered_map<quint64, Memory> m_endpoints;
    std::unordered_map<quint64, Memory> m_connections;
    std::unordered_map<quint64, qint64> m_openedNs; ///< by endpoint: tells sessions apart
    quint64 m_revision = 0;
    qint64 m_stay = 8000;
    bool m_isFirst = true;
};

} // namespace pipescope
