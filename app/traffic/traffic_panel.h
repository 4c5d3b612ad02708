#pragma once

#include "pipecore/session.h"
#include "traffic/row_copy.h"
#include "traffic/time_format.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QTimer;

namespace pipescope {

class FindBar;
class Finder;
class LogView;
class SourceRows;
class TailButton;

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
    /// Puts the selected rows on the clipboard, up to a limit, and says so when it was reached.
    void copySelection(CopyFormat format);

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
    void timeFormatChanged(TimeFormat format);

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
    void findProgressed();
    void jump(Jump direction);
    void updateFindStatus();
    [[nodiscard]] quint64 findOrigin() const;

    const pipecore::RecordSource* m_source = nullptr;
    std::shared_ptr<SourceRows> m_rows;
    bool m_paused = false;
    quint64 m_seen = 0; ///< rows from here on have not been in sight

    LogView* m_view = nullptr;
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
