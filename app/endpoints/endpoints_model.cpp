#include "endpoints/endpoints_model.h"

#include "endpoints/endpoint_texts.h"
#include "endpoints/row_merge.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace pipescope {

namespace {

QString clockToSecond(qint64 wallNs)
{
    return wallNs == 0 ? QString() : formatClock(wallNs).section(QLatin1Char('.'), 0, 0);
}

/// Columns that are lined up at the right. A process ID is a name made of digits.
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
    if (m_keeper.startsOver(facts)) {
        merge({});
    }
    m_facts = facts;
    update();
}

void EndpointsModel::update()
{
    merge(m_keeper.rowsOf(m_facts, now()));
}

void EndpointsModel::merge(EndpointRows next)
{
    const auto notifierFor = [this](quint64 endpoint) {
        // Looked up at each step: the parent's row may have moved.
        const auto parent = [this, endpoint] {
            return endpoint == 0 ? QModelIndex() : indexOf(endpoint);
        };
        return MergeNotifier{
            [this, parent](int first, int last) { beginRemoveRows(parent(), first, last); },
            [this] { endRemoveRows(); },
            [this, parent](int first, int last) { beginInsertRows(parent(), first, last); },
            [this] { endInsertRows(); },
            [this, parent](int first, int last) {
                emit dataChanged(index(first, 0, parent()), index(last, ColumnCount - 1, parent()));
            }};
    };
    mergeRows(m_rows.endpoints, std::move(next.endpoints), notifierFor(0));
    std::erase_if(m_rows.connections,
                  [this](const auto& entry) { return !indexOf(entry.first).isValid(); });
    for (const EndpointRow& endpoint : m_rows.endpoints) {
        mergeRows(m_rows.connections[endpoint.key()], std::move(next.connections[endpoint.key()]),
                  notifierFor(endpoint.key()));
    }
}

void EndpointsModel::tick()
{
    update();
    repaintRows(); // a few times, and only while something fades
}

void EndpointsModel::clearClosed()
{
    m_keeper.clearClosed();
    update();
}

void EndpointsModel::setClosedStay(qint64 milliseconds)
{
    m_keeper.setStay(milliseconds);
    update();
}

std::optional<int> EndpointsModel::nextTick() const
{
    const qint64 time = now();
    qint64 next = std::numeric_limits<qint64>::max();
    const auto look = [&](const RowMarks& marks, bool isOver) {
        if (const auto step = nextMarkStep(marks, time)) {
            next = std::min(next, *step);
        }
        if (isOver && marks.wentAt > 0 && m_keeper.stay() >= 0) {
            next = std::min(next, std::max<qint64>(marks.wentAt + m_keeper.stay() - time, 1));
        }
    };
    for (const EndpointRow& endpoint : m_rows.endpoints) {
        look(endpoint.marks, endpoint.isOver());
        for (const ConnectionRow& connection : connectionsOf(endpoint)) {
            look(connection.marks, connection.isOver());
        }
    }
    if (next == std::numeric_limits<qint64>::max()) {
        return std::nullopt;
    }
    return static_cast<int>(std::max<qint64>(next, 1));
}

void EndpointsModel::refreshTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    repaintRows();
}

void EndpointsModel::repaintRows()
{
    if (m_rows.endpoints.empty()) {
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
               ? &m_rows.endpoints.at(static_cast<std::size_t>(index.row()))
               : nullptr;
}

const ConnectionRow* EndpointsModel::connectionAt(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() != 0
               ? &m_rows.connections.at(index.internalId())
                      .at(static_cast<std::size_t>(index.row()))
               : nullptr;
}

const std::vector<ConnectionRow>& EndpointsModel::connectionsOf(const EndpointRow& row) const
{
    static const std::vector<ConnectionRow> none;
    const auto found = m_rows.connections.find(row.key());
    return found == m_rows.connections.end() ? none : found->second;
}

QModelIndex EndpointsModel::indexOf(quint64 endpoint) const
{
    const auto found =
        std::find_if(m_rows.endpoints.begin(), m_rows.endpoints.end(),
                     [endpoint](const EndpointRow& row) { return row.key() == endpoint; });
    return found == m_rows.endpoints.end()
               ? QModelIndex()
               : createIndex(static_cast<int>(found - m_rows.endpoints.begin()), 0, quintptr{0});
}

QModelIndex EndpointsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    // The number of the endpoint, not its row: it stays right while rows come and go.
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
        return static_cast<int>(m_rows.endpoints.size());
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
        case Received: return tr("Messages and bytes that came in");
        case Sent: return tr("Messages and bytes that went out");
        case ProcessId: return tr("Process ID of the other end");
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
