#pragma once

#include "rows/log_column.h"

#include <QHeaderView>
#include <QStandardItemModel>

class QMenu;

namespace pipescope {

/// Padding left and right of a cell's text, in logical pixels.
inline constexpr int cellPadding = 8;

/// The log's column headers: resized and moved by mouse, shown and hidden by the context menu.
/// Holds the columns' titles and widths only, never a row.
class LogHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit LogHeader(QWidget* parent);

    /// The visible columns, left to right.
    [[nodiscard]] QList<LogColumn> shownColumns() const;
    /// Left edge in pixels of the viewport, scrolled.
    [[nodiscard]] int left(LogColumn column) const;
    [[nodiscard]] int width(LogColumn column) const;
    void setWidth(LogColumn column, int width);
    [[nodiscard]] bool isShown(LogColumn column) const;
    void setShown(LogColumn column, bool shown);
    /// Resets widths and order of the columns, for the current font.
    void resetColumns();

    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// A column's handle was double-clicked: the column should fit the visible rows.
    void fitRequested(LogColumn column);
    /// The context menu is about to show: entries can be added.
    void menuOpening(QMenu* menu);

protected:
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    void retranslate();

    QStandardItemModel m_titles;
};

} // namespace pipescope
