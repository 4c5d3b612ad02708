#include "widgets/marked_tree.h"

#include "widgets/row_marks.h"
#include "widgets/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace pipescope {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), listRowHeight)};
}

MarkedTree::MarkedTree(QWidget* parent) : QTreeView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setMinimumHeight(listRowHeight + 2);
}

void MarkedTree::setColumnWidths(std::span<const int> digits)
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; const int width : digits) {
        header()->resizeSection(column++, width * digit);
    }
}

QAction* MarkedTree::addRowAction(const QString& icon, const QKeySequence& key)
{
    auto* action = new QAction(this);
    if (!icon.isEmpty()) {
        action->setIcon(Theme::instance().icon(icon));
    }
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    addAction(action);
    return action;
}

void MarkedTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const QVariant mark = index.data(rowMarkRole);
    if (mark.isValid()) {
        painter->fillRect(option.rect, mark.value<QColor>());
    }
    QTreeView::drawRow(painter, option, index);
}

} // namespace pipescope
