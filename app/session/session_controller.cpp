#include "session/session_controller.h"

#include "pipecore/export/export.h"
#include "pipecore/session/annotations.h"
#include "rows/frame_places.h"
#include "session/paths.h"

#include <QFileInfo>
#include <QStringList>

#include <utility>

namespace pipescope {

SessionController::SessionController(QString journals, QObject* parent)
    : QObject(parent)
    , m_journals(std::move(journals))
{}

SessionController::~SessionController() = default;

pipecore::Result<void> SessionController::startLive()
{
    auto live = LiveSession::start(m_journals);
    if (!live) {
        return std::unexpected(live.error());
    }
    m_live = std::move(*live);
    m_live->core().setBackpressure(m_backpressure);
    m_unsaved = {};
    m_savedFile.clear();
    m_savedRows = 0;
    m_savedNotes = 0;
    emit liveChanged();
    emit sourceChanged();
    emit stateChanged();
    return {};
}

LiveSession* SessionController::liveToUse()
{
    if (!hasUnsavedNotes()) {
        backToLive();
    }
    return live();
}

const pipecore::RecordSource* SessionController::source() const
{
    if (m_viewed) {
        return m_viewed->session.get();
    }
    return m_live ? &m_live->recorder() : nullptr;
}

std::optional<pipecore::LiveConnection>
SessionController::liveOf(pipecore::ConnectionId shown) const
{
    LiveSession* const live = shownLive();
    return live != nullptr && shown ? std::optional(live->core().connection(shown)) : std::nullopt;
}

std::optional<pipecore::LiveEndpoint> SessionController::liveOf(pipecore::EndpointId shown) const
{
    LiveSession* const live = shownLive();
    return live != nullptr && shown ? std::optional(live->core().endpoint(shown)) : std::nullopt;
}

bool SessionController::hasUnsavedChanges() const
{
    return m_live
           && (m_live->recorder().annotations()->revision() != m_savedNotes
               || m_unsaved.hasChanges(m_live->recorder().facts()));
}

bool SessionController::hasUnsavedNotes() const
{
    return m_viewed && m_viewed->session->hasUnsavedAnnotations();
}

bool SessionController::canSaveNotes() const
{
    return m_viewed && !m_viewed->isJournal && !m_viewed->session->report().problem;
}

bool SessionController::hasRowsSinceSave() const
{
    return m_live && !m_savedFile.isEmpty() && m_live->recorder().rowCount() > m_savedRows;
}

void SessionController::runTask(const QString& what, bool cancellable, FileWork work,
                                std::function<void()> finish)
{
    beginTask(what, cancellable);
    startWork(std::move(work), [this, finish = std::move(finish)] { taskDone(finish); });
    emit stateChanged();
}

void SessionController::beginTask(const QString& what, bool cancellable)
{
    Q_ASSERT(!isBusy());
    m_busy = true;
    m_cancelled = false;
    emit taskStarted(what, cancellable); // may be cancelled by a receiver
}

void SessionController::startWork(FileWork work, std::function<void()> done)
{
    m_task.start([work = std::move(work), done = std::move(done),
                  cancelled = m_cancelled](Task::State& state) {
        work([&state, cancelled](double part) {
            state.progress.store(part);
            return !cancelled && !state.cancelled.load();
        });
        return done;
    });
}

void SessionController::taskDone(const std::function<void()>& finish)
{
    const bool isEnding = m_ending; // not only because of the next step
    m_busy = false;
    emit taskEnded();
    finish();
    emit stateChanged();
    if (isEnding) {
        endAll();
    }
}

void SessionController::cancelTask()
{
    m_cancelled = true;
    m_task.cancel();
}

void SessionController::setBackpressure(pipecore::Backpressure policy)
{
    m_backpressure = policy;
    if (m_live) {
        m_live->core().setBackpressure(policy);
    }
}

void SessionController::openFile(const QString& path)
{
    if (isBusy() || m_ending) {
        return;
    }
    using Started = pipecore::Result<std::unique_ptr<pipecore::SessionFile>>;
    const auto started = std::make_shared<Started>();
    const bool journal = interruptedJournals().contains(path);
    m_opening = true;
    m_returnRequested = false;
    beginTask(tr("Opening %1").arg(QFileInfo(path).fileName()), true);
    startWork(
        [path, started](const Progress&) { *started = pipecore::SessionFile::start(toPath(path)); },
        [this, path, started, journal] {
            if (*started) {
                scanOpened(path, std::move(**started), journal);
                return;
            }
            taskDone([&] {
                m_opening = false;
                emit failed(tr("Cannot open %1").arg(QFileInfo(path).fileName()), started->error());
            });
        });
    emit stateChanged();
}

void SessionController::scanOpened(const QString& path, std::unique_ptr<pipecore::SessionFile> file,
                                   bool journal)
{
    const auto finish = [this, path] {
        m_opening = false;
        if (m_returnRequested) {
            backToLive();
        } else {
            emit opened(path);
        }
    };
    // The file stays until this work is done: see backToLive(). The report has the results of the
    // scan.
    startWork([scanned = file.get()](const Progress& progress) { (void)scanned->scan(progress); },
              [this, finish] { taskDone(finish); });
    show(ViewedFile{.path = path, .session = std::move(file), .isJournal = journal});
}

void SessionController::show(std::optional<ViewedFile> file)
{
    // The old one lives until every view has released it.
    const auto old = std::exchange(m_viewed, std::move(file));
    emit sourceChanged();
    emit stateChanged();
}

void SessionController::backToLive()
{
    if (!m_viewed) {
        return;
    }
    // A task may be reading the file.
    if (isBusy()) {
        if (m_opening) {
            m_returnRequested = true;
            cancelTask();
        }
        return;
    }
    show(std::nullopt);
}

void SessionController::saveTo(const QString& path)
{
    if (isBusy() || source() == nullptr) {
        return;
    }
    if (m_viewed) {
        saveViewed(path);
    } else {
        saveLive(path);
    }
}

void SessionController::saveLive(const QString& path)
{
    // Counted before the copy: a message that arrives meanwhile counts as unsaved.
    const std::uint64_t messages = m_unsaved.messages(m_live->recorder().facts());
    const quint64 notes = m_live->recorder().annotations()->revision();
    const auto result = std::make_shared<pipecore::Result<std::uint64_t>>();
    runTask(
        tr("Saving %1").arg(QFileInfo(path).fileName()), true,
        [path, result, recorder = &m_live->recorder()](const Progress& progress) {
            *result = recorder->saveCopy(toPath(path), progress);
        },
        [this, path, result, messages, notes] {
            if (*result) {
                m_unsaved.saved(messages);
                m_savedNotes = notes;
                m_savedFile = path;
                m_savedRows = **result;
                emit saved(path, **result);
            } else {
                saveFailed(path, result->error());
            }
        });
}

void SessionController::saveFailed(const QString& path, const pipecore::Error& error)
{
    if (error.kind == pipecore::ErrorKind::Cancelled) {
        emit saveCancelled();
    } else {
        emit failed(tr("Cannot save %1").arg(QFileInfo(path).fileName()), error);
    }
}

namespace {

/// A damaged file is written anew from the rows that were read, so that other programs open the copy.
pipecore::Result<void> saveAs(const pipecore::SessionFile& file, const std::filesystem::path& path,
                              const pipecore::ExportProgress& progress)
{
    const pipecore::OpenReport& report = file.report();
    if (!report.problem || report.stopped) {
        return file.saveCopy(path, progress);
    }
    const auto written = pipecore::exportRows(file, {}, pipecore::ExportFormat::Pcapng, path,
                                              progress, {}, pipecore::NewFile::Recording);
    return written ? pipecore::Result<void>() : std::unexpected(written.error());
}

} // namespace

void SessionController::saveViewed(const QString& path)
{
    struct Outcome
    {
        pipecore::Result<void> copied;
        pipecore::Result<std::unique_ptr<pipecore::SessionFile>> reopened;
    };
    const auto outcome = std::make_shared<Outcome>();
    const QString from = m_viewed->path;
    const bool journal = m_viewed->isJournal;
    const quint64 rows = m_viewed->session->rowCount();
    if (QFileInfo(path) == QFileInfo(from)) {
        saveNotes();
        return;
    }
    runTask(
        tr("Saving %1").arg(QFileInfo(path).fileName()), true,
        [path, outcome, file = m_viewed->session.get()](const Progress& progress) {
            outcome->copied = saveAs(*file, toPath(path), progress);
            if (outcome->copied) {
                outcome->reopened = pipecore::SessionFile::open(toPath(path), progress);
            }
        },
        [this, from, path, outcome, journal, rows] {
            const auto& error = !outcome->copied     ? &outcome->copied.error()
                                : !outcome->reopened ? &outcome->reopened.error()
                                                     : nullptr;
            if (error != nullptr) {
                saveFailed(path, *error);
                return;
            }
            show(ViewedFile{.path = path, .session = std::move(*outcome->reopened)});
            if (journal) {
                discardInterrupted(from);
            }
            emit saved(path, rows);
        });
}

void SessionController::saveNotes()
{
    const auto result = std::make_shared<pipecore::Result<void>>();
    runTask(
        tr("Saving %1").arg(QFileInfo(m_viewed->path).fileName()), false,
        [result, file = m_viewed->session.get()](const Progress&) {
            *result = file->saveAnnotations();
        },
        [this, result, path = m_viewed->path, rows = m_viewed->session->rowCount()] {
            if (*result) {
                emit saved(path, rows);
            } else {
                saveFailed(path, result->error());
            }
        });
}

void SessionController::exportTo(const QString& path, const pipecore::ExportForm& form,
                                 std::optional<pipecore::RowRanges> rows,
                                 std::shared_ptr<const pipecore::FramedRows> frames)
{
    if (isBusy() || source() == nullptr) {
        return;
    }
    const auto result = std::make_shared<pipecore::Result<std::uint64_t>>();
    runTask(
        tr("Exporting %1").arg(QFileInfo(path).fileName()), true,
        [path, form, rows = std::move(rows), frames = std::move(frames), result,
         session = source()](const Progress& progress) {
            // Session files keep messages as they were.
            const bool asReads = frames && form.format == pipecore::ExportFormat::Pcapng;
            const auto chosen =
                asReads && rows ? std::optional(sessionRowsOf(*frames, *rows)) : rows;
            const pipecore::RecordSource& source =
                frames && !asReads ? static_cast<const pipecore::RecordSource&>(*frames) : *session;
            *result = pipecore::exportRows(source, chosen, form, toPath(path), progress);
        },
        [this, path, result] {
            if (*result) {
                emit exported(path, **result);
            } else if (result->error().kind != pipecore::ErrorKind::Cancelled) {
                emit failed(tr("Cannot write %1").arg(QFileInfo(path).fileName()), result->error());
            }
        });
}

void SessionController::endLive(std::function<void()> then)
{
    if (m_leaving) {
        return;
    }
    m_leaving = std::move(m_live);
    emit liveChanged();
    emit sourceChanged();
    emit stateChanged();
    const auto finish = [this, then = std::move(then)] {
        m_leaving->discardJournal();
        m_leaving.release()->deleteLater();
        then();
    };
    connect(m_leaving.get(), &LiveSession::stopped, this, finish);
    m_leaving->requestStop();
}

void SessionController::restart(std::function<void()> started)
{
    if (!m_live || isBusy() || m_ending) {
        return;
    }
    show(std::nullopt);
    endLive([this, started = std::move(started)] {
        if (const auto live = startLive(); !live) {
            emit failed(tr("Cannot start a new session"), live.error());
        } else if (started) {
            started();
        }
    });
}

void SessionController::shutDown()
{
    if (m_ending) {
        return;
    }
    m_ending = true;
    cancelTask();
    if (!isBusy()) {
        endAll();
    }
}

void SessionController::endAll()
{
    const auto end = [this] { emit ended(); };
    if (m_live) {
        endLive(end);
    } else if (m_leaving) {
        connect(m_leaving.get(), &QObject::destroyed, this, end);
    } else {
        end();
    }
}

QStringList SessionController::interruptedJournals() const
{
    QStringList journals;
    if (m_live) {
        for (const auto& journal : m_live->journalFolder().interrupted()) {
            journals << fromPath(journal);
        }
    }
    return journals;
}

void SessionController::discardInterrupted(const QString& journal)
{
    if (m_live) {
        m_live->journalFolder().discard(toPath(journal));
    }
}

} // namespace pipescope
