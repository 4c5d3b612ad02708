#include "composer/target_model.h"

#include "endpoints/row_merge.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QIcon>

#include <algorithm>
#include <unordered_map>

namespace pipescope {

namespace {

bool maySend(const pipecore::EndpointFacts& endpoint)
{
    // A client's access is told as the server has it: inbound is from the client to the server.
    const pipecore::Access oneWay = endpoint.role == pipecore::Role::Server
                                        ? pipecore::Access::Outbound
                                        : pipecore::Access::Inbound;
    return endpoint.access == pipecore::Access::Duplex || endpoint.access == oneWay;
}

SendObstacle obstacleOf(const pipecore::EndpointFacts& endpoint,
                        const pipecore::ConnectionFacts& connection)
{
    if (connection.state == pipecore::InstanceState::Closed || !endpoint.open) {
        return SendObstacle::Closed;
    }
    if (!maySend(endpoint)) {
        return SendObstacle::ReceivesOnly;
    }
    return takesSends(connection.state) ? SendObstacle::None : SendObstacle::NotConnected;
}

struct EndpointTargets
{
    TargetRow all;
    std::vector<TargetRow> connections;
};

std::vector<TargetRow> targetsOf(const pipecore::SessionFacts::Snapshot& facts,
                                 const SendTarget& keep)
{
    std::unordered_map<pipecore::EndpointId, std::size_t> places;
    std::vector<EndpointTargets> endpoints(facts.endpoints.size());
    for (std::size_t i = 0; i < facts.endpoints.size(); ++i) {
        places.emplace(facts.endpoints[i].id, i);
    }
    for (const pipecore::ConnectionFacts& connection : facts.connections) {
        const SendTarget target{connection.id, {}};
        const auto place = places.find(connection.endpoint);
        if (place == places.end()
            || (connection.state == pipecore::InstanceState::Closed && !(target == keep))) {
            continue;
        }
        const pipecore::EndpointFacts& endpoint = facts.endpoints[place->second];
        EndpointTargets& list = endpoints[place->second];
        TargetRow row;
        row.target = target;
        row.obstacle = obstacleOf(endpoint, connection);
        row.role = endpoint.role;
        row.mode = endpoint.mode;
        row.state = connection.state;
        row.peer = connection.peer;
        row.name = endpoint.name;
        list.all.clients += takesSends(connection.state) ? 1 : 0;
        list.connections.push_back(std::move(row));
    }

    std::vector<TargetRow> rows;
    std::unordered_map<std::string, int> servers; ///< listed, by name
    for (std::size_t i = 0; i < endpoints.size(); ++i) {
        const pipecore::EndpointFacts& endpoint = facts.endpoints[i];
        const SendTarget target{{}, endpoint.id};
        if (endpoint.role == pipecore::Role::Server && (endpoint.open || target == keep)) {
            TargetRow& row = endpoints[i].all;
            row.target = target;
            row.obstacle = !endpoint.open       ? SendObstacle::Closed
                           : !maySend(endpoint) ? SendObstacle::ReceivesOnly
                           : row.clients == 0   ? SendObstacle::NobodyConnected
                                                : SendObstacle::None;
            row.mode = endpoint.mode;
            row.name = endpoint.name;
            row.sinceNs = endpoint.openedNs;
            ++servers[row.name];
            rows.push_back(std::move(row));
        }
        std::move(endpoints[i].connections.begin(), endpoints[i].connections.end(),
                  std::back_inserter(rows));
    }
    for (TargetRow& row : rows) {
        if (row.target.endpoint && servers[row.name] == 1) {
            row.sinceNs = 0;
        }
    }
    return rows;
}

} // namespace

void TargetModel::setFacts(const pipecore::SessionFacts::Snapshot& facts, const SendTarget& keep)
{
    std::vector<TargetRow> rows = targetsOf(facts, keep);
    if (!m_rows.empty() && m_rows.front().isPast) {
        rows.insert(rows.begin(), m_rows.front());
    }
    show(std::move(rows));
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
    }
    show(std::move(rows));
}

void TargetModel::dropPast()
{
    if (!m_rows.empty() && m_rows.front().isPast) {
        show(std::vector<TargetRow>(std::next(m_rows.begin()), m_rows.end()));
    }
}

void TargetModel::show(std::vector<TargetRow> rows)
{
    mergeRows(m_rows, std::move(rows),
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
    case SendObstacle::NobodyConnected: return tr("nobody is connected");
    case SendObstacle::NotConnected: return stateText(target.state);
    case SendObstacle::ReceivesOnly:
        return target.role == pipecore::Role::Server ? tr("this server only receives")
                                                     : tr("this client only reads");
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
    // A server without clients may be chosen: who comes later is meant.
    const bool possible = index.isValid()
                          && (at(index.row()).obstacle == SendObstacle::None
                              || at(index.row()).obstacle == SendObstacle::NobodyConnected);
    return possible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                    : Qt::ItemFlags(Qt::ItemNeverHasChildren);
}

} // namespace pipescope
