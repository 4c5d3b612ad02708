#include "log/log_accessible.h"

#include "log/log_header.h"
#include "log/log_view.h"

#include <algorithm>
#include <limits>

namespace pipescope {

namespace {

constexpr quint64 maxTableRows = std::numeric_limits<int>::max();
/// More than twice what any screen shows at once.
constexpr std::size_t maxCached = 8192;
constexpr int wholeRow = -1;
constexpr quint64 headRow = ~quint64{0};

QAccessibleInterface* makeAccessible(const QString&, QObject* object)
{
    auto* view = qobject_cast<LogView*>(object);
    return view == nullptr ? nullptr : new AccessibleLog(view);
}

} // namespace

AccessibleLog::AccessibleLog(LogView* view) : QAccessibleWidget(view, QAccessible::Table) {}

AccessibleLog::~AccessibleLog()
{
    for (const auto& [key, id] : m_kept) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

LogView* AccessibleLog::view() const
{
    return static_cast<LogView*>(object());
}

void* AccessibleLog::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface*>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

template <typename Make>
QAccessibleInterface* AccessibleLog::keep(std::pair<quint64, int> key, Make make) const
{
    const auto known = m_kept.find(key);
    if (known != m_kept.end()) {
        return QAccessible::accessibleInterface(known->second);
    }
    if (m_kept.size() >= maxCached) {
        forgetOutOfSight();
    }
    const QAccessible::Id id = QAccessible::registerAccessibleInterface(make());
    m_kept.emplace(key, id);
    return QAccessible::accessibleInterface(id);
}

void AccessibleLog::forgetOutOfSight() const
{
    const quint64 top = view()->topRow();
    const quint64 behind = top + static_cast<quint64>(view()->visibleRows());
    std::erase_if(m_kept, [&](const auto& entry) {
        const quint64 row = entry.first.first;
        if (row == headRow || (row >= top && row < behind)) {
            return false;
        }
        QAccessible::deleteAccessibleInterface(entry.second);
        return true;
    });
}

QAccessibleInterface* AccessibleLog::row(quint64 row) const
{
    if (row >= view()->rowCount()) {
        return nullptr;
    }
    return keep({row, wholeRow}, [&] { return new AccessibleLogRow(view(), row); });
}

QAccessibleInterface* AccessibleLog::cell(quint64 row, int column) const
{
    const QList<LogColumn> columns = view()->header()->shownColumns();
    if (row >= view()->rowCount() || column < 0 || column >= columns.size()) {
        return nullptr;
    }
    const LogColumn which = columns.at(column);
    return keep({row, std::to_underlying(which)},
                [&] { return new AccessibleLogCell(view(), row, which); });
}

QAccessibleInterface* AccessibleLog::head(LogColumn column) const
{
    return keep({headRow, std::to_underlying(column)},
                [&] { return new AccessibleLogHead(view(), column); });
}

quint64 AccessibleLog::firstTableRow() const
{
    if (view()->rowCount() <= maxTableRows) {
        return 0;
    }
    return view()->topRow() - std::min(view()->topRow(), maxTableRows / 2);
}

int AccessibleLog::tableRow(quint64 row) const
{
    const quint64 first = firstTableRow();
    return row < first || row - first >= maxTableRows ? -1 : static_cast<int>(row - first);
}

quint64 AccessibleLog::logRow(int tableRow) const
{
    return tableRow < 0 ? headRow : firstTableRow() + static_cast<quint64>(tableRow);
}

int AccessibleLog::childCount() const
{
    return view()->visibleRows() + columnCount();
}

QAccessibleInterface* AccessibleLog::child(int index) const
{
    const int rows = view()->visibleRows();
    if (index < 0 || index >= childCount()) {
        return nullptr;
    }
    if (index < rows) {
        return row(view()->topRow() + static_cast<quint64>(index));
    }
    return head(view()->header()->shownColumns().at(index - rows));
}

int AccessibleLog::indexOfChild(const QAccessibleInterface* wanted) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (child(index) == wanted) {
            return index;
        }
    }
    return -1;
}

QAccessibleInterface* AccessibleLog::childAt(int x, int y) const
{
    const auto at = view()->rowAt(view()->viewport()->mapFromGlobal(QPoint(x, y)));
    if (at) {
        return row(*at);
    }
    for (int column = 0; column < columnCount(); ++column) {
        QAccessibleInterface* found = child(view()->visibleRows() + column);
        if (found->rect().contains(x, y)) {
            return found;
        }
    }
    return nullptr;
}

QAccessibleInterface* AccessibleLog::focusChild() const
{
    const auto current = view()->currentRow();
    return view()->hasFocus() && current ? row(*current) : nullptr;
}

QString AccessibleLog::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value && view()->currentRow()) {
        return rowLine(view()->text(*view()->currentRow()), QStringLiteral(" "));
    }
    return QAccessibleWidget::text(kind);
}

QAccessibleInterface* AccessibleLog::cellAt(int row, int column) const
{
    return cell(logRow(row), column);
}

int AccessibleLog::columnCount() const
{
    return static_cast<int>(view()->header()->shownColumns().size());
}

int AccessibleLog::rowCount() const
{
    return static_cast<int>(std::min(view()->rowCount() - firstTableRow(), maxTableRows));
}

QString AccessibleLog::columnDescription(int column) const
{
    const QList<LogColumn> columns = view()->header()->shownColumns();
    return column < 0 || column >= columns.size() ? QString() : columnName(columns.at(column));
}

QString AccessibleLog::rowDescription(int row) const
{
    const quint64 number = logRow(row);
    return number < view()->rowCount() ? cellText(view()->text(number), LogColumn::Number)
                                       : QString();
}

int AccessibleLog::selectedRowCount() const
{
    return static_cast<int>(std::min(view()->selection().count(), maxTableRows));
}

int AccessibleLog::selectedCellCount() const
{
    const auto columns = static_cast<quint64>(columnCount());
    return static_cast<int>(
        std::min(std::min(view()->selection().count(), maxTableRows) * columns, maxTableRows));
}

QList<int> AccessibleLog::selectedRows() const
{
    QList<int> rows;
    const quint64 top = view()->topRow();
    const quint64 behind = top + static_cast<quint64>(view()->visibleRows());
    for (quint64 row = top; row < behind; ++row) {
        if (view()->selection().contains(row)) {
            rows.append(tableRow(row));
        }
    }
    return rows;
}

QList<QAccessibleInterface*> AccessibleLog::selectedCells() const
{
    QList<QAccessibleInterface*> cells;
    for (const int row : selectedRows()) {
        for (int column = 0; column < columnCount(); ++column) {
            cells.append(cellAt(row, column));
        }
    }
    return cells;
}

bool AccessibleLog::isRowSelected(int row) const
{
    return row >= 0 && view()->selection().contains(logRow(row));
}

bool AccessibleLog::selectRow(int row)
{
    const quint64 wanted = logRow(row);
    if (wanted >= view()->rowCount()) {
        return false;
    }
    view()->setCurrentRow(wanted);
    return true;
}

void installLogAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

void announceLogRow(LogView* view, quint64 row)
{
    if (!QAccessible::isActive() || row < view->topRow()) {
        return;
    }
    const int place = static_cast<int>(row - view->topRow());
    QAccessibleEvent name(view, QAccessible::NameChanged);
    name.setChild(place);
    QAccessible::updateAccessibility(&name);
    QAccessibleEvent focus(view, QAccessible::Focus);
    focus.setChild(place);
    QAccessible::updateAccessibility(&focus);
}

void announceLogSelection(LogView* view)
{
    if (!QAccessible::isActive()) {
        return;
    }
    const auto current = view->currentRow();
    const bool one = view->selection().count() == 1 && current
                     && view->selection().contains(*current) && *current >= view->topRow();
    QAccessibleEvent event(view, one ? QAccessible::Selection : QAccessible::SelectionWithin);
    if (one) {
        event.setChild(static_cast<int>(*current - view->topRow()));
    }
    QAccessible::updateAccessibility(&event);
}

} // namespace pipescope
