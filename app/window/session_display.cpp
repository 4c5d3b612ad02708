#include "window/session_display.h"

#include "composer/composer_panel.h"
#include "detail/detail_panel.h"
#include "endpoints/endpoints_panel.h"
#include "frames/log_source.h"
#include "identity/identity_cards.h"
#include "session/paths.h"
#include "session/session_controller.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "window/main_window_actions.h"

#include <QDir>
#include <QFileInfo>
#include <QMainWindow>
#include <QToolButton>

#include <chrono>

namespace pipescope {

namespace {

using namespace std::chrono_literals;

constexpr auto frameTime = 16ms;
constexpr auto slowTime = 1000ms;
/// Update interval of endpoints and figures.
constexpr qint64 factsPeriodMs = 100;
constexpr qint64 statusPeriodMs = 250;
/// Idle time after which the window waits for a wake-up.
constexpr qint64 idleMs = 1500;

} // namespace

SessionDisplay::SessionDisplay(SessionController& session, const Views& views)
    : m_session(session)
    , m_views(views)
{
    connect(&m_views.log, &LogSource::replaced, this, &SessionDisplay::rowsReplaced);
    connect(&m_views.log, &LogSource::grown, this, [this] {
        m_sinceChange.restart();
        m_views.traffic.refresh();
    });
    connect(&m_session, &SessionController::liveChanged, this, &SessionDisplay::liveChanged);
    connect(&m_session, &SessionController::stateChanged, this, [this] {
        updateTitle();
        showStatus();
    });
    connect(&m_session, &SessionController::taskStarted, &m_views.status, &StatusLine::startTask);
    connect(&m_session, &SessionController::taskStarted, this, &SessionDisplay::wake);
    connect(&m_session, &SessionController::taskEnded, &m_views.status, &StatusLine::endTask);
    connect(&m_views.status, &StatusLine::cancelRequested, &m_session,
            &SessionController::cancelTask);

    m_frameTimer.setInterval(frameTime);
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    connect(&m_frameTimer, &QTimer::timeout, this, &SessionDisplay::look);
    m_slowTimer.setInterval(slowTime);
    connect(&m_slowTimer, &QTimer::timeout, this, &SessionDisplay::look);
    m_slowTimer.start();
}

SessionDisplay::~SessionDisplay()
{
    m_views.traffic.setSource(nullptr);
    m_views.detail.setSource(nullptr);
}

void SessionDisplay::sourceChanged()
{
    const pipecore::RecordSource* source = m_session.source();
    m_views.traffic.setSource(source);
    m_views.detail.setSource(source);
    m_views.detail.showRow(std::nullopt);
    m_rowsSeen = 0;
    m_factsRevision = 0;
    m_views.endpoints.setFacts({});
    m_views.composer.setEnabled(m_session.shownLive() != nullptr);
    m_rate.reset();
    if (source != nullptr) {
        m_sinceFacts.invalidate();
        wake();
        look();
    }
}

void SessionDisplay::rowsReplaced(const RowMap& toNew)
{
    if (!toNew) {
        sourceChanged();
        return;
    }
    // First: the log tells its current row.
    m_views.detail.setSource(m_views.log.rows(), m_views.log.frames());
    m_views.traffic.replaceSource(m_views.log.rows(), toNew);
}

void SessionDisplay::liveChanged()
{
    m_views.composer.startOver();
    if (LiveSession* live = m_session.live()) {
        connect(live, &LiveSession::active, this, &SessionDisplay::wake);
    }
}

void SessionDisplay::wake()
{
    m_sinceChange.restart();
    if (!m_frameTimer.isActive()) {
        m_frameTimer.start();
        look();
    }
}

void SessionDisplay::look()
{
    const pipecore::RecordSource* source = m_session.source();
    if (source == nullptr) {
        return;
    }
    const quint64 rows = source->rowCount();
    if (rows != m_rowsSeen) {
        m_rowsSeen = rows;
        m_sinceChange.restart();
        m_views.traffic.refresh();
    }
    m_views.log.update();
    if (!m_sinceFacts.isValid() || m_sinceFacts.elapsed() >= factsPeriodMs) {
        showFacts();
    }
    if (!m_sinceStatus.isValid() || m_sinceStatus.elapsed() >= statusPeriodMs) {
        showStatus();
    }
    if (m_session.isBusy()) {
        m_views.status.setProgress(m_session.progress());
        m_sinceChange.restart();
    }
    if (m_frameTimer.isActive() && m_sinceChange.elapsed() >= idleMs) {
        m_frameTimer.stop();
        if (LiveSession* live = m_session.live()) {
            live->sleep();
        }
    }
}

void SessionDisplay::showFacts()
{
    m_sinceFacts.restart();
    const auto facts = m_session.source()->facts().changesSince(m_factsRevision);
    if (!facts) {
        return;
    }
    m_factsRevision = facts->revision;
    m_sinceChange.restart();
    m_views.endpoints.setFacts(*facts);
    m_views.log.takeFacts(*facts);
    // A viewed session has no targets.
    if (m_session.shownLive() != nullptr) {
        m_views.composer.setFacts(*facts);
        m_views.identityCards.update(*facts);
        emit liveFactsChanged(*facts);
    }
}

void SessionDisplay::showTarget(SendTarget target)
{
    const pipecore::SessionFacts& facts = m_session.source()->facts();
    pipecore::SessionFacts::Snapshot chosen{
        .revision = m_factsRevision, .since = m_factsRevision, .endpoints = {}, .connections = {}};
    if (const auto endpoint = facts.endpoint(target.endpoint)) {
        chosen.endpoints.push_back(*endpoint);
    }
    if (const auto connection = facts.connection(target.connection)) {
        chosen.connections.push_back(*connection);
    }
    m_views.composer.setFacts(chosen);
}

void SessionDisplay::showStatus()
{
    m_sinceStatus.restart();
    const pipecore::RecordSource* source = m_session.source();
    if (source == nullptr) {
        return;
    }
    const auto totals = source->facts().totals();
    const bool live = m_session.shownLive() != nullptr;
    if (live) {
        m_rate.add(totals.messages);
    }
    m_views.status.setTotals(totals, live ? m_rate.perSecond() : -1);
    const StatusText recording = recordingText();
    m_views.status.setRecording(recording);
    m_views.recordButton.setToolTip(
        tr("All traffic is recorded. Save it to a file (%1)")
            .arg(m_views.actions[Action::Save]->shortcut().toString(QKeySequence::NativeText))
        + QLatin1Char('\n') + recording.text);
    if (isAheadOfFile() != m_views.window.isWindowModified()) {
        updateTitle();
    }
}

StatusText SessionDisplay::recordingText() const
{
    if (const ViewedFile* viewed = m_session.viewed()) {
        return {tr("viewing %1").arg(QFileInfo(viewed->path).fileName()),
                QDir::toNativeSeparators(viewed->path), false};
    }
    const auto status = m_session.live()->recorder().status();
    const QString journal = QDir::toNativeSeparators(fromPath(status.journal));
    if (status.problem) {
        return {tr("recording paused: %1").arg(errorTitle(*status.problem)),
                QStringLiteral("%1\n%2\n%3")
                    .arg(errorLine(*status.problem), errorHint(*status.problem), journal),
                true};
    }
    // The journal always has all rows; a file has those that existed when it was saved.
    const QFileInfo saved(m_session.savedFile());
    const QString size = formatSize(status.fileBytes);
    if (m_session.savedFile().isEmpty()) {
        return {tr("recording, %1").arg(size), tr("Not saved. Journal: %1").arg(journal), false};
    }
    const QString path = QDir::toNativeSeparators(saved.filePath());
    if (!m_session.hasRowsSinceSave()) {
        return {
            tr("recording, %1; saved in %2").arg(size, saved.fileName()),
            tr("Saved: %1\nNew rows are journalled until you save again: %2").arg(path, journal),
            false};
    }
    return {tr("recording, %1; saved in %2 up to row %3")
                .arg(size, saved.fileName(), formatCount(m_session.savedRows())),
            tr("Saved: %1\nLater rows are journalled until you save again: %2").arg(path, journal),
            false};
}

bool SessionDisplay::isAheadOfFile() const
{
    if (m_session.viewed() != nullptr) {
        return m_session.hasUnsavedNotes();
    }
    return m_session.hasUnsavedChanges() || m_session.hasRowsSinceSave();
}

void SessionDisplay::updateTitle()
{
    const ViewedFile* viewed = m_session.viewed();
    QString name = viewed != nullptr ? viewed->path : m_session.savedFile();
    name = QFileInfo(name).fileName();
    const QString program = QStringLiteral("PipeScope");
    const bool changed = isAheadOfFile();
    if (name.isEmpty()) {
        name = changed ? tr("Session") : QString();
    }
    m_views.window.setWindowTitle(name.isEmpty() ? program
                                                 : QStringLiteral("%1[*] – %2").arg(name, program));
    m_views.window.setWindowModified(changed);
}

} // namespace pipescope
