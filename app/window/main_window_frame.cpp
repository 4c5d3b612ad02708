#include "window/main_window.h"

#include "composer/composer_panel.h"
#include "endpoints/endpoints_panel.h"
#include "endpoints/pipe_facts_dialog.h"
#include "engine/demo.h"
#include "identity/identity_cards.h"
#include "session/paths.h"
#include "traffic/traffic_panel.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/message_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QStatusBar>
#include <QToolButton>

#include <variant>

namespace pipescope {

namespace {

/// Endpoints and figures need not change faster than one can read.
constexpr qint64 factsPeriodMs = 100;
constexpr qint64 statusPeriodMs = 250;
/// So long without a change, and the window waits to be woken.
constexpr qint64 quietMs = 1500;
constexpr int answerStayMs = 5000;

} // namespace

void MainWindow::wake()
{
    m_sinceChange.restart();
    if (!m_frameTimer.isActive()) {
        m_frameTimer.start();
        frame();
    }
}

void MainWindow::frame()
{
    showFailures();
    showAnswers();
    const pipecore::RecordSource* source = m_session->source();
    if (source == nullptr) {
        return;
    }
    const quint64 rows = source->rowCount();
    if (rows != m_rowsSeen) {
        m_rowsSeen = rows;
        m_sinceChange.restart();
        m_traffic->refresh();
    }
    if (!m_sinceFacts.isValid() || m_sinceFacts.elapsed() >= factsPeriodMs) {
        showFacts();
    }
    if (!m_sinceStatus.isValid() || m_sinceStatus.elapsed() >= statusPeriodMs) {
        showStatus();
    }
    if (m_session->isBusy()) {
        m_status->setProgress(m_session->progress());
        m_sinceChange.restart();
    }
    if (m_frameTimer.isActive() && m_sinceChange.elapsed() >= quietMs) {
        m_frameTimer.stop();
        if (LiveSession* live = m_session->live()) {
            live->sleep();
        }
    }
}

void MainWindow::showFacts()
{
    m_sinceFacts.restart();
    const auto facts = m_session->source()->facts().snapshotSince(m_factsRevision);
    if (!facts) {
        return;
    }
    m_factsRevision = facts->revision;
    m_sinceChange.restart();
    m_endpoints->setFacts(*facts);
    // A viewed session has nobody to send to.
    if (!m_session->isViewingFile()) {
        m_composer->setFacts(*facts);
        m_identityCards->update(*facts);
        if (m_demo) {
            m_demo->watch(*facts);
        }
    }
}

void MainWindow::showStatus()
{
    m_sinceStatus.restart();
    const pipecore::RecordSource* source = m_session->source();
    if (source == nullptr) {
        return;
    }
    const auto totals = source->facts().totals();
    const bool live = !m_session->isViewingFile();
    if (live) {
        m_rate.add(totals.messages);
    }
    m_status->setTotals(totals, live ? m_rate.perSecond() : -1);
    const StatusText recording = recordingText();
    m_status->setRecording(recording);
    m_recordButton->setToolTip(
        tr("Everything is recorded from the first message on. Save it to a file (%1)")
            .arg((*m_actions)[Act::Save]->shortcut().toString(QKeySequence::NativeText))
        + QLatin1Char('\n') + recording.text);
    if (isAheadOfFile() != isWindowModified()) {
        updateTitle();
    }
}

StatusText MainWindow::recordingText() const
{
    if (m_session->isViewingFile()) {
        return {tr("viewing %1").arg(QFileInfo(m_session->viewedFile()).fileName()),
                QDir::toNativeSeparators(m_session->viewedFile()), false};
    }
    const auto status = m_session->live()->recorder().status();
    const QString journal = QDir::toNativeSeparators(fromPath(status.journal));
    if (status.problem) {
        return {tr("recording is paused: %1").arg(errorTitle(*status.problem)),
                QStringLiteral("%1\n%2\n%3")
                    .arg(errorLine(*status.problem), errorHint(*status.problem), journal),
                true};
    }
    // What is recorded goes to the journal always; a file has what was there when it was saved.
    const QFileInfo saved(m_session->savedFile());
    const QString size = formatSize(status.fileBytes);
    if (m_session->savedFile().isEmpty()) {
        return {tr("recording, %1").arg(size), tr("Not saved yet. Journal: %1").arg(journal),
                false};
    }
    const QString path = QDir::toNativeSeparators(saved.filePath());
    if (!m_session->hasRowsSinceSave()) {
        return {tr("recording, %1; all in %2").arg(size, saved.fileName()),
                tr("Saved: %1\nWhat comes goes to the journal until you save again: %2")
                    .arg(path, journal),
                false};
    }
    return {
        tr("recording, %1; %2 ends at row %3")
            .arg(size, saved.fileName(), formatCount(m_session->savedRows())),
        tr("Saved: %1\nLater rows are in the journal until you save again: %2").arg(path, journal),
        false};
}

void MainWindow::showFailures()
{
    LiveSession* live = m_session->live();
    if (live == nullptr) {
        return;
    }
    for (const OperationFailure& failure : live->takeFailures()) {
        if (m_identityCards->takeFailure(failure)) {
            continue;
        }
        if (m_session->isIgnored(failure.endpoint)) {
            continue;
        }
        PipeFactsDialog* dialog = factsDialogOf(failure.connection);
        if (m_factsAsked.remove(failure.operation.value)) {
            if (dialog != nullptr) {
                dialog->setProblem(failure.error);
            }
            continue;
        }
        const auto& facts = live->recorder().facts();
        const auto endpoint = facts.endpoint(failure.endpoint);
        const QString name = endpoint ? fromCore(endpoint->name) : QString();
        const QString connection = connectionText(failure.connection);
        const QString place =
            name.isEmpty() ? connection : QStringLiteral("%1 %2").arg(name, connection).trimmed();
        const QString more =
            failure.outcomeUnknown
                ? tr("The other end may have read none, some or all of the message.")
                : QString();
        showError(place, failure.error, more);
    }
}

void MainWindow::showAnswers()
{
    LiveSession* live = m_session->live();
    if (live == nullptr) {
        return;
    }
    for (const pipecore::Event& event : live->takeAnswers()) {
        if (const auto* read = std::get_if<pipecore::FactsRead>(&event.body)) {
            m_factsAsked.remove(read->operation.value);
            if (PipeFactsDialog* dialog = factsDialogOf(event.connection)) {
                dialog->setFacts(*read->facts);
            }
        } else if (const auto* client = std::get_if<pipecore::ClientIdentified>(&event.body)) {
            m_identityCards->take({client->operation, client->identity, nullptr});
        } else if (const auto* access = std::get_if<pipecore::AccessChecked>(&event.body)) {
            m_identityCards->take({access->operation, nullptr, access->answer});
        } else if (const auto* changed = std::get_if<pipecore::ReadModeChanged>(&event.body)) {
            const QString sentence = changed->mode == pipecore::PipeMode::Message
                                         ? tr("%1 is read message by message now")
                                         : tr("%1 is read as a stream of bytes now");
            statusBar()->showMessage(sentence.arg(connectionText(event.connection)), answerStayMs);
            if (factsDialogOf(event.connection) != nullptr) {
                askPipeFacts(event.connection);
            }
        }
    }
}

void MainWindow::showError(const QString& what, const pipecore::Error& error, const QString& more)
{
    m_messages->show(QStringLiteral("error"), [what, error, more] {
        Message message;
        message.severity = Message::Severity::Error;
        message.title = what.isEmpty() ? errorTitle(error)
                                       : QStringLiteral("%1: %2").arg(what, errorTitle(error));
        message.facts = errorLine(error);
        message.text = QStringLiteral("%1 %2").arg(errorHint(error), more).trimmed();
        return message;
    });
}

} // namespace pipescope
