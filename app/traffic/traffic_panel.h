#pragma once

#include "pipecore/export/export.h"
#include "pipecore/session/session.h"
#include "rows/frame_places.h"
#include "rows/time_format.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTimer;

namespace pipescope {

class FilterController;
class FindController;
class FollowController;
class FrameSwitch;
class HighlightController;
class LogOverlays;
class LogView;
class NoteController;
class OverviewController;
class PlaceController;
class RowMenu;
class SelectionController;
class ShownRows;

/// The log: messages and events of a session, in order, with the bars above and below it.
/// Controllers act on the rows; the panel connects them. Row numbers here are those of the record
/// source. GUI thread only.
class TrafficPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficPanel(QWidget* parent = nullptr);
    ~TrafficPanel() override;

    /// Shows this session; not owned. It must stay until another source or nullptr is set: when
    /// this returns, the previous source is no longer used.
    void setSource(const pipecore::RecordSource* source);
    /// Shows other rows of the same session, as setSource(): frames instead of reads, or the reverse.
    /// Selection, current row and its place in the view, filter, connection, cleared rows and auto-scroll stay;
    /// `toNew` gives the new rows for those of before.
    void replaceSource(const pipecore::RecordSource* source, const RowMap& toNew);
    /// Includes new rows. Cheap; to be called for every frame.
    void refresh();

    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// While paused, new rows are recorded but not shown.
    void setPaused(bool paused);
    [[nodiscard]] bool followsTail() const;
    void setFollowTail(bool follow);
    /// Hides all current rows. They stay in the session.
    void clearRows();
    /// Reverts clearRows().
    void showClearedRows();

    /// The controllers. They live as long as the panel.
    [[nodiscard]] FilterController& filters() { return *m_filter; }
    [[nodiscard]] FindController& find() { return *m_find; }
    [[nodiscard]] NoteController& notes() { return *m_notes; }
    [[nodiscard]] PlaceController& places() { return *m_places; }
    [[nodiscard]] SelectionController& selection() { return *m_selection; }
    [[nodiscard]] HighlightController& highlights() { return *m_highlights; }
    /// The control for reads or frames.
    [[nodiscard]] FrameSwitch& frameSwitch() { return *m_frameSwitch; }

    [[nodiscard]] std::optional<quint64> currentRow() const;
    /// Makes a row current and visible; restores cleared rows if it is one of them. Ignores numbers
    /// beyond the last row.
    void goToRow(quint64 row);
    /// Shows a sentence below the log for a while; empty text hides it.
    void showNotice(const QString& text);
    /// Sets the zero of relative times to the current row, or back to the first one.
    void toggleZeroRow();

    /// Shows only the rows of a connection, or all again. Uses the index only: rows are added as
    /// they are found.
    void showConnection(std::optional<pipecore::ConnectionId> connection);
    /// Toggles the limit to the current row's connection.
    void showConnectionOfRow();
    [[nodiscard]] std::optional<pipecore::ConnectionId> shownConnection() const;

    /// Focuses the filter.
    void startFilter();
    /// Shows only matching rows; empty text shows all. An invalid text shows its error and changes
    /// no row.
    void setFilter(const QString& text);
    [[nodiscard]] QString filterText() const;

    /// True if a filter is active.
    [[nodiscard]] bool isFiltered() const;
    /// Session rows that a filter or "show only this connection" leaves visible; empty if all are.
    [[nodiscard]] std::optional<pipecore::RowRanges> visibleRanges() const;
    /// True while rows are still searched among the session's first `rows`.
    [[nodiscard]] bool isSearchingAmong(quint64 rows) const;
    /// Number of shown rows, so far.
    [[nodiscard]] quint64 shownRows() const;

    [[nodiscard]] TimeFormat timeFormat() const;
    void setTimeFormat(TimeFormat format);

    /// Columns and time format, for restoreState().
    [[nodiscard]] QByteArray saveState() const;
    /// Restores the result of saveState(); ignores anything else.
    void restoreState(const QByteArray& state);

signals:
    void currentRowChanged(std::optional<quint64> row);
    /// Enter or a double-click: the current row should be inspected.
    void rowActivated();
    void followTailChanged(bool follows);
    void pausedChanged(bool paused);
    void sendAgainRequested(quint64 row);
    void savePayloadRequested(quint64 row);
    /// The frames of this row's pipe are to be set.
    void framesRequested(quint64 row);
    void compareRequested(quint64 first, quint64 second);
    void timeFormatChanged(TimeFormat format);
    void shownConnectionChanged();
    /// The number of selected rows and the time between them; empty for less than two.
    void selectionDescribed(const QString& text);
    /// A mark or a comment was changed.
    void annotated();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectView();
    void connectRows();
    void connectControllers();
    void rowsChanged();
    /// Rows were added to the shown ones.
    void rowsAdded();
    void rowsFiltered();
    void rowsFollowed();
    void filterChanged();
    void annotationsChanged();
    void goToWantedRow();

    ShownRows* m_rows;
    LogView* m_view;
    FilterController* m_filter;
    FollowController* m_follow;
    FindController* m_find;
    OverviewController* m_overview;
    HighlightController* m_highlights;
    NoteController* m_notes;
    PlaceController* m_places;
    SelectionController* m_selection;
    LogOverlays* m_overlays;
    RowMenu* m_menu;
    FrameSwitch* m_frameSwitch;
    QLabel* m_notice;
    QTimer* m_noticeTimer;

    std::optional<quint64> m_wantedRow; ///< becomes current once it is shown
    bool m_paused = false;
};

} // namespace pipescope
