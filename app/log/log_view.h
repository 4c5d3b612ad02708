#pragma once

#include "log/row_painter.h"
#include "rows/log_rows.h"
#include "rows/row_selection.h"
#include "rows/row_text.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>

#include <array>
#include <functional>
#include <memory>
#include <optional>

namespace pipescope {

class LogHeader;
class MatchOverview;

/// The log of messages and events: paints the rows that are in sight and knows nothing about the
/// others, so a paint costs the same over ten rows and over ten billion.
///
/// Rows are 64-bit numbers into a LogRows; the scroll bar's int range is mapped onto them. Follows the
/// end until someone scrolls up. GUI thread only.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 22;

    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    /// Shows these rows from now on; selection and current row are gone. May be null.
    void setRows(std::shared_ptr<const LogRows> rows);
    [[nodiscard]] const std::shared_ptr<const LogRows>& rows() const { return m_rows; }
    /// Takes note of rows that have come to the end. Costs nothing when there are none.
    void updateCount();
    /// Rows shown, as of the last updateCount().
    [[nodiscard]] quint64 rowCount() const { return m_count; }

    [[nodiscard]] bool followsTail() const { return m_following; }
    void setFollowTail(bool follow);

    [[nodiscard]] std::optional<quint64> currentRow() const { return m_current; }
    /// Makes the row current and the only one selected, and brings it into sight.
    void setCurrentRow(quint64 row);
    [[nodiscard]] const RowSelection& selection() const { return m_selection; }
    void selectAll();

    /// First row in sight, also when only a part of it is.
    [[nodiscard]] quint64 topRow() const;
    /// Rows in sight, also partly.
    [[nodiscard]] int visibleRows() const;
    /// Row under a point of the viewport.
    [[nodiscard]] std::optional<quint64> rowAt(QPoint position) const;
    /// Where a row in sight is in the viewport.
    [[nodiscard]] QRect rowRect(quint64 row) const;
    /// The words of a row, cached while it is in sight.
    [[nodiscard]] const RowText& text(quint64 row) const;

    [[nodiscard]] TimeFormat timeFormat() const { return m_style.format; }
    void setTimeFormat(TimeFormat format);
    /// The row of the session that relative times are counted from, instead of the first one.
    [[nodiscard]] std::optional<quint64> zeroRow() const { return m_style.zeroRow; }
    void setZeroRow(std::optional<quint64> sourceRow);

    /// Rows for which `isMatch` says yes are marked, and in their preview the parts that `marksIn`
    /// finds (pairs of start and length). Both may be empty.
    struct Marks
    {
        std::function<bool(quint64 row)> isMatch;
        RowPainter::MarksIn marksIn;
    };
    void setMarks(Marks marks);

    /// Gives rows that are painted a ground by what they hold; may be empty. Answers are kept until
    /// highlightsChanged().
    using Highlighter = std::function<std::optional<Token>(quint64 sourceRow, quint64 length)>;
    void setHighlighter(Highlighter highlighter);
    void highlightsChanged();

    /// What stands where rows would be while there are none.
    void setEmptyText(const QString& title, const QString& hint);

    [[nodiscard]] LogHeader* header() const { return m_header; }
    /// The strip beside the scroll bar; its lanes are the owner's matter.
    [[nodiscard]] MatchOverview* overview() const { return m_overview; }

signals:
    void currentRowChanged(std::optional<quint64> row);
    void selectionChanged();
    void followTailChanged(bool follows);
    /// Rows moved: by scrolling, new rows, or another size.
    void viewMoved();
    /// A row was double-clicked or Enter was pressed on it.
    void rowActivated(quint64 row);
    /// Ctrl+C.
    void copyRequested();
    /// M.
    void markRequested();

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct CachedRow
    {
        quint64 row = 0;
        bool filled = false;
        RowText text;
    };
    /// More than any screen has rows.
    static constexpr std::size_t cacheSlots = 512;

    // Position: the pixel of the log at the viewport's top, 64 bits.
    [[nodiscard]] quint64 maximumPosition() const;
    [[nodiscard]] int barValue(quint64 position) const;
    [[nodiscard]] quint64 positionOf(int barValue) const;
    void setPosition(quint64 position);
    void scrollByUser(qint64 pixels);
    void barMoved(int value);
    void barAction(int action);
    void syncBars();
    void followIfAtEnd();
    void ensureVisible(quint64 row);
    void dropCache() const;
    void showPlace();

    void moveCurrent(quint64 row, bool extend);
    void selectTo(quint64 row);
    void announceCurrent();
    [[nodiscard]] quint64 nearestRow(int y) const;

    /// Tool tip of the cell under a point of the viewport.
    [[nodiscard]] QString hiddenText(QPoint position) const;
    void fitColumn(LogColumn column);
    void placeHeader();

    LogHeader* m_header = nullptr;
    MatchOverview* m_overview = nullptr;
    std::unique_ptr<RowPainter> m_painter;
    std::shared_ptr<const LogRows> m_rows;
    quint64 m_count = 0;
    quint64 m_position = 0;
    bool m_following = true;
    std::optional<quint64> m_current;
    quint64 m_anchor = 0;
    RowSelection m_selection;
    RowStyle m_style;
    std::function<bool(quint64 row)> m_isMatch;
    Highlighter m_highlighter;
    QString m_emptyTitle;
    QString m_emptyHint;
    QPointF m_wheelRest;
    QBasicTimer m_dragTimer;
    bool m_dragging = false;
    int m_dragY = 0;                     ///< where the pointer was last, also outside the viewport
    int m_dragTicks = 0;                 ///< how long it is outside
    mutable quint64 m_notedRevision = 0; ///< of the annotations that the cache shows
    mutable std::array<CachedRow, cacheSlots> m_cache;
};

} // namespace pipescope
