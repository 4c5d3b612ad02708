#include "connections/form_field.h"

#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>

namespace pipescope {

FormField::FormField(QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_label(new QLabel(this))
    , m_help(new QLabel(this))
    , m_problem(new QLabel(this))
{
    // A label gives the focus to nobody who does not take it: of a group, its first field does.
    m_label->setBuddy(editor->focusProxy() != nullptr ? editor->focusProxy() : editor);
    // Aligned with the editor, not with the texts below it.
    m_label->setFixedHeight(editor->sizeHint().height());
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_problem->setObjectName(QStringLiteral("problem"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(editor);
    for (QLabel* text : {m_problem, m_help}) {
        text->setWordWrap(true);
        text->setTextFormat(Qt::PlainText);
        text->hide();
        layout->addWidget(text);
    }
    setFocusProxy(editor);
    setTextColor(m_help, Token::Muted);
    setTextColor(m_problem, Token::Error);
}

void FormField::setHelp(const QString& text)
{
    m_help->setText(text);
    m_help->setVisible(!text.isEmpty());
}

void FormField::setProblem(const QString& text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    m_editor->setAccessibleDescription(text);
}

void FormField::setTip(const QString& text, const QString& systemWords)
{
    m_tip = systemWords.isEmpty() ? text : text + QLatin1Char('\n') + systemWords;
    showTip();
}

void FormField::allow(bool allowed, const QString& reason)
{
    m_editor->setEnabled(allowed);
    m_label->setEnabled(allowed);
    m_reason = allowed ? QString() : reason;
    showTip();
}

void FormField::showTip()
{
    const QString tip = m_reason.isEmpty() ? m_tip
                        : m_tip.isEmpty()  ? m_reason
                                           : m_reason + QLatin1Char('\n') + m_tip;
    m_editor->setToolTip(tip);
    m_label->setToolTip(tip);
}

} // namespace pipescope
