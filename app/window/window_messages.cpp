#include "window/window_messages.h"

#include "engine/call_queue.h"
#include "session/session_controller.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/message_bar.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <utility>

namespace pipescope {

void showError(MessageArea& messages, const QString& what, const pipecore::Error& error,
               const QString& more)
{
    messages.show(QStringLiteral("error"), [what, error, more] {
        Message message;
        message.severity = Message::Severity::Error;
        message.title = what.isEmpty() ? errorTitle(error)
                                       : QStringLiteral("%1: %2").arg(what, errorTitle(error));
        message.facts = errorLine(error);
        message.text = QStringLiteral("%1 %2").arg(errorHint(error), more).trimmed();
        return message;
    });
}

void ask(QWidget* window, const Question& question, std::function<void()> go)
{
    // An answered question stays for a moment until it is deleted.
    if (auto* open = window->findChild<QMessageBox*>(question.name);
        open != nullptr && open->isVisible()) {
        open->raise();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, question.title, question.text,
                                QMessageBox::NoButton, window);
    box->setObjectName(question.name);
    box->setInformativeText(question.more);
    for (QLabel* label : box->findChildren<QLabel*>()) {
        label->setTextFormat(Qt::PlainText); // may contain names from other programs
    }
    QPushButton* yes = box->addButton(question.go, QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("go"));
    QPushButton* stay = box->addButton(question.stay, QMessageBox::RejectRole);
    stay->setObjectName(QStringLiteral("stay"));
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(yes, &QPushButton::clicked, window, std::move(go));
    box->open();
}

OutcomeMessages::OutcomeMessages(SessionController& session, MessageArea& messages)
    : m_session(session)
    , m_messages(messages)
{}

pipecore::WhenDone OutcomeMessages::onFailure(const QString& name)
{
    return whenDone(this, [this, name](const pipecore::Outcome& outcome) { show(name, outcome); });
}

void OutcomeMessages::showError(const QString& what, const pipecore::Error& error)
{
    pipescope::showError(m_messages, what, error);
}

void OutcomeMessages::showWarning(const QString& name, const pipecore::Phrase& warning)
{
    m_messages.show(QStringLiteral("warning"), [name, warning] {
        Message message;
        message.severity = Message::Severity::Warning;
        message.title = tr("%1 is the socket of another user").arg(name);
        message.text = phraseText(warning);
        return message;
    });
}

QString OutcomeMessages::placeOf(pipecore::EndpointId endpoint,
                                 pipecore::ConnectionId connection) const
{
    QString pipe;
    if (LiveSession* live = m_session.live(); live != nullptr) {
        const auto& facts = live->recorder().facts();
        const auto known = facts.connection(connection);
        const auto named = facts.endpoint(known ? known->endpoint : endpoint);
        pipe = named ? fromCore(named->name) : QString();
    }
    return QStringLiteral("%1 %2").arg(pipe, connectionText(connection)).trimmed();
}

void OutcomeMessages::show(const QString& name, const pipecore::Outcome& outcome)
{
    const auto* const failed = outcome.failure();
    // The user cancelled it: nothing to report.
    if (failed == nullptr || failed->error.kind == pipecore::ErrorKind::Cancelled
        || failed->error.kind == pipecore::ErrorKind::Stopped) {
        return;
    }
    const QString place =
        name.isEmpty()
            ? placeOf(outcome.endpoint, outcome.connection)
            : QStringLiteral("%1 %2").arg(name, connectionText(outcome.connection)).trimmed();
    const QString more = failed->outcomeUnknown
                             ? tr("The peer may have read none, part or all of the message.")
                             : QString();
    pipescope::showError(m_messages, place, failed->error, more);
}

} // namespace pipescope
