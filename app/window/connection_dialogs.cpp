#include "window/connection_dialogs.h"

#include "endpoints/pipe_facts_dialog.h"
#include "engine/call_queue.h"
#include "identity/identity_cards.h"
#include "security/security_check_dialog.h"
#include "session/session_controller.h"
#include "widgets/formatting.h"
#include "window/window_messages.h"

#include "pipecore/discovery/pipe_security.h"

#include <QMainWindow>
#include <QStatusBar>

#include <algorithm>
#include <variant>

namespace pipescope {

namespace {

constexpr int answerMs = 5000;

} // namespace

ConnectionDialogs::ConnectionDialogs(SessionController& session, IdentityCards& cards,
                                     OutcomeMessages& messages, QMainWindow* window)
    : m_session(session)
    , m_cards(cards)
    , m_messages(messages)
    , m_window(window)
{}

void ConnectionDialogs::showIdentity(pipecore::LiveConnection connection)
{
    LiveSession* live = m_session.live();
    if (live == nullptr) {
        return;
    }
    const auto& facts = live->recorder().facts();
    if (const auto known = facts.connection(connection.id())) {
        const auto endpoint = facts.endpoint(known->endpoint);
        m_cards.show(connection, *known, endpoint && endpoint->role == pipecore::Role::Server);
    }
}

void ConnectionDialogs::checkSecurity(pipecore::LiveEndpoint server)
{
    LiveSession* live = m_session.live();
    const auto known = live != nullptr ? live->recorder().facts().endpoint(server.id())
                                       : std::optional<pipecore::EndpointFacts>();
    if (!known) {
        return;
    }
    auto* dialog = new SecurityCheckDialog(fromCore(known->name), pipecore::readSecurity,
                                           AccountSource::system(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

PipeFactsDialog* ConnectionDialogs::factsDialogOf(pipecore::ConnectionId connection) const
{
    const QList<PipeFactsDialog*> open = m_window->findChildren<PipeFactsDialog*>();
    const auto found = std::find_if(open.begin(), open.end(), [&](const PipeFactsDialog* dialog) {
        return dialog->connection() == connection;
    });
    return found != open.end() ? *found : nullptr;
}

void ConnectionDialogs::showFacts(pipecore::LiveConnection connection, const QString& name)
{
    PipeFactsDialog* dialog = factsDialogOf(connection.id());
    if (dialog == nullptr) {
        dialog = new PipeFactsDialog(
            connection.id(), QStringLiteral("%1 %2").arg(name, connectionText(connection.id())),
            m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PipeFactsDialog::refreshRequested, this,
                [this, connection] { askFacts(connection); });
        dialog->show();
    }
    dialog->raise();
    dialog->activateWindow();
    askFacts(connection);
}

void ConnectionDialogs::askFacts(pipecore::LiveConnection connection)
{
    LiveSession* live = m_session.live();
    if (live == nullptr) {
        return;
    }
    const auto done = [this, connection](const pipecore::Outcome& outcome) {
        takeFacts(connection, outcome);
    };
    m_messages.check(m_messages.placeOf({}, connection.id()),
                     live->operations().readFacts(connection, whenDone(this, done)));
}

void ConnectionDialogs::takeFacts(pipecore::LiveConnection connection,
                                  const pipecore::Outcome& outcome)
{
    PipeFactsDialog* dialog = factsDialogOf(connection.id());
    if (dialog == nullptr) {
        return; // closed meanwhile
    }
    if (const auto* failed = outcome.failure()) {
        dialog->setProblem(failed->error);
    } else {
        dialog->setFacts(*std::get<pipecore::FactsRead>(outcome.body).facts);
    }
}

void ConnectionDialogs::changeReadMode(pipecore::LiveConnection connection, pipecore::PipeMode mode)
{
    LiveSession* live = m_session.live();
    if (live == nullptr) {
        return;
    }
    const auto done = [this, connection, mode,
                       show = m_messages.onFailure()](const pipecore::Outcome& outcome) {
        if (outcome.failure() != nullptr) {
            show(outcome);
        } else {
            readModeChanged(connection, mode);
        }
    };
    m_messages.check(m_messages.placeOf({}, connection.id()),
                     live->operations().setReadMode(connection, mode, whenDone(this, done)));
}

void ConnectionDialogs::readModeChanged(pipecore::LiveConnection connection,
                                        pipecore::PipeMode mode)
{
    const QString sentence = mode == pipecore::PipeMode::Message
                                 ? tr("Read mode of %1 set to messages")
                                 : tr("Read mode of %1 set to bytes");
    m_window->statusBar()->showMessage(sentence.arg(connectionText(connection.id())), answerMs);
    if (factsDialogOf(connection.id()) != nullptr) {
        askFacts(connection);
    }
}

} // namespace pipescope
