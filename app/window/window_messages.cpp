#include "window/window_messages.h"

#include "widgets/error_text.h"
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

} // namespace pipescope
