#include "explorer/pipes_model.h"

#include "endpoints/row_merge.h"
#include "explorer/pipe_texts.h"
#include "widgets/formatting.h"
#include "widgets/theme.h"

#include <QFont>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

bool isNumber(int column)
{
    return column == PipesModel::Count || column == PipesModel::Limit;
}

QVariant alignment(int column)
{
    return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                               | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
}

QString typeText(const pipecore::ListedPipe& pipe)
{
    return pipe.mode ? modeText(*pipe.mode) : QString();
}

QString programText(const pipecore::ListedPipe& pipe)
{
    const QString name = fromCore(pipecore::serverName(pipe));
    return name.isEmpty() ? QStringLiteral("–") : name;
}

QString processText(const pipecore::ListedPipe& pipe)
{
    return pipe.server.processId ? QString::number(*pipe.server.processId) : QStringLiteral("–");
}

QString cellText(const pipecore::ListedPipe& pipe, int column)
{
    switch (column) {
    case PipesModel::Name: return pipeNameText(pipe);
    case PipesModel::Type: return typeText(pipe);
    case PipesModel::Count: return pipeCountText(pipe);
    case PipesModel::Limit: return pipeLimitText(pipe);
    case PipesModel::Program: return programText(pipe);
    case PipesModel::ProcessId: return processText(pipe);
    default: return {};
    }
}

QVariant sortValue(const pipecore::ListedPipe& pipe, int column)
{
    switch (column) {
    case PipesModel::Count: return pipe.instances.value_or(pipe.connected.value_or(0));
    // Sorts unlimited last.
    case PipesModel::Limit: return pipe.limit.value_or(0xFFFFFFFF);
    case PipesModel::ProcessId: return pipe.server.processId ? *pipe.server.processId : 0;
    default: return cellText(pipe, column);
    }
}

} // namespace

PipesModel::PipesModel(QObject* parent) : QAbstractTableModel(parent)
{
    m_clock.start();
}

void PipesModel::setListing(std::vector<pipecore::ListedPipe> listing)
{
    const bool countsInstances = !listing.empty() && listing.front().instances.has_value();
    m_keeper.setListing(std::move(listing), now());
    update();
    if (std::exchange(m_countsInstances, countsInstances) != countsInstances) {
        emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    }
}

void PipesModel::clear()
{
    m_keeper.clear();
    update();
}

void PipesModel::update()
{
    mergeRows(m_rows, m_keeper.rows(now()),
              {[this](int first, int last) { beginRemoveRows({}, first, last); },
               [this] { endRemoveRows(); },
               [this](int first, int last) { beginInsertRows({}, first, last); },
               [this] { endInsertRows(); },
               [this](int first, int last) {
                   emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
               }});
}

void PipesModel::tick()
{
    update();
    // The range of fading rows, which is short.
    int first = -1;
    int last = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const RowMarks& marks = rowAt(row).marks;
        if (marks.appearedAt > 0 || marks.disappearedAt > 0) {
            first = first < 0 ? row : first;
            last = row;
        }
    }
    if (first >= 0) {
        emit dataChanged(index(first, 0), index(last, ColumnCount - 1), {rowMarkRole});
    }
}

std::optional<int> PipesModel::nextTick() const
{
    const qint64 time = now();
    std::optional<qint64> next;
    const auto atMost = [&next](qint64 step) { next = next ? std::min(*next, step) : step; };
    for (const PipeRow& row : m_rows) {
        if (const auto step = nextMarkStep(row.marks, time)) {
            atMost(*step);
        }
        if (row.isGone()) {
            atMost(row.marks.disappearedAt + PipeRowKeeper::removedStay - time);
        }
    }
    return next ? std::optional(static_cast<int>(std::max<qint64>(*next, 1))) : std::nullopt;
}

void PipesModel::refreshTexts()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

bool PipesModel::hasColumn(int column) const
{
    switch (column) {
    case Name:
    case Count: return true;
    case Limit: return m_countsInstances;
    default: return !m_countsInstances;
    }
}

int PipesModel::presentCount() const
{
    return static_cast<int>(std::ranges::count(m_rows, false, &PipeRow::isGone));
}

int PipesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PipesModel::foreground(const PipeRow& row, int column) const
{
    const bool isUnknown = (column == Program && pipecore::serverName(row.pipe).empty())
                           || (column == ProcessId && !row.pipe.server.processId)
                           || (column == Limit && !row.pipe.limit);
    return row.isGone() || isUnknown || (column == Name && !row.pipe.canConnect)
               ? Theme::instance().color(Token::Muted)
               : QVariant();
}

QVariant PipesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const PipeRow& row = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return cellText(row.pipe, index.column());
    case SortRole: return sortValue(row.pipe, index.column());
    case Qt::TextAlignmentRole: return alignment(index.column());
    case Qt::ToolTipRole: return pipeToolTip(row.pipe);
    case Qt::ForegroundRole: return foreground(row, index.column());
    case Qt::FontRole:
        if (row.isGone()) {
            QFont font;
            font.setStrikeOut(true);
            return font;
        }
        return {};
    // A screen reader cannot see the strikethrough.
    case Qt::AccessibleTextRole:
        return row.isGone() ? tr("%1, removed").arg(cellText(row.pipe, index.column()))
                            : QVariant();
    case rowMarkRole: return markColor(row.marks, now());
    default: return {};
    }
}

QVariant PipesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return alignment(section);
    }
    if (role == Qt::ToolTipRole && section == Count) {
        return m_countsInstances ? tr("Current instances, in use or free")
                                 : tr("Accepted + pending clients");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name: return tr("Name");
    case Type: return tr("Type");
    case Count: return m_countsInstances ? tr("Instances") : tr("Clients");
    case Limit: return tr("Limit");
    case Program: return tr("Program");
    case ProcessId: return tr("PID");
    default: return {};
    }
}

PipesProxy::PipesProxy(QObject* parent) : QSortFilterProxyModel(parent)
{
    setSortRole(PipesModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void PipesProxy::setFilter(const QString& text)
{
    m_filter = pipecore::PipeFilter(text.toStdString());
    invalidateFilter();
}

bool PipesProxy::filterAcceptsRow(int row, const QModelIndex&) const
{
    return m_filter.matches(static_cast<const PipesModel*>(sourceModel())->rowAt(row).pipe);
}

} // namespace pipescope
