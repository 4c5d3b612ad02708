#include "window/connection_dialogs.h"

#include "endpoints/pipe_facts_dialog.h"
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

constexpr int answerStayMs = 5000;

} // namespace

ConnectionDialogs::ConnectionDialogs(SessionController& session, IdentityCards& cards,
                                     MessageArea& messages, QMainWindow* window)
    : m_session(session)
    , m_cards(cards)
    , m_messages(messages)
    , m_window(window)
{}

void ConnectionDialogs::showIdentity(pipecore::ConnectionId connection)
{
    // The process IDs of a viewed session belong to another time, or another computer.
    if (m_session.isViewingFile() || m_session.live() == nullptr) {
        return;
    }
    const auto& facts = m_session.live()->recorder().facts();
    if (const auto known = facts.connection(connection)) {
        const auto endpoint = facts.endpoint(known->endpoint);
        m_cards.show(*known, endpoint && endpoint->role == pipecore::Role::Server);
    }
}

void ConnectionDialogs::checkSecurity(const QString& name)
{
    if (m_session.isViewingFile()) {
        return;
    }
    auto* dialog =
        new SecurityCheckDialog(name, pipecore::readSecurity, AccountSource::system(), m_window);
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

void ConnectionDialogs::showFacts(pipecore::ConnectionId connection, const QString& name)
{
    if (m_session.isViewingFile()) {
        return;
    }
    PipeFactsDialog* dialog = factsDialogOf(connection);
    if (dialog == nullptr) {
        dialog = new PipeFactsDialog(
            connection, QStringLiteral("%1 %2").arg(name, connectionText(connection)), m_window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(dialog, &PipeFactsDialog::refreshRequested, this, &ConnectionDialogs::askFacts);
        dialog->show();
    }
    dialog->raise();
    dialog->activateWindow();
    askFacts(connection);
}

void ConnectionDialogs::askFacts(pipecore::ConnectionId connection)
{
    LiveSession* live = m_session.live();
    if (live == nullptr) {
        return;
    }
    if (const auto asked = live->engine().readFacts(connection)) {
        m_factsAsked.insert(asked->value);
    } else {
        showError(m_messages, connectionText(connection), asked.error());
    }
}

void ConnectionDialogs::takeReplies()
{
    takeFailures();
    takeAnswers();
}

void ConnectionDialogs::takeFailures()
{
    LiveSession* live = m_session.live();
    if (live == nullptr) {
        return;
    }
    for (const OperationFailure& failure : live->takeFailures()) {
        if (m_cards.takeFailure(failure)) {
            continue;
        }
        if (m_session.isIgnored(failure.endpoint)) {
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
        showError(m_messages, place, failure.error, more);
    }
}

void ConnectionDialogs::takeAnswers()
{
    LiveSession* live = m_session.live();
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
            m_cards.take({client->operation, client->identity, nullptr});
        } else if (const auto* access = std::get_if<pipecore::AccessChecked>(&event.body)) {
            m_cards.take({access->operation, nullptr, access->answer});
        } else if (const auto* changed = std::get_if<pipecore::ReadModeChanged>(&event.body)) {
            const QString sentence = changed->mode == pipecore::PipeMode::Message
                                         ? tr("%1 is read message by message now")
                                         : tr("%1 is read as a stream of bytes now");
            m_window->statusBar()->showMessage(sentence.arg(connectionText(event.connection)),
                                               answerStayMs);
            if (factsDialogOf(event.connection) != nullptr) {
                askFacts(event.connection);
            }
        }
    }
}

} // namespace pipescope
