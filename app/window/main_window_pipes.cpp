#include "window/main_window.h"

#include "composer/composer_panel.h"
#include "connections/call_dialog.h"
#include "connections/new_client_dialog.h"
#include "connections/new_server_dialog.h"
#include "endpoints/pipe_facts_dialog.h"
#include "engine/demo.h"
#include "identity/identity_cards.h"
#include "security/security_check_dialog.h"
#include "security/security_editor.h"
#include "traffic/traffic_panel.h"
#include "widgets/formatting.h"

#include "pipecore/discovery/pipe_security.h"

#include <QDockWidget>

#include <algorithm>
#include <limits>

namespace pipescope {

LiveSession* MainWindow::liveToUse()
{
    // Whoever starts something wants to see it; but what was noted of a file must not get lost.
    if (!m_session->hasUnsavedNotes()) {
        m_session->backToLive();
    }
    return m_session->live();
}

void MainWindow::newServer()
{
    openServerDialog(new NewServerDialog(this));
}

void MainWindow::newClient()
{
    openClientDialog(new NewClientDialog(this));
}

void MainWindow::openServerDialog(NewServerDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setSecurityEditor([](QWidget* over, const pipecore::ServerOptions& options,
                                 std::function<void(const QString&)> accepted) {
        pipecore::SecurityContext context;
        if (const auto user = pipecore::currentUser()) {
            context.user = *user;
        }
        context.rejectRemote = options.rejectRemote;
        context.firstInstance = options.firstInstance;
        SecurityEditor::edit(over, fromCore(options.sddl), context, std::move(accepted));
    });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { startServer(dialog->options()); });
    dialog->open();
}

void MainWindow::openClientDialog(NewClientDialog* dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { connectClient(dialog->options()); });
    dialog->open();
}

void MainWindow::showSecurityEditor()
{
    auto* editor = new SecurityEditor(SecurityEditor::Use::Tool, AccountSource::system(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    editor->show();
}

void MainWindow::checkSecurity(const QString& name)
{
    auto* dialog =
        new SecurityCheckDialog(name, pipecore::readSecurity, AccountSource::system(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void MainWindow::callOnce()
{
    auto* dialog = new CallDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (LiveSession* live = liveToUse()) {
            const pipecore::CallOptions options = dialog->options();
            if (const auto started = live->engine().call(options); !started) {
                showError(fromCore(options.name), started.error());
            }
        }
    });
    dialog->open();
}

void MainWindow::startServer(const pipecore::ServerOptions& options)
{
    if (LiveSession* live = liveToUse()) {
        if (const auto started = live->engine().startServer(options)) {
            m_composer->offerTarget({{}, *started});
        } else {
            showError(fromCore(options.name), started.error());
        }
    }
}

void MainWindow::connectClient(const pipecore::ClientOptions& options)
{
    if (LiveSession* live = liveToUse()) {
        if (const auto started = live->engine().connect(options)) {
            m_composer->offerTarget({started->connection, {}});
        } else {
            showError(fromCore(options.name), started.error());
        }
    }
}

void MainWindow::startDemo()
{
    if (liveToUse() == nullptr) {
        return;
    }
    if (const auto started = m_demo->start(); !started) {
        showError(tr("The demo could not be started"), started.error());
        return;
    }
    m_session->ignoreUnsaved(m_demo->server());
    m_session->ignoreUnsaved(m_demo->client());
    m_composer->offerTarget({m_demo->connection(), {}});
}

bool MainWindow::hasRowsBesideTheDemo() const
{
    const pipecore::Recorder& recorder = m_session->live()->recorder();
    if (recorder.rowCount() == 0) {
        return false;
    }
    // Rows without any endpoint are of starts that failed.
    const auto endpoints = recorder.facts().snapshot().endpoints;
    return endpoints.empty()
           || std::any_of(endpoints.begin(), endpoints.end(),
                          [this](const pipecore::EndpointFacts& endpoint) {
                              return !m_session->isIgnored(endpoint.id);
                          });
}

void MainWindow::startDemoAlone()
{
    updateActions(); // its mark is set while it runs, not when it is asked for
    if (liveToUse() == nullptr) {
        return;
    }
    if (!hasRowsBesideTheDemo()) {
        startDemo();
        return;
    }
    ask({.name = QLatin1String("DemoQuestion"),
         .title = tr("Demo conversation"),
         .text = tr("Start the demo in a new session?"),
         .more = tr(
             "This session has recorded rows, and the demo is not mixed with them. A new session "
             "ends all pipes of this one. PipeScope asks before unsaved messages are lost."),
         .go = tr("New session"),
         .stay = tr("Cancel")},
        [this] { askToSave([this] { m_session->restart([this] { startDemo(); }); }); });
}

void MainWindow::stopDemo()
{
    if (m_demo) {
        m_demo->stop();
    }
}

void MainWindow::send(const SendTarget& target, const pipecore::Bytes& payload, SendWay way)
{
    LiveSession* live = liveToUse();
    if (live == nullptr) {
        return;
    }
    const auto sent = way == SendWay::Transact ? live->engine().transact(target.connection, payload)
                      : target.connection      ? live->engine().send(target.connection, payload)
                                               : live->engine().sendToAll(target.endpoint, payload);
    if (!sent) {
        showError(tr("Nothing was sent"), sent.error());
    }
}

void MainWindow::disconnectClient(pipecore::ConnectionId connection, pipecore::CloseMode mode)
{
    if (LiveSession* live = m_session->live()) {
        if (const auto closed = live->engine().close(connection, mode); !closed) {
            showError(connectionText(connection), closed.error());
        }
    }
}

void MainWindow::stopEndpoint(pipecore::EndpointId endpoint, pipecore::CloseMode mode)
{
    if (LiveSession* live = m_session->live()) {
        if (const auto closed = live->engine().closeEndpoint(endpoint, mode); !closed) {
            showError({}, closed.error());
        }
    }
}

void MainWindow::stopAll()
{
    LiveSession* live = liveToUse();
    if (live == nullptr) {
        return;
    }
    for (const pipecore::EndpointFacts& endpoint : live->recorder().facts().snapshot().endpoints) {
        if (endpoint.open) {
            stopEndpoint(endpoint.id, pipecore::CloseMode::Graceful);
        }
    }
}

void MainWindow::showIdentity(pipecore::ConnectionId connection)
{
    // The process IDs of a viewed session belong to another time, or another computer.
    if (m_session->isViewingFile() || m_session->live() == nullptr) {
        return;
    }
    const auto& facts = m_session->live()->recorder().facts();
    if (const auto known = facts.connection(connection)) {
        const auto endpoint = facts.endpoint(known->endpoint);
        m_identityCards->show(*known, endpoint && endpoint->role == pipecore::Role::Server);
    }
}

PipeFactsDialog* MainWindow::factsDialogOf(pipecore::ConnectionId connection) const
{
    const QList<PipeFactsDialog*> open = findChildren<PipeFactsDialog*>();
    const auto found = std::find_if(open.begin(), open.end(), [&](const PipeFactsDialog* dialog) {
        return dialog->connection() == connection;
    });
    return found != open.end() ? *found : nullptr;
}

void MainWindow::showPipeFacts(pipecore::ConnectionId connection, const QString& name)
{
    PipeFactsDialog* dialog = factsDialogOf(connection);
    if (dialog == nullptr) {
        dialog = new PipeFactsDialog(
            connection, QStringLiteral("%1 %2").arg(name, connectionText(connection)), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PipeFactsDialog::refreshRequested, this, &MainWindow::askPipeFacts);
        dialog->show();
    }
    dialog->raise();
    dialog->activateWindow();
    askPipeFacts(connection);
}

void MainWindow::askPipeFacts(pipecore::ConnectionId connection)
{
    LiveSession* live = m_session->live();
    if (live == nullptr) {
        return;
    }
    if (const auto asked = live->engine().readFacts(connection)) {
        m_factsAsked.insert(asked->value);
    } else {
        showError(connectionText(connection), asked.error());
    }
}

void MainWindow::changeReadMode(pipecore::ConnectionId connection, pipecore::PipeMode mode)
{
    if (LiveSession* live = m_session->live()) {
        if (const auto asked = live->engine().setReadMode(connection, mode); !asked) {
            showError(connectionText(connection), asked.error());
        }
    }
}

void MainWindow::followConnection(pipecore::ConnectionId connection)
{
    // Looking back further would be felt.
    constexpr quint64 rowsSearched = 5'000'000;
    const pipecore::RecordSource* source = m_session->source();
    if (source == nullptr) {
        return;
    }
    const quint64 count = source->rowCount();
    const quint64 stop = count - std::min(count, rowsSearched);
    for (quint64 row = count; row > stop; --row) {
        if (source->head(row - 1).connection == connection) {
            m_traffic->goToRow(row - 1);
            return;
        }
    }
}

void MainWindow::sendAgain(quint64 row)
{
    const pipecore::RecordSource* source = m_session->source();
    if (source == nullptr) {
        return;
    }
    const auto record = source->read(row, std::numeric_limits<std::size_t>::max());
    if (!record) {
        showError(tr("The message could not be read"), record.error());
        return;
    }
    // In a viewed session the numbers mean other connections.
    const SendTarget target =
        m_session->isViewingFile() ? SendTarget{} : SendTarget{record->connection, {}};
    if (!m_composer->hasDraft()) {
        compose(record->payload, target);
        return;
    }
    ask({.name = QLatin1String("ReplaceQuestion"),
         .title = tr("Send again"),
         .text = tr("Replace the text that is not sent yet?"),
         .more = tr(
             "The message from the log takes its place. The text stays in the history: ↑ brings it "
             "back."),
         .go = tr("Replace"),
         .stay = tr("Cancel")},
        [this, payload = record->payload, target] { compose(payload, target); });
}

void MainWindow::compose(const pipecore::Bytes& payload, SendTarget target)
{
    if (liveToUse() == nullptr) {
        return;
    }
    m_composerDock->show();
    m_composerDock->raise();
    if (target) {
        m_composer->selectTarget(target);
        // A connection that is over is listed again because it was chosen.
        m_factsRevision = 0;
        showFacts();
    }
    m_composer->setPayload(payload);
    m_composer->focusPayload();
}

} // namespace pipescope
