#pragma once

#include "endpoints/send_target.h"

#include "pipecore/session/session.h"

#include <QAbstractListModel>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pipescope {

/// Why a target cannot be sent to.
enum class SendObstacle : quint8 {
    None,
    NobodyConnected, ///< a server without clients
    NotConnected,    ///< connecting or closing
    ReceivesOnly,    ///< the direction does not allow it
    Closed,
};

/// Line of the target list. A value; TargetModel::data() makes the text.
struct TargetRow
{
    SendTarget target;
    SendObstacle obstacle = SendObstacle::None;
    pipecore::Role role = pipecore::Role::Server;
    pipecore::PipeMode mode = pipecore::PipeMode::Message;
    pipecore::InstanceState state = pipecore::InstanceState::Created; ///< of a connection
    quint32 clients = 0;                                              ///< connected, of a server
    std::string name;                                                 ///< of the pipe
    qint64 sinceNs = 0;  ///< start of a server with a name that is not unique in the list; else 0
    bool isPast = false; ///< of a session that has ended: its numbers are no longer valid
    std::shared_ptr<const pipecore::PeerInfo> peer;

    quint64 order = 0; ///< of appearance of its endpoint; 0 in a past row, which is the first

    /// Position in the list: a server before its connections.
    using Place = std::pair<quint64, quint64>;
    [[nodiscard]] Place place() const { return {order, target.connection.value}; }
    /// True if it cannot become possible again by itself.
    [[nodiscard]] bool isUnusable() const
    {
        return obstacle == SendObstacle::Closed || obstacle == SendObstacle::ReceivesOnly;
    }
    friend bool operator==(const TargetRow&, const TargetRow&) = default;
};

/// Every server and connection of a session that could be sent to now, and the reason where it
/// cannot; those rows are disabled, except servers that only lack a client. Servers are followed by
/// their clients; every row names its pipe.
class TargetModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Updates the list, with all facts or the changes since the last call. Closed rows are
    /// removed, except `keep`.
    void setFacts(const pipecore::SessionFacts::Snapshot& facts, const SendTarget& keep);
    /// Handles the end of the session; the next one numbers anew. Removes all rows except `keep`
    /// (-1: none), which is past from now on.
    void endSession(int keep);
    /// Removes the past row, if any.
    void removePastRow();
    /// Updates texts and icons after a change of language or theme.
    void refreshTexts();

    /// Row of a target of this session, or -1.
    [[nodiscard]] int rowOf(const SendTarget& target) const;
    /// First row that can be sent to, now or once a client connects; else the first row, and -1 in
    /// an empty list.
    [[nodiscard]] int first() const;
    [[nodiscard]] const TargetRow& at(int row) const { return m_rows.at(static_cast<size_t>(row)); }
    /// The name of the row, without the reason why it cannot be sent to.
    [[nodiscard]] QString nameText(int row) const;
    /// The reason why the row cannot be sent to, as part of a sentence; empty if it can.
    [[nodiscard]] QString obstacleText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Endpoint
    {
        pipecore::EndpointFacts facts;
        quint64 order = 0;      ///< of appearance
        quint32 clients = 0;    ///< connected
        bool isChanged = false; ///< its connections are not updated yet
    };
    /// Fills in what a row has from its endpoint.
    void describe(TargetRow& row, const Endpoint& endpoint) const;
    void updateEndpoints(std::set<pipecore::EndpointId> touched);
    void change(std::vector<TargetRow> rows, std::vector<TargetRow::Place> gone);

    std::unordered_map<pipecore::EndpointId, Endpoint> m_endpoints;
    std::set<pipecore::EndpointId> m_servers; ///< the listed ones
    std::map<std::string, int> m_serverNames; ///< number of servers with the name
    SendTarget m_kept;
    std::vector<TargetRow> m_rows;
};

} // namespace pipescope
