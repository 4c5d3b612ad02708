#include "widgets/marked_tree.h"

#include "widgets/row_marks.h"

#include <QPainter>

#include <algorithm>

namespace pipescope {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), std::max(size.height(), listRowHeight)};
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
