#pragma once

#include "pipecore/export/export.h"
#include "pipecore/session/session.h"
#include "rows/time_format.h"

#include <QWidget>

#include <optional>

class QLabel;
class QTimer;

namespace pipescope {

class FilterController;
class FindController;
class FollowController;
class HighlightController;
class LogOverlays;
class LogView;
class NoteController;
class OverviewController;
class PlaceController;
class RowMenu;
class SelectionController;
class ShownRows;

/// The traffic log: messages and events of a session, in order, with the bars above and below it.
/// What is done with the rows is done by controllers; the panel tells them of each other. Row
/// numbers here are those of the record source. GUI thread only.
class TrafficPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficPanel(QWidget* parent = nullptr);
    ~TrafficPanel() override;

    /// Shows this session; not owned. It must stay until another source or nullptr is set: when
    /// this returns, the source before is not used any more.
    void setSource(const pipecore::RecordSource* source);
    /// Looks for new rows. Cheap; to be called for every frame.
    void refresh();

    [[nodiscard]] bool isPaused() const { return m_paused; }
    /// While paused no new rows are shown; they are recorded all the same.
    void setPaused(bool paused);
    [[nodiscard]] bool followsTail() const;
    void setFollowTail(bool follow);
    /// Hides all rows so far. They stay in the session.
    void clearRows();
    /// Takes clearRows() back.
    void showClearedRows();

    /// What is done with the rows. They live as long as the panel.
    [[nodiscard]] FindController& find() { return *m_find; }
    [[nodiscard]] NoteController& notes() { return *m_notes; }
    [[nodiscard]] PlaceController& places() { return *m_places; }
    [[nodiscard]] SelectionController& selection() { return *m_selection; }
    [[nodiscard]] HighlightController& highlights() { return *m_highlights; }

    [[nodiscard]] std::optional<quint64> currentRow() const;
    /// Makes a row current and shows it; shows cleared rows again if it is one of them. Does
    /// nothing beyond the last row.
    void goToRow(quint64 row);
    /// Relative times count from the current row, or from the first one again.
    void toggleZeroRow();

    /// Leaves only the rows of a connection in sight, or shows all again. Uses the index only: rows
    /// come as they are found.
    void showConnection(std::optional<pipecore::ConnectionId> connection);
    /// The same with the current row's connection; again, and all rows are back.
    void showConnectionOfRow();
    [[nodiscard]] std::optional<pipecore::ConnectionId> shownConnection() const;

    /// Goes to the line with the filter.
    void startFilter();
    /// Shows only rows that pass; empty text shows all. A text that is wrong shows its mistake and
    /// changes no row.
    void setFilter(const QString& text);
    [[nodiscard]] QString filterText() const;

    /// Only rows that pass a filter are shown.
    [[nodiscard]] bool isFiltered() const;
    /// Rows of the session that a filter or "only this connection" leaves in sight; empty when all
    /// are.
    [[nodiscard]] std::optional<pipecore::RowRanges> rowsLeftInSight() const;
    /// Rows are still looked for among the session's first `rows`.
    [[nodiscard]] bool isLookingAmong(quint64 rows) const;
    /// How many rows are shown, so far.
    [[nodiscard]] quint64 shownRows() const;

    [[nodiscard]] TimeFormat timeFormat() const;
    void setTimeFormat(TimeFormat format);

    /// Columns and time format, for restoreState().
    [[nodiscard]] QByteArray saveState() const;
    /// Takes what saveState() gave; anything else is ignored.
    void restoreState(const QByteArray& state);

signals:
    void currentRowChanged(std::optional<quint64> row);
    /// Enter or a double click: the current row is to be looked at closely.
    void rowActivated();
    void followTailChanged(bool follows);
    void pausedChanged(bool paused);
    void sendAgainRequested(quint64 row);
    void savePayloadRequested(quint64 row);
    void compareRequested(quint64 first, quint64 second);
    void timeFormatChanged(TimeFormat format);
    void shownConnectionChanged();
    /// How many rows are selected and how much time is between them; empty for less than two.
    void selectionTold(const QString& text);
    /// A mark or a comment was changed.
    void annotated();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectView();
    void connectRows();
    void connectControllers();
    /// Empty text takes the notice away.
    void showNotice(const QString& text);

    void rowsChanged();
    /// Rows were added to those that are shown.
    void rowsCame();
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
    QLabel* m_notice;
    QTimer* m_noticeTimer;

    std::optional<quint64> m_wantedRow; ///< becomes current when it is among the shown ones
    bool m_paused = false;
};

} // namespace pipescope
