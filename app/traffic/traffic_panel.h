#pragma once

#include "pipecore/export/export.h"
#include "pipecore/session/session.h"
#include "rows/place_text.h"
#include "rows/row_copy.h"
#include "rows/row_set.h"
#include "rows/time_format.h"

#include <QWidget>

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QMenu;
class QPushButton;
class QTimer;

namespace pipecore {
struct Annotation;
} // namespace pipecore

namespace pipescope {

class FilterBar;
class FindBar;
class Finder;
class FollowBar;
class HeadScan;
class LogFilter;
class LogRows;
enum class LogColumn;
class LogView;
class RowHighlighter;
class RowSubset;
class SourceRows;
class TailButton;
class Task;

/// The traffic log with its find bar: messages and events of a session, in order. Row numbers here are
/// those of the record source. GUI thread only.
class TrafficPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrafficPanel(QWidget* parent = nullptr);
    ~TrafficPanel() override;

    /// Shows this session; not owned. It must stay until another source or nullptr is set: when this
    /// returns, the source before is not used any more.
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

    /// Opens the find bar, or goes to it.
    void startFind();
    void findNext();
    void findPrevious();
    void closeFind();

    [[nodiscard]] std::optional<quint64> currentRow() const;
    /// Makes a row current and shows it; shows cleared rows again if it is one of them. Does nothing
    /// beyond the last row.
    void goToRow(quint64 row);
    /// Marks the selected rows, or takes the marks away when the current row has one.
    void toggleMark();
    /// The next or previous marked row that is shown, round the end.
    void goToMark(bool forwards);
    /// Asks for the comment of the current row.
    void editComment();
    /// Asks for a row or a time.
    void startGoTo();
    void goToPlace(const Place& place);
    /// Relative times count from the current row, or from the first one again.
    void toggleZeroRow();
    /// The reply to the current row (the next message the other way on its connection), or the request
    /// that it answers.
    void goToPartner(bool reply);

    /// Asks for the rules that colour rows; they are kept in the settings.
    void editHighlights();

    /// Leaves only the rows of a connection in sight, or shows all again. Uses the index only: rows
    /// come as they are found.
    void showConnection(std::optional<pipecore::ConnectionId> connection);
    /// The same with the current row's connection; again, and all rows are back.
    void showConnectionOfRow();
    [[nodiscard]] std::optional<pipecore::ConnectionId> shownConnection() const
    {
        return m_connection;
    }

    /// The two messages that are selected, as rows of the session; empty unless it is just these.
    [[nodiscard]] std::optional<std::pair<quint64, quint64>> selectedPair() const;

    /// Goes to the line with the filter.
    void startFilter();
    /// Shows only rows that pass; empty text shows all. A text that is wrong shows its mistake and
    /// changes no row.
    void setFilter(const QString& text);
    [[nodiscard]] QString filterText() const;

    /// Puts the selected rows on the clipboard, up to a limit, and says so when it was reached.
    /// In the background: the clipboard has it a moment later.
    void copySelection(CopyFormat format);

    /// The selected rows, by their numbers in the session.
    [[nodiscard]] pipecore::RowRanges selectedRows() const;
    /// Only rows that pass a filter are shown.
    [[nodiscard]] bool isFiltered() const;
    /// Rows of the session that a filter or "only this connection" leaves in sight; empty when all are.
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
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Jump { None, Here, Forwards, Backwards };

    void showFrom(quint64 firstRow);
    void retranslate();
    void updateOverlays();
    void showMenu(QPoint position);
    void addTimeFormats(QMenu* menu);
    void showNotice(const QString& text);

    void patternChanged();
    /// Searches anew, and then goes to what is found.
    void search(Jump then);
    void findProgressed();
    void jump(Jump direction);
    void updateFindStatus();
    [[nodiscard]] quint64 findOrigin() const;
    [[nodiscard]] bool isFinding() const;

    // traffic_rows.cpp: single rows
    [[nodiscard]] pipecore::Annotations* annotations() const;
    /// False when there is no room for more; the user was told.
    bool note(quint64 row, const std::function<void(pipecore::Annotation&)>& change);
    void annotationsChanged();
    [[nodiscard]] std::optional<quint64> requestOfRow(quint64 row) const;
    [[nodiscard]] std::optional<quint64> replyOf(quint64 row) const;
    void goToTime(qint64 wallNs);
    void tellSelection();
    void connectHighlighter();
    void addRowActions(QMenu* menu);

    // traffic_payloads.cpp: what is done with the payloads of selected rows
    void addPayloadActions(QMenu* menu, bool isMessage);

    void takeCopied(const CopiedRows& copied, quint64 selected);

    /// Adds rows [first, end) of those in sight, as rows of the session.
    void addShown(pipecore::RowRanges& rows, quint64 first, quint64 end) const;

    // traffic_filter.cpp: rows that pass a filter
    void makeFilterBar();
    void filterChanged();
    void filterProgressed();
    /// Shows the rows that pass, of the connection that is followed.
    void showFiltered();
    void updateFilterStatus();
    /// Whether it will be shown, now or when it is found.
    [[nodiscard]] bool passesFilter(quint64 sourceRow) const;
    void addFilterActions(QMenu* menu, quint64 row, LogColumn column);

    // traffic_follow.cpp: which rows are shown, and the overview of them
    /// A search in the session's rows for the nearest one from a row on.
    using NextRow = std::function<std::optional<quint64>(quint64 row)>;
    void showRows();
    void shownRowsCame();
    void goToWantedRow();
    void followFound(const std::vector<quint64>& rows);
    void updateFollowBar();
    void startErrorScan();
    void errorsFound(const std::vector<quint64>& rows);
    [[nodiscard]] std::optional<quint64>
    firstShown(quint64 first, quint64 behind, const NextRow& next,
               int hops = std::numeric_limits<int>::max()) const;
    [[nodiscard]] std::optional<quint64> lastShown(quint64 first, quint64 behind,
                                                   const NextRow& previous) const;
    void makeOverview();
    void updateOverview();

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<SourceRows> m_rows;     ///< all since the log was cleared
    std::shared_ptr<RowSubset> m_subset;    ///< those of m_connection; null while all are shown
    std::shared_ptr<const LogRows> m_shown; ///< the one or the other
    std::optional<pipecore::ConnectionId> m_connection;
    std::optional<quint64> m_wantedRow; ///< becomes current when it is among the shown ones
    RowSet m_errorRows;                 ///< of the session
    QString m_selectionText;
    bool m_paused = false;
    quint64 m_seen = 0;  ///< rows from here on have not been in sight
    quint64 m_known = 0; ///< rows of the session that were there when what is shown was chosen

    LogView* m_view = nullptr;
    FilterBar* m_filterBar = nullptr;
    LogFilter* m_filter = nullptr;
    FollowBar* m_followBar = nullptr;
    HeadScan* m_follow = nullptr;
    HeadScan* m_errors = nullptr;
    RowHighlighter* m_highlighter = nullptr;
    Task* m_copying = nullptr;
    Task* m_timeSearch = nullptr;
    FindBar* m_findBar = nullptr;
    Finder* m_finder = nullptr;
    TailButton* m_tail = nullptr;
    QPushButton* m_showAgain = nullptr;
    QLabel* m_notice = nullptr;
    QTimer* m_noticeTimer = nullptr;

    Jump m_pendingJump = Jump::None;
    bool m_wrapped = false;
    quint64 m_findOrigin = 0;
};

} // namespace pipescope
