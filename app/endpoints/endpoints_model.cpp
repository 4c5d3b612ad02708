#include "endpoints/endpoints_model.h"

#include "endpoints/endpoint_texts.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <algorithm>
#include <map>
#include <utility>

namespace pipescope {

namespace {

QString clockToSecond(qint64 wallNs)
{
    return wallNs == 0 ? QString() : formatClock(wallNs).section(QLatin1Char('.'), 0, 0);
}

/// Right-aligned columns. A process ID is a name made of digits.
bool isNumber(int column)
{
    return column == EndpointsModel::Since || column == EndpointsModel::Received
           || column == EndpointsModel::Sent;
}

} // namespace

EndpointsModel::EndpointsModel(QObject* parent) : QAbstractItemModel(parent)
{
    m_clock.start();
}

qint64 EndpointsModel::now() const
{
    return m_clock.elapsed() + 1; // 0 means never
}

void EndpointsModel::setFacts(const pipecore::SessionFacts::Snapshot& facts)
{
    if (m_keeper.isOfAnother(facts)) {
        if (!m_endpoints.empty()) {
            beginRemoveRows({}, 0, rowCount() - 1); // the keeper still knows their positions
            m_endpoints.clear();
            endRemoveRows();
        }
        m_connections.clear();
        m_keeper.startOver();
    }
    show(m_keeper.take(facts, now()));
}

MergeNotifier EndpointsModel::notifierFor(quint64 endpoint)
{
    // Looked up at each step: the parent's row may have moved.
    const auto parent = [this, endpoint] {
        return endpoint == 0 ? QModelIndex() : indexOf(endpoint);
    };
    return {[this, parent](int first, int last) { beginRemoveRows(parent(), first, last); },
            [this] { endRemoveRows(); },
            [this, parent](int first, int last) { beginInsertRows(parent(), first, last); },
            [this] { endInsertRows(); },
            [this, parent](int first, int last) {
                emit dataChanged(index(first, 0, parent()), index(last, ColumnCount - 1, parent()));
            }};
}

void EndpointsModel::show(EndpointRowChanges changes)
{
    std::vector<quint64> gone;
    for (const quint64 endpoint : changes.goneEndpoints) {
        gone.push_back(*m_keeper.placeOf(endpoint));
    }
    changeRows(m_endpoints, std::move(changes.endpoints), std::move(gone), notifierFor(0));
    for (const quint64 endpoint : changes.goneEndpoints) {
        m_connections.erase(endpoint);
    }
    for (auto& [endpoint, connections] : changes.connections) {
        changeRows(m_connections[endpoint], std::move(connections.rows),
                   std::move(connections.gone), notifierFor(endpoint));
    }
}

void EndpointsModel::tick()
{
    const qint64 time = now();
    show(m_keeper.expire(time));
    std::map<quint64, std::vector<int>> rows; // by endpoint; 0: the endpoints themselves
    for (const RowKeeper::Item& item : m_keeper.fading()) {
        if (item.connection == 0) {
            if (const QModelIndex found = indexOf(item.endpoint); found.isValid()) {
                rows[0].push_back(found.row());
            }
        } else if (const auto list = m_connections.find(item.endpoint);
                   list != m_connections.end()) {
            const auto found = rowAt(list->second, item.connection);
            if (found != list->second.end()) {
                rows[item.endpoint].push_back(static_cast<int>(found - list->second.begin()));
            }
        }
    }
    for (auto& [endpoint, fading] : rows) {
        std::ranges::sort(fading);
        reportRuns(fading, notifierFor(endpoint).changed);
    }
    m_keeper.forgetFaded(time);
}

void EndpointsModel::clearClosed()
{
    show(m_keeper.clearClosed());
}

void EndpointsModel::setClosedStay(qint64 milliseconds)
{
    m_keeper.setStay(milliseconds);
    show(m_keeper.expire(now()));
}

std::optional<int> EndpointsModel::nextTick()
{
    const std::optional<qint64> step = m_keeper.nextStep(now());
    return step ? std::optional(static_cast<int>(*step)) : std::nullopt;
}

void EndpointsModel::refreshTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    repaintRows();
}

void EndpointsModel::repaintRows()
{
    if (m_endpoints.empty()) {
        return;
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex top = index(row, 0);
        if (const int children = rowCount(top); children > 0) {
            emit dataChanged(index(0, 0, top), index(children - 1, ColumnCount - 1, top));
        }
    }
}

const EndpointRow* EndpointsModel::endpointAt(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == 0
               ? &m_endpoints.at(static_cast<std::size_t>(index.row()))
               : nullptr;
}

const ConnectionRow* EndpointsModel::connectionAt(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() != 0
               ? &m_connections.at(index.internalId()).at(static_cast<std::size_t>(index.row()))
               : nullptr;
}

const std::vector<ConnectionRow>& EndpointsModel::connectionsOf(const EndpointRow& row) const
{
    static const std::vector<ConnectionRow> none;
    const auto found = m_connections.find(row.key());
    return found == m_connections.end() ? none : found->second;
}

QModelIndex EndpointsModel::indexOf(quint64 endpoint) const
{
    const std::optional<quint64> place = m_keeper.placeOf(endpoint);
    const auto found = place ? rowAt(m_endpoints, *place) : m_endpoints.end();
    return found == m_endpoints.end()
               ? QModelIndex()
               : createIndex(static_cast<int>(found - m_endpoints.begin()), 0, quintptr{0});
}

QModelIndex EndpointsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // The number of the endpoint, not its row: it stays valid while rows change.
    const EndpointRow* endpoint = endpointAt(parent);
    return createIndex(row, column, endpoint != nullptr ? quintptr{endpoint->key()} : quintptr{0});
}

QModelIndex EndpointsModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() != 0 ? indexOf(child.internalId()) : QModelIndex();
}

int EndpointsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid()) {
        return static_cast<int>(m_endpoints.size());
    }
    const EndpointRow* endpoint = parent.column() == 0 ? endpointAt(parent) : nullptr;
    return endpoint != nullptr ? static_cast<int>(connectionsOf(*endpoint).size()) : 0;
}

int EndpointsModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant EndpointsModel::data(const QModelIndex& index, int role) const
{
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (const EndpointRow* endpoint = endpointAt(index)) {
        return endpointData(*endpoint, index.column(), role);
    }
    if (const ConnectionRow* connection = connectionAt(index)) {
        return connectionData(*connection, index.column(), role);
    }
    return {};
}

QVariant EndpointsModel::endpointData(const EndpointRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Name: return fromCore(row.facts.name);
        case State: return endpointStateText(row);
        case Since: return clockToSecond(row.facts.openedNs);
        case Received: return trafficText(row.messagesReceived, row.bytesReceived);
        case Sent: return trafficText(row.messagesSent, row.bytesSent);
        default: return {};
        }
    case Qt::ToolTipRole: return endpointToolTip(row);
    case Qt::DecorationRole:
        return column != Name ? QVariant()
                              : Theme::instance().icon(row.facts.role == pipecore::Role::Server
                                                           ? QStringLiteral("server")
                                                           : QStringLiteral("client"));
    case Qt::ForegroundRole:
        return row.isOver() || column == Since ? Theme::instance().color(Token::Muted) : QVariant();
    case MarkRole: return markColor(row.marks, now());
    default: return {};
    }
}

QVariant EndpointsModel::connectionData(const ConnectionRow& row, int column, int role) const
{
    const pipecore::PeerInfo* peer = row.facts.peer.get();
    const bool hasPid = peer != nullptr && peer->processId.has_value();
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case Name: return connectionNameText(row);
        case State: return connectionStateText(row);
        case ProcessId: return hasPid ? QString::number(*peer->processId) : QStringLiteral("–");
        case Since: return clockToSecond(row.facts.sinceNs);
        case Received: return trafficText(row.facts.messagesReceived, row.facts.bytesReceived);
        case Sent: return trafficText(row.facts.messagesSent, row.facts.bytesSent);
        default: return {};
        }
    case Qt::ToolTipRole: return connectionToolTip(row);
    case Qt::ForegroundRole:
        if (row.isOver() || column == Since || (column == ProcessId && !hasPid)) {
            return Theme::instance().color(Token::Muted);
        }
        return row.facts.throttled && column == State ? Theme::instance().color(Token::Warning)
                                                      : QVariant();
    case MarkRole: return markColor(row.marks, now());
    default: return {};
    }
}

QVariant EndpointsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case Received: return tr("Messages and bytes received");
        case Sent: return tr("Messages and bytes sent");
        case ProcessId: return tr("Process ID of the peer");
        default: return {};
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Name / peer");
    case State: return tr("State");
    case ProcessId: return tr("PID");
    case Since: return tr("Since");
    case Received: return tr("← Received");
    case Sent: return tr("→ Sent");
    default: return {};
    }
}

} // namespace pipescope
