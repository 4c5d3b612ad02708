#include "composer/target_model.h"

#include "endpoints/row_merge.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QIcon>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

bool maySend(const pipecore::EndpointFacts& endpoint)
{
    // A client's access is reported from the server's view: inbound is from the client to the
    // server.
    const pipecore::Access oneWay = endpoint.role == pipecore::Role::Server
                                        ? pipecore::Access::Outbound
                                        : pipecore::Access::Inbound;
    return endpoint.access == pipecore::Access::Duplex || endpoint.access == oneWay;
}

SendObstacle obstacleOf(const pipecore::EndpointFacts& endpoint, pipecore::InstanceState connection)
{
    if (connection == pipecore::InstanceState::Closed || !endpoint.open) {
        return SendObstacle::Closed;
    }
    if (!maySend(endpoint)) {
        return SendObstacle::ReceivesOnly;
    }
    return takesSends(connection) ? SendObstacle::None : SendObstacle::NotConnected;
}

} // namespace

void TargetModel::setFacts(const pipecore::SessionFacts::Snapshot& facts, const SendTarget& keep)
{
    std::set<pipecore::EndpointId> touched;
    for (const pipecore::EndpointFacts& endpoint : facts.endpoints) {
        const auto [entry, isNew] = m_endpoints.try_emplace(endpoint.id);
        if (isNew) {
            entry->second.order = m_endpoints.size();
        }
        entry->second.facts = endpoint;
        entry->second.isChanged = true;
        touched.insert(endpoint.id);
    }
    std::vector<TargetRow> rows;
    std::vector<TargetRow::Place> gone;
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        const auto found = m_endpoints.find(connection.endpoint);
        if (found == m_endpoints.end()) {
            continue;
        }
        Endpoint& endpoint = found->second;
        touched.insert(connection.endpoint);
        const SendTarget target{connection.id, {}};
        const TargetRow::Place place{endpoint.order, connection.id.value};
        const auto before = rowAt(m_rows, place);
        endpoint.clients -= before != m_rows.end() && takesSends(before->state) ? 1 : 0;
        endpoint.clients += takesSends(connection.state) ? 1 : 0;
        if (connection.state == pipecore::InstanceState::Closed && !(target == keep)) {
            gone.push_back(place);
            continue;
        }
        TargetRow& row = rows.emplace_back();
        row.target = target;
        row.order = endpoint.order;
        row.state = connection.state;
        row.peer = connection.peer;
        describe(row, endpoint);
    }
    if (!(m_kept == keep)) {
        const int row = rowOf(m_kept);
        if (row >= 0 && m_kept.endpoint) {
            touched.insert(m_kept.endpoint);
        } else if (row >= 0 && at(row).state == pipecore::InstanceState::Closed) {
            gone.push_back(at(row).place());
        }
        m_kept = keep;
    }
    change(std::move(rows), std::move(gone));
    updateEndpoints(touched);
}

void TargetModel::describe(TargetRow& row, const Endpoint& endpoint) const
{
    row.role = endpoint.facts.role;
    row.mode = endpoint.facts.mode;
    row.name = endpoint.facts.name;
    if (row.target.connection) {
        row.obstacle = obstacleOf(endpoint.facts, row.state);
        return;
    }
    row.clients = endpoint.clients;
    row.obstacle = !endpoint.facts.open       ? SendObstacle::Closed
                   : !maySend(endpoint.facts) ? SendObstacle::ReceivesOnly
                   : endpoint.clients == 0    ? SendObstacle::NobodyConnected
                                              : SendObstacle::None;
    const auto count = m_serverNames.find(row.name);
    const bool isOnlyOne = count != m_serverNames.end() && count->second == 1;
    row.sinceNs = isOnlyOne ? 0 : endpoint.facts.openedNs;
}

void TargetModel::updateEndpoints(std::set<pipecore::EndpointId> touched)
{
    std::vector<TargetRow> rows;
    std::vector<TargetRow::Place> gone;
    bool areOthers = false;
    for (const pipecore::EndpointId id : touched) {
        const Endpoint& endpoint = m_endpoints.at(id);
        const SendTarget target{{}, id};
        const bool isListed = endpoint.facts.role == pipecore::Role::Server
                              && (endpoint.facts.open || target == m_kept);
        if (isListed && m_servers.insert(id).second) {
            ++m_serverNames[endpoint.facts.name];
            areOthers = true;
        } else if (!isListed && m_servers.erase(id) != 0) {
            --m_serverNames[endpoint.facts.name];
            areOthers = true;
            gone.emplace_back(endpoint.order, 0);
        }
        // The endpoint may prevent sending to its connections.
        for (auto row = std::ranges::lower_bound(m_rows, TargetRow::Place{endpoint.order, 1}, {},
                                                 &TargetRow::place);
             endpoint.isChanged && row != m_rows.end() && row->order == endpoint.order; ++row) {
            describe(rows.emplace_back(*row), endpoint);
        }
    }
    if (areOthers) { // another endpoint may have the same name
        touched.insert(m_servers.begin(), m_servers.end());
    }
    for (const pipecore::EndpointId id : touched) {
        if (m_servers.contains(id)) {
            TargetRow& row = rows.emplace_back();
            row.target.endpoint = id;
            row.order = m_endpoints.at(id).order;
            describe(row, m_endpoints.at(id));
        }
        m_endpoints.at(id).isChanged = false;
    }
    change(std::move(rows), std::move(gone));
}

void TargetModel::endSession(int keep)
{
    std::vector<TargetRow> rows;
    if (keep >= 0) {
        TargetRow& past = rows.emplace_back(at(keep));
        past.isPast = true;
        past.obstacle = SendObstacle::Closed;
        past.state = pipecore::InstanceState::Closed;
        past.clients = 0;
        past.order = 0;
    }
    m_endpoints.clear();
    m_servers.clear();
    m_serverNames.clear();
    m_kept = {};
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TargetModel::removePastRow()
{
    if (!m_rows.empty() && m_rows.front().isPast) {
        change({}, {m_rows.front().place()});
    }
}

void TargetModel::change(std::vector<TargetRow> rows, std::vector<TargetRow::Place> gone)
{
    changeRows(m_rows, std::move(rows), std::move(gone),
               {[this](int first, int last) { beginRemoveRows({}, first, last); },
                [this] { endRemoveRows(); },
                [this](int first, int last) { beginInsertRows({}, first, last); },
                [this] { endInsertRows(); },
                [this](int first, int last) { emit dataChanged(index(first), index(last)); }});
}

void TargetModel::refreshTexts()
{
    if (!m_rows.empty()) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

int TargetModel::rowOf(const SendTarget& target) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const TargetRow& row) {
        return row.target == target && !row.isPast;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TargetModel::first() const
{
    const auto isPossible = [](const TargetRow& row) {
        return row.obstacle == SendObstacle::None || row.obstacle == SendObstacle::NobodyConnected;
    };
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), isPossible);
    return found != m_rows.end() ? static_cast<int>(found - m_rows.begin())
           : m_rows.empty()      ? -1
                                 : 0;
}

QString TargetModel::obstacleText(int row) const
{
    const TargetRow& target = at(row);
    switch (target.obstacle) {
    case SendObstacle::None: return {};
    case SendObstacle::NobodyConnected: return tr("no clients connected");
    case SendObstacle::NotConnected: return stateText(target.state);
    case SendObstacle::ReceivesOnly:
        return target.role == pipecore::Role::Server ? tr("receive-only server")
                                                     : tr("read-only client");
    case SendObstacle::Closed: return target.target.endpoint ? tr("stopped") : tr("disconnected");
    }
    Q_UNREACHABLE();
}

QString TargetModel::nameText(int row) const
{
    const TargetRow& target = at(row);
    QString pipe = fromCore(target.name);
    if (target.target.endpoint) {
        if (target.sinceNs != 0) {
            pipe = tr("%1 (since %2)").arg(pipe, formatClock(target.sinceNs));
        }
        return tr("%1 · all clients (%2)").arg(pipe, formatCount(target.clients));
    }
    return QStringLiteral("%1 · %2 %3")
        .arg(pipe, connectionText(target.target.connection), peerText(target.peer.get()))
        .trimmed();
}

int TargetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TargetModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const TargetRow& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: {
        const QString obstacle = obstacleText(index.row());
        const QString name = nameText(index.row());
        return obstacle.isEmpty() ? name : QStringLiteral("%1 – %2").arg(name, obstacle);
    }
    case Qt::DecorationRole:
        return Theme::instance().icon(row.role == pipecore::Role::Server && row.target.endpoint
                                          ? QStringLiteral("server")
                                          : QStringLiteral("client"));
    default: return {};
    }
}

Qt::ItemFlags TargetModel::flags(const QModelIndex& index) const
{
    // A server without clients can be selected: later clients are meant.
    const bool possible = index.isValid()
                          && (at(index.row()).obstacle == SendObstacle::None
                              || at(index.row()).obstacle == SendObstacle::NobodyConnected);
    return possible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                    : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace pipescope
