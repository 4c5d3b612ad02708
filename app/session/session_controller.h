#pragma once

#include "session/live_session.h"
#include "session/unsaved.h"
#include "session/viewed_file.h"
#include "tasks/task.h"

#include "pipecore/export/export.h"
#include "pipecore/session/session.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace pipescope {

/// What the window works on: the live session, and perhaps a file that is looked at meanwhile.
/// Files are read and written by one task at a time, never on the GUI thread. GUI thread only.
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
    /// The live session for who starts something there, and wants to see it: it is shown, unless
    /// marks or comments of the viewed file would get lost. May be null as live().
    [[nodiscard]] LiveSession* liveToUse();

    /// What is shown: the file that is viewed, else the live session, else null.
    [[nodiscard]] const pipecore::RecordSource* source() const;
    /// The file that is viewed; null while there is none.
    [[nodiscard]] const ViewedFile* viewed() const { return m_viewed ? &*m_viewed : nullptr; }
    /// The live session while it is what is shown, else null.
    [[nodiscard]] LiveSession* shownLive() const { return m_viewed ? nullptr : live(); }
    /// Live connection or endpoint of a number; none while a file is viewed, whose numbers are of
    /// another session.
    [[nodiscard]] std::optional<pipecore::LiveConnection>
    liveOf(pipecore::ConnectionId shown) const;
    [[nodiscard]] std::optional<pipecore::LiveEndpoint> liveOf(pipecore::EndpointId shown) const;
    /// The viewed file is still being scanned: rows are added at its end.
    [[nodiscard]] bool isOpening() const { return m_opening && m_viewed; }
    /// Where the live session was saved last; empty before.
    [[nodiscard]] QString savedFile() const { return m_savedFile; }
    /// How many rows of the live session are in savedFile().
    [[nodiscard]] quint64 savedRows() const { return m_savedRows; }
    /// The live session has rows that savedFile() has not, of whatever kind.
    [[nodiscard]] bool hasRowsSinceSave() const;

    /// The live session has messages, marks or comments that would be missed.
    [[nodiscard]] bool hasUnsavedChanges() const;
    /// The file that is viewed was given marks or comments that are not in it.
    [[nodiscard]] bool hasUnsavedNotes() const;
    /// They can be put into that file; a damaged one must be saved to another.
    [[nodiscard]] bool canSaveNotes() const;
    /// Messages of this endpoint are not worth a question at the end.
    void ignoreUnsaved(pipecore::EndpointId endpoint) { m_unsaved.ignore(endpoint); }
    [[nodiscard]] bool isIgnored(pipecore::EndpointId endpoint) const
    {
        return m_unsaved.isIgnored(endpoint);
    }

    /// A file is being read or written. The functions below that do so refuse silently meanwhile.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// 0 to 1, or less than 0 when it is not known.
    [[nodiscard]] double progress() const { return m_task.progress(); }
    void cancelTask();
    /// What is done when recording does not keep up with the pipes; now and in sessions to come.
    void setBackpressure(pipecore::Backpressure policy);

    /// Shows a file instead of the live session, which goes on: as soon as it is known to be a session,
    /// while its rows are looked for. opened() when all were found, or when cancelTask() ended that and
    /// those found so far stay; or failed().
    void openFile(const QString& path);
    /// Shows the live session again, if need be after the file's opening was cancelled.
    void backToLive();
    /// Writes what is shown to a file, replacing it only when all is written. saved(), failed() or
    /// saveCancelled().
    void saveTo(const QString& path);
    /// Writes rows of what is shown, all by default, in that format. exported() or failed().
    void exportTo(const QString& path, pipecore::ExportFormat format,
                  std::optional<pipecore::RowRanges> rows = {});

    /// Ends the live session, forgets it and starts another, then calls `started`. Unsaved changes are
    /// gone.
    void restart(std::function<void()> started = {});
    /// Ends the live session and forgets its journal. ended() comes when everything is over.
    void shutDown();
    [[nodiscard]] bool isEnding() const { return m_ending; }

    /// Journals that a crash left behind, newest first.
    [[nodiscard]] QStringList interruptedJournals() const;
    void discardInterrupted(const QString& journal);

signals:
    /// source() is another one, or none. Views let go of the old one during this signal.
    void sourceChanged();
    void liveChanged();
    /// Names, saved or not, busy or not.
    void stateChanged();
    /// `cancellable` is false for what cannot be broken off.
    void taskStarted(const QString& what, bool cancellable);
    void taskEnded();
    void opened(const QString& path);
    void saved(const QString& path, quint64 rows);
    /// The user broke a save off; the file is as it was before.
    void saveCancelled();
    void exported(const QString& path, quint64 rows);
    /// `what` is a sentence in the user's language.
    void failed(const QString& what, const pipecore::Error& error);
    void ended();

private:
    /// Calls with 0 to 1; the answer is false when the work shall stop.
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
    void saveEndedWithout(const QString& path, const pipecore::Error& error);
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
    bool m_opening = false;    ///< the task opens a file
    bool m_backWanted = false; ///< and the user does not want to see it any more

    bool m_busy = false;
    bool m_cancelled = false; ///< what is done now, and work of it that is still to be started
    bool m_ending = false;
    Task m_task{"file"}; ///< goes first: it uses what is shown
};

} // namespace pipescope
