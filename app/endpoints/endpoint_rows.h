#pragma once

#include "widgets/row_marks.h"

#include "pipecore/session/session.h"

#include <deque>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pipescope {

/// A connection in the list of endpoints. A value.
struct ConnectionRow
{
    pipecore::ConnectionFacts facts;
    RowMarks marks;

    /// Position among the connections of its endpoint.
    [[nodiscard]] quint64 place() const { return facts.id.value; }
    [[nodiscard]] bool isOver() const { return facts.state == pipecore::InstanceState::Closed; }
    friend bool operator==(const ConnectionRow& one, const ConnectionRow& other);
};

/// A server or client in the list of endpoints, with the totals of its connections. A value.
struct EndpointRow
{
    pipecore::EndpointFacts facts;
    RowMarks marks;
    quint64 order = 0; ///< of appearance
    quint32 connected = 0;
    pipecore::InstanceState clientState = pipecore::InstanceState::Created; ///< of a client's end
    pipecore::CloseReason reason = pipecore::CloseReason::PeerClosed;       ///< of a client's end
    quint64 messagesReceived = 0;
    quint64 bytesReceived = 0;
    quint64 messagesSent = 0;
    quint64 bytesSent = 0;

    [[nodiscard]] quint64 key() const { return facts.id.value; }
    /// Position among the endpoints.
    [[nodiscard]] quint64 place() const { return order; }
    [[nodiscard]] bool isOver() const { return !facts.open; }
    friend bool operator==(const EndpointRow& one, const EndpointRow& other);
};

/// The changes that bring a list of endpoints up to date.
struct EndpointRowChanges
{
    struct Connections
    {
        std::vector<ConnectionRow> rows; ///< new, or with other values
        std::vector<quint64> gone;       ///< places
    };
    std::vector<EndpointRow> endpoints;                   ///< new, or with other values
    std::vector<quint64> goneEndpoints;                   ///< keys; their connections go with them
    std::unordered_map<quint64, Connections> connections; ///< by endpoint, of those that stay
};

/// Decides which endpoints and connections of a session are listed, and remembers when they
/// appeared and closed: closed ones stay for a while, then leave. Those that were closed when first
/// seen, as all are in a file, stay. Processes changes only, except where stated.
class RowKeeper
{
public:
    /// Time that closed rows stay listed, in milliseconds; negative: until cleared.
    void setStay(qint64 milliseconds) { m_stay = milliseconds; }
    [[nodiscard]] qint64 stay() const { return m_stay; }

    /// Takes all facts at the time `now`, or the changes since the last call.
    [[nodiscard]] EndpointRowChanges take(const pipecore::SessionFacts::Snapshot& facts,
                                          qint64 now);
    /// Removes closed rows whose time is over.
    [[nodiscard]] EndpointRowChanges expire(qint64 now);
    /// Removes all closed rows. Visits all rows.
    [[nodiscard]] EndpointRowChanges clearClosed();
    /// True if the facts are of another session than before.
    [[nodiscard]] bool isOfAnother(const pipecore::SessionFacts::Snapshot& facts) const;
    /// Forgets the session.
    void startOver();

    /// Position of an endpoint among the endpoints.
    [[nodiscard]] std::optional<quint64> placeOf(quint64 endpoint) const;
    /// An endpoint, or a connection of it.
    struct Item
    {
        quint64 endpoint = 0;
        quint64 connection = 0; ///< 0: the endpoint itself
    };
    /// Listed rows whose marks may still fade.
    [[nodiscard]] const std::vector<Item>& fading() const { return m_fading; }
    /// The marks were painted: forgets those that have faded.
    void forgetFaded(qint64 now);
    /// Milliseconds until a mark is repainted or a closed row leaves; empty if neither is pending.
    [[nodiscard]] std::optional<qint64> nextStep(qint64 now);

private:
    struct Life
    {
        RowMarks marks;
        bool isOver = false;
        bool isArchived = false; ///< closed when first seen, with the first facts
        bool isGone = false;     ///< removed from the list
        bool isListed = false;
    };
    struct Endpoint
    {
        EndpointRow row;
        Life life;
        quint64 last = 0; ///< connection with the highest number
    };
    /// The share of a connection in its endpoint's totals.
    struct Connection
    {
        Life life;
        quint64 endpoint = 0;
        bool isConnected = false;
        quint64 messagesReceived = 0;
        quint64 bytesReceived = 0;
        quint64 messagesSent = 0;
        quint64 bytesSent = 0;
    };
    /// A closed row that will be removed.
    struct Expiring
    {
        Item item;
        qint64 disappearedAt = 0;
    };

    void live(Life& life, bool isNew, bool isOver, Item item, qint64 now);
    void count(Endpoint& endpoint, Connection& known, const pipecore::ConnectionFacts& facts);
    [[nodiscard]] Life* lifeOf(Item item);
    [[nodiscard]] bool isWaiting(const Expiring& leaving);
    void leave(Item item, EndpointRowChanges& changes);
    /// Removes rows whose time is over, and all but the last `limit`.
    void removeExpired(std::deque<Expiring>& leaving, std::size_t limit, qint64 now,
                       EndpointRowChanges& changes);
    void removeExpired(qint64 now, EndpointRowChanges& changes);
    void put(const pipecore::SessionFacts::Snapshot& facts, EndpointRowChanges& changes);

    std::unordered_map<quint64, Endpoint> m_endpoints;
    std::unordered_map<quint64, Connection> m_connections;
    std::deque<Expiring> m_expiringEndpoints; ///< ordered by time of removal, as the next one
    std::deque<Expiring> m_expiringConnections;
    std::size_t m_waitingConnections = 0; ///< number of connections still waiting
    std::vector<Item> m_fading;
    quint64 m_revision = 0;
    qint64 m_stay = 8000;
    bool m_isFirst = true;
};

} // namespace pipescope
