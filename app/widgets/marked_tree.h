#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

#include <span>

class QAction;

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

/// A list of what is there, as all our panels show one: rows of one height, selected whole, columns that
/// can be moved, and the mark of a row (rowMarkRole) over its whole width, the indentation included.
class MarkedTree : public QTreeView
{
    Q_OBJECT

public:
    explicit MarkedTree(QWidget* parent = nullptr);

    /// Widths of the columns, in digits: room for those that come, so that nothing moves while numbers
    /// change.
    void setColumnWidths(std::span<const int> digits);
    /// An action for the rows, whose key works while the list has the focus; owned by the list. `icon`
    /// names one of Theme::icon() and may be empty.
    [[nodiscard]] QAction* addRowAction(const QString& icon, const QKeySequence& key);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
};

} // namespace pipescope
