#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

namespace pipescope {

/// The height of a row in all our lists.
constexpr int listRowHeight = 22;

/// Rows of the height that the log has.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

/// Paints the mark of a row (rowMarkRole) over its whole width, the indentation included.
class MarkedTree : public QTreeView
{
    Q_OBJECT

public:
    using QTreeView::QTreeView;

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
};

} // namespace pipescope
