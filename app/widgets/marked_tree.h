#pragma once

#include <QStyledItemDelegate>
#include <QTreeView>

#include <span>

class QAction;

namespace pipescope {

/// Row height of all lists.
constexpr int listRowHeight = 22;

/// Gives rows the height of the log's rows.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

/// Base of the panels' lists: rows of equal height, selected whole, movable columns, and the mark
/// of a row (rowMarkRole) over its whole width, including the indentation.
class MarkedTree : public QTreeView
{
    Q_OBJECT

public:
    explicit MarkedTree(QWidget* parent = nullptr);

    /// Sets the widths of the columns, in digits, large enough that nothing moves while numbers
    /// change.
    void setColumnWidths(std::span<const int> digits);
    /// Adds an action for the rows, whose shortcut works while the list has the focus; owned by the
    /// list. `icon` names one of Theme::icon() and may be empty.
    [[nodiscard]] QAction* addRowAction(const QString& icon, const QKeySequence& key);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
};

} // namespace pipescope
