#include "composer/payload_field.h"

#include "composer/format_bar.h"
#include "composer/payload_edit.h"
#include "widgets/error_text.h"
#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>

namespace pipescope {

PayloadField::PayloadField(QWidget* parent)
    : QWidget(parent)
    , m_format(new FormatBar(this))
    , m_edit(new PayloadEdit(this))
    , m_state(new QLabel(this))
{
    m_edit->setObjectName(QStringLiteral("payload"));
    m_edit->setSendKey(SendKey::CtrlEnter);
    m_edit->setTabChangesFocus(true);
    m_state->setObjectName(QStringLiteral("payloadState"));
    m_state->setWordWrap(true);
    auto* top = new QHBoxLayout;
    top->addWidget(m_format);
    top->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_edit);
    layout->addWidget(m_state);
    setFocusProxy(m_edit);
    connect(m_format, &FormatBar::modeRequested, this, &PayloadField::convertTo);
    connect(m_format, &FormatBar::changed, this, &PayloadField::read);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &PayloadField::read);
    connect(m_edit, &PayloadEdit::sendPressed, this, &PayloadField::submitted);
    connect(m_edit, &PayloadEdit::endlessLinePasted, this, [this](const QString& text) {
        PayloadInput pasted = input();
        pasted.text = text;
        setInput(pasted);
    });
    read();
}

PayloadInput PayloadField::input() const
{
    return m_format->inputOf(m_edit->payloadText());
}

void PayloadField::setInput(const PayloadInput& input)
{
    if (const auto editable = editableInput(input)) {
        const QScopedValueRollback showing(m_showing, true);
        m_format->setFormat(*editable);
        m_edit->setPayloadText(editable->text);
    }
    read();
}

void PayloadField::convertTo(PayloadMode mode)
{
    // Invalid input cannot be converted: it stays, with its error shown.
    if (m_payload) {
        const PayloadInput now = input();
        setInput(m_payload->empty() ? PayloadInput{{}, mode, now.encoding, now.ending}
                                    : inputFor(*m_payload, mode, now.encoding, now.ending));
    }
}

void PayloadField::read()
{
    if (m_showing) {
        return;
    }
    m_payload = parseInput(input());
    if (m_payload) {
        m_edit->clearMistake();
    } else {
        m_edit->markMistake(m_payload.error());
    }
    setTextColor(m_state, m_payload ? Token::Muted : Token::Error);
    m_state->setText(m_payload ? formatBytes(m_payload->size())
                               : placedMistake(m_edit->toPlainText(), m_payload.error().position,
                                               m_payload.error().reason));
    emit changed();
}

void PayloadField::retranslate()
{
    m_format->retranslate();
    m_edit->setAccessibleName(tr("Payload"));
    read();
}

} // namespace pipescope
