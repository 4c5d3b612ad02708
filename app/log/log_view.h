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

/// The log of messages and events: paints visible rows only, so that a paint costs the same for ten
/// rows and for ten billion.
///
/// Rows are 64-bit numbers into a LogRows; the scroll bar's int range is mapped to them. Scrolls
/// automatically until the user scrolls up. GUI thread only.
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 22;

    explicit LogView(QWidget* parent = nullptr);
    ~LogView() override;

    /// Shows these rows; resets selection and current row. May be null.
    void setRows(std::shared_ptr<const LogRows> rows);
    [[nodiscard]] const std::shared_ptr<const LogRows>& rows() const { return m_rows; }
    /// Includes rows added at the end. Costs nothing if there are none.
    void updateCount();
    /// Number of rows, as of the last updateCount().
    [[nodiscard]] quint64 rowCount() const { return m_count; }

    [[nodiscard]] bool followsTail() const { return m_following; }
    void setFollowTail(bool follow);

    [[nodiscard]] std::optional<quint64> currentRow() const { return m_current; }
    /// Makes the row current and the only selected one, and scrolls to it.
    void setCurrentRow(quint64 row);
    [[nodiscard]] const RowSelection& selection() const { return m_selection; }
    /// Selects other rows; the current row stays. Rows beyond the last one are left out by the caller.
    void setSelection(const RowSelection& selection);
    /// Pixels from the top of the viewport to the current row; empty if it is not visible.
    [[nodiscard]] std::optional<int> placeOfCurrent() const;
    /// Scrolls so that the current row is there, as far as the rows allow it.
    void placeCurrent(int pixels);
    void selectAll();

    /// First visible row, also if only partly visible.
    [[nodiscard]] quint64 topRow() const;
    /// Number of visible rows, including partly visible ones.
    [[nodiscard]] int visibleRows() const;
    /// Row at a point of the viewport.
    [[nodiscard]] std::optional<quint64> rowAt(QPoint position) const;
    /// Rectangle of a visible row in the viewport.
    [[nodiscard]] QRect rowRect(quint64 row) const;
    /// The texts of a row, cached while it is visible.
    [[nodiscard]] const RowText& text(quint64 row) const;

    [[nodiscard]] TimeFormat timeFormat() const { return m_style.format; }
    void setTimeFormat(TimeFormat format);
    /// The session row that is the zero of relative times, instead of the first one.
    [[nodiscard]] std::optional<quint64> zeroRow() const { return m_style.zeroRow; }
    void setZeroRow(std::optional<quint64> sourceRow);

    /// Marks rows for which `isMatch` is true, and in their previews the parts from `marksIn`
    /// (pairs of start and length). Both may be empty.
    struct Marks
    {
        std::function<bool(quint64 row)> isMatch;
        RowPainter::MarksIn marksIn;
    };
    void setMarks(Marks marks);

    /// Returns the background of painted rows by their content; may be empty. Results are cached
    /// until highlightsChanged().
    using Highlighter = std::function<std::optional<Token>(quint64 sourceRow, quint64 length)>;
    void setHighlighter(Highlighter highlighter);
    void highlightsChanged();

    /// The text shown while the log is empty.
    void setEmptyText(const QString& title, const QString& hint);

    [[nodiscard]] LogHeader* header() const { return m_header; }
    /// The strip beside the scroll bar; the owner sets its lanes.
    [[nodiscard]] MatchOverview* overview() const { return m_overview; }

signals:
    void currentRowChanged(std::optional<quint64> row);
    void selectionChanged();
    void followTailChanged(bool follows);
    /// Rows have moved: by scrolling, new rows, or resizing.
    void viewMoved();
    /// A row was activated by double-click or Enter.
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
    /// More than the rows of any screen.
    static constexpr std::size_t cacheSlots = 512;

    // Maximum position; a position is the pixel of the log at the viewport's top, 64 bits.
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

    /// Tool tip of the cell at a point of the viewport.
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
    int m_dragY = 0;                     ///< last pointer position, also outside the viewport
    int m_dragTicks = 0;                 ///< time outside
    mutable quint64 m_notedRevision = 0; ///< of the cached annotations
    mutable std::array<CachedRow, cacheSlots> m_cache;
};

} // namespace pipescope
