#include "log/log_accessible_parts.h"

#include "log/log_accessible.h"
#include "log/log_header.h"
#include "log/log_view.h"

namespace pipescope {

AccessibleLogPart::AccessibleLogPart(LogView* view) : m_view(view) {}

LogView* AccessibleLogPart::view() const
{
    return static_cast<LogView*>(m_view.data());
}

bool AccessibleLogPart::isValid() const
{
    return !m_view.isNull();
}

QAccessibleInterface* AccessibleLogPart::parent() const
{
    return QAccessible::queryAccessibleInterface(m_view);
}

QAccessible::State AccessibleLogPart::rowState(quint64 row) const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const quint64 top = view()->topRow();
    state.selectable = true;
    state.multiSelectable = true;
    state.focusable = true;
    state.selected = view()->selection().contains(row);
    state.focused = view()->hasFocus() && view()->currentRow() == row;
    state.offscreen = row < top || row - top >= static_cast<quint64>(view()->visibleRows());
    return state;
}

bool AccessibleLogRow::isValid() const
{
    return AccessibleLogPart::isValid() && m_row < view()->rowCount();
}

QString AccessibleLogRow::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid()
               ? rowLine(view()->text(m_row), QStringLiteral(" "))
               : QString();
}

QRect AccessibleLogRow::rect() const
{
    if (!isValid() || rowState(m_row).offscreen) {
        return {};
    }
    const QRect place = view()->rowRect(m_row);
    return {view()->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

int AccessibleLogRow::childCount() const
{
    return isValid() ? static_cast<int>(view()->header()->shownColumns().size()) : 0;
}

QAccessibleInterface* AccessibleLogRow::child(int index) const
{
    auto* log = static_cast<AccessibleLog*>(parent());
    return log == nullptr ? nullptr : log->cell(m_row, index);
}

QAccessibleInterface* AccessibleLogRow::childAt(int x, int y) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (QAccessibleInterface* cell = child(index); cell->rect().contains(x, y)) {
            return cell;
        }
    }
    return nullptr;
}

int AccessibleLogRow::indexOfChild(const QAccessibleInterface* wanted) const
{
    for (int index = 0; index < childCount(); ++index) {
        if (child(index) == wanted) {
            return index;
        }
    }
    return -1;
}

bool AccessibleLogCell::isValid() const
{
    return AccessibleLogPart::isValid() && m_row < view()->rowCount()
           && view()->header()->isShown(m_column);
}

QAccessible::State AccessibleLogCell::state() const
{
    QAccessible::State state = rowState(m_row);
    state.invalid = !isValid();
    state.readOnly = true;
    state.focused = false; // the row has the focus
    return state;
}

QString AccessibleLogCell::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid() ? cellText(view()->text(m_row), m_column)
                                                  : QString();
}

QRect AccessibleLogCell::rect() const
{
    if (!isValid() || rowState(m_row).offscreen) {
        return {};
    }
    const LogHeader* header = view()->header();
    const QRect row = view()->rowRect(m_row);
    const QRect place(header->left(m_column), row.top(), header->width(m_column), row.height());
    return {view()->viewport()->mapToGlobal(place.topLeft()), place.size()};
}

QAccessibleInterface* AccessibleLogCell::parent() const
{
    auto* log = static_cast<AccessibleLog*>(AccessibleLogPart::parent());
    return log == nullptr ? nullptr : log->row(m_row);
}

void* AccessibleLogCell::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableCellInterface
               ? static_cast<QAccessibleTableCellInterface*>(this)
               : nullptr;
}

bool AccessibleLogCell::isSelected() const
{
    return isValid() && view()->selection().contains(m_row);
}

QList<QAccessibleInterface*> AccessibleLogCell::columnHeaderCells() const
{
    auto* log = static_cast<AccessibleLog*>(table());
    return log == nullptr ? QList<QAccessibleInterface*>{}
                          : QList<QAccessibleInterface*>{log->head(m_column)};
}

QList<QAccessibleInterface*> AccessibleLogCell::rowHeaderCells() const
{
    // The number identifies the row.
    auto* log = static_cast<AccessibleLog*>(table());
    if (log == nullptr || !isValid() || m_column == LogColumn::Number) {
        return {};
    }
    const auto number = view()->header()->shownColumns().indexOf(LogColumn::Number);
    QAccessibleInterface* cell = log->cell(m_row, static_cast<int>(number));
    return cell == nullptr ? QList<QAccessibleInterface*>{} : QList<QAccessibleInterface*>{cell};
}

int AccessibleLogCell::columnIndex() const
{
    return isValid() ? static_cast<int>(view()->header()->shownColumns().indexOf(m_column)) : -1;
}

int AccessibleLogCell::rowIndex() const
{
    auto* log = static_cast<AccessibleLog*>(table());
    return log == nullptr ? -1 : log->tableRow(m_row);
}

QAccessibleInterface* AccessibleLogCell::table() const
{
    return AccessibleLogPart::parent();
}

bool AccessibleLogHead::isValid() const
{
    return AccessibleLogPart::isValid() && view()->header()->isShown(m_column);
}

QAccessible::State AccessibleLogHead::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    return state;
}

QString AccessibleLogHead::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Name && isValid() ? columnName(m_column) : QString();
}

QRect AccessibleLogHead::rect() const
{
    if (!isValid()) {
        return {};
    }
    const LogHeader* header = view()->header();
    const QRect place(header->left(m_column), 0, header->width(m_column), header->height());
    return {header->mapToGlobal(place.topLeft()), place.size()};
}

} // namespace pipescope
