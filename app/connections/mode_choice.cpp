#include "connections/mode_choice.h"

#include <QBoxLayout>
#include <QRadioButton>

namespace pipescope {

ModeChoice::ModeChoice(QWidget* parent)
    : QWidget(parent)
    , m_message(new QRadioButton(this))
    , m_byte(new QRadioButton(this))
{
    m_message->setObjectName(QStringLiteral("messageMode"));
    m_byte->setObjectName(QStringLiteral("byteMode"));
    m_message->setChecked(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_message);
    layout->addWidget(m_byte);
    layout->addStretch();
    setFocusProxy(m_message);
    connect(m_message, &QRadioButton::toggled, this, &ModeChoice::changed);
}

void ModeChoice::setMode(pipecore::PipeMode mode)
{
    (mode == pipecore::PipeMode::Message ? m_message : m_byte)->setChecked(true);
}

pipecore::PipeMode ModeChoice::mode() const
{
    return m_message->isChecked() ? pipecore::PipeMode::Message : pipecore::PipeMode::Byte;
}

void ModeChoice::setTexts(const QString& message, const QString& byte)
{
    m_message->setText(message);
    m_byte->setText(byte);
}

} // namespace pipescope
