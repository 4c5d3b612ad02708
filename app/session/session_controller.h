#pragma once

#include "session/live_session.h"
#include "session/unsaved.h"
#include "session/viewed_file.h"
#include "tasks/task.h"

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/export/export.h"
#include "pipecore/session/session.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace pipescope {

/// The sessions of the window: the live session, and optionally a viewed file. One task at a time
/// reads or writes files, never the GUI thread. GUI thread only.
class SessionController : public QObject
{
    Q_OBJECT

public:
    /// `journals` is the folder for the journals of live sessions.
    explicit SessionController(QString journals, QObject* parent = nullptr);
    ~SessionController() override;

    /// Starts the live session. Errors as LiveSession::start().
    pipecore::Result<void> startLive();
    /// The live session; null before startLive(), while it is being replaced, and at the end.
    [[nodiscard]] LiveSession* live() const { return m_live.get(); }
    /// The live session, for starting a server or client: it is shown, unless marks or comments of
    /// the viewed file would be lost. May be null as live().
    [[nodiscard]] LiveSession* liveToUse();

    /// The shown session: the viewed file, else the live session, else null.
    [[nodiscard]] const pipecore::RecordSource* source() const;
    /// The viewed file; null if none.
    [[nodiscard]] const ViewedFile* viewed() const { return m_viewed ? &*m_viewed : nullptr; }
    /// The live session if it is shown, else null.
    [[nodiscard]] LiveSession* shownLive() const { return m_viewed ? nullptr : live(); }
    /// Live connection or endpoint of a number; none while a file is viewed, whose numbers belong
    /// to another session.
    [[nodiscard]] std::optional<pipecore::LiveConnection>
    liveOf(pipecore::ConnectionId shown) const;
    [[nodiscard]] std::optional<pipecore::LiveEndpoint> liveOf(pipecore::EndpointId shown) const;
    /// The viewed file is still being scanned: rows are added at its end.
    [[nodiscard]] bool isOpening() const { return m_opening && m_viewed; }
    /// The file of the last save of the live session; empty before.
    [[nodiscard]] QString savedFile() const { return m_savedFile; }
    /// Number of rows of the live session in savedFile().
    [[nodiscard]] quint64 savedRows() const { return m_savedRows; }
    /// True if the live session has rows of any kind that savedFile() has not.
    [[nodiscard]] bool hasRowsSinceSave() const;

    /// True if the live session has unsaved messages, marks or comments.
    [[nodiscard]] bool hasUnsavedChanges() const;
    /// True if the viewed file has unsaved marks or comments.
    [[nodiscard]] bool hasUnsavedNotes() const;
    /// True if they can be saved to that file; a damaged one must be saved to another.
    [[nodiscard]] bool canSaveNotes() const;
    /// Excludes messages of this endpoint from the question about unsaved changes.
    void ignoreUnsaved(pipecore::EndpointId endpoint) { m_unsaved.ignore(endpoint); }
    [[nodiscard]] bool isIgnored(pipecore::EndpointId endpoint) const
    {
        return m_unsaved.isIgnored(endpoint);
    }

    /// True while a file is read or written. The functions below that do so return without effect
    /// meanwhile.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// 0 to 1, or less than 0 if unknown.
    [[nodiscard]] double progress() const { return m_task.progress(); }
    void cancelTask();
    /// Sets the policy for recording that falls behind; also for later sessions.
    void setBackpressure(pipecore::Backpressure policy);

    /// Shows a file instead of the live session, which continues: as soon as its header is valid,
    /// while its rows are scanned. Emits opened() when all rows are found, or when cancelTask() has
    /// ended the scan and those found so far stay; or failed().
    void openFile(const QString& path);
    /// Shows the live session again, if necessary after cancelling the opening of the file.
    void backToLive();
    /// Saves the shown session to a file, replacing it only when complete. Emits saved(), failed()
    /// or saveCancelled().
    void saveTo(const QString& path);
    /// Exports rows of the shown session, all by default. Emits exported() or failed(). `frames`: these
    /// rows of the session instead; a session file gets the reads and writes that they came in.
    void exportTo(const QString& path, const pipecore::ExportForm& form,
                  std::optional<pipecore::RowRanges> rows = {},
                  std::shared_ptr<const pipecore::FramedRows> frames = {});

    /// Ends and discards the live session, starts another, then calls `started`. Unsaved changes
    /// are lost.
    void restart(std::function<void()> started = {});
    /// Ends the live session and discards its journal. Emits ended() when done.
    void shutDown();
    [[nodiscard]] bool isEnding() const { return m_ending; }

    /// Journals left by crashes, newest first.
    [[nodiscard]] QStringList interruptedJournals() const;
    void discardInterrupted(const QString& journal);

signals:
    /// source() has changed. Views release the old one during this signal.
    void sourceChanged();
    void liveChanged();
    /// Names, saved state or busy state have changed.
    void stateChanged();
    /// `cancellable`: the task can be cancelled.
    void taskStarted(const QString& what, bool cancellable);
    void taskEnded();
    void opened(const QString& path);
    void saved(const QString& path, quint64 rows);
    /// The user cancelled a save; the file is unchanged.
    void saveCancelled();
    void exported(const QString& path, quint64 rows);
    /// `what` is a sentence in the user's language.
    void failed(const QString& what, const pipecore::Error& error);
    void ended();

private:
    /// Called with 0 to 1; returns false if the work shall stop.
    using Progress = std::function<bool(double)>;
    using FileWork = std::function<void(const Progress& progress)>;

    void runTask(const QString& what, bool cancellable, FileWork work,
                 std::function<void()> finish);
    void beginTask(const QString& what, bool cancellable);
    void startWork(FileWork work, std::function<void()> done);
    void taskDone(const std::function<void()>& finish);
    void scanOpened(const QString& path, std::unique_ptr<pipecore::SessionFile> file, bool journal);
    void saveLive(const QString& path);
    void saveViewed(const QString& path);
    void saveNotes();
    void saveFailed(const QString& path, const pipecore::Error& error);
    void show(std::optional<ViewedFile> file);
    void endLive(std::function<void()> then);
    void endAll();

    const QString m_journals;
    pipecore::Backpressure m_backpressure = pipecore::Backpressure::Throttle;
    std::unique_ptr<LiveSession> m_live;
    std::unique_ptr<LiveSession> m_leaving; ///< a live session that is ending
    Unsaved m_unsaved;
    QString m_savedFile;
    quint64 m_savedRows = 0;
    quint64 m_savedNotes = 0; ///< revision of the live session's annotations in savedFile()

    std::optional<ViewedFile> m_viewed;
    bool m_opening = false;         ///< the task opens a file
    bool m_returnRequested = false; ///< and the user has left it

    bool m_busy = false;
    bool m_cancelled = false; ///< cancels the current task and its pending steps
    bool m_ending = false;
    Task m_task{"file"}; ///< destroyed first: it uses the shown session
};

} // namespace pipescope
