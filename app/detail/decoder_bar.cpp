#include "detail/decoder_bar.h"

#include "detail/decode_text.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace pipescope {

namespace {

constexpr int maxFixedFrame = 1 << 20;

} // namespace

DecoderBar::DecoderBar(QWidget* parent)
    : QWidget(parent)
    , m_decoder(new QComboBox(this))
    , m_framing(new QComboBox(this))
    , m_frameSize(new QSpinBox(this))
{
    m_decoder->setObjectName(QStringLiteral("decoder"));
    m_framing->setObjectName(QStringLiteral("framing"));
    m_frameSize->setObjectName(QStringLiteral("frameSize"));
    m_frameSize->setRange(1, maxFixedFrame);
    m_frameSize->setKeyboardTracking(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_decoder);
    row->addWidget(m_framing);
    row->addWidget(m_frameSize);
    retranslate();
    connect(m_decoder, &QComboBox::activated, this, &DecoderBar::choose);
    connect(m_framing, &QComboBox::activated, this, &DecoderBar::choose);
    connect(m_frameSize, &QSpinBox::valueChanged, this, &DecoderBar::choose);
}

void DecoderBar::setChoice(const EndpointChoice& choice, bool isStream)
{
    m_isStream = isStream;
    show(choice);
}

void DecoderBar::show(const EndpointChoice& choice)
{
    m_choice = choice;
    const QSignalBlocker blocker(m_frameSize);
    m_decoder->setCurrentIndex(
        choice.decoder ? 1 + static_cast<int>(std::to_underlying(*choice.decoder)) : 0);
    m_framing->setCurrentIndex(static_cast<int>(std::to_underlying(choice.framing.kind)));
    m_frameSize->setValue(
        static_cast<int>(std::min<std::uint32_t>(choice.framing.fixedSize, maxFixedFrame)));
    m_framing->setVisible(m_isStream);
    m_frameSize->setVisible(m_isStream && choice.framing.kind == pipecore::FramingKind::Fixed);
}

void DecoderBar::choose()
{
    EndpointChoice choice = m_choice;
    const int decoder = m_decoder->currentIndex() - 1;
    choice.decoder =
        decoder < 0 ? std::nullopt : std::optional(static_cast<pipecore::DecoderId>(decoder));
    choice.framing.kind = static_cast<pipecore::FramingKind>(m_framing->currentIndex());
    choice.framing.fixedSize = static_cast<std::uint32_t>(m_frameSize->value());
    show(choice);
    emit chosen();
}

void DecoderBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DecoderBar::retranslate()
{
    m_decoder->clear();
    m_decoder->addItem(tr("Automatic"));
    for (const pipecore::DecoderInfo& info : pipecore::decoders()) {
        m_decoder->addItem(decoderName(info.id));
    }
    m_framing->clear();
    for (const pipecore::FramingInfo& info : pipecore::framings()) {
        m_framing->addItem(framingName(info.kind));
    }
    m_decoder->setAccessibleName(tr("Decoder"));
    m_decoder->setToolTip(tr("Decoder for the payloads of this endpoint (saved by endpoint name)"));
    m_framing->setAccessibleName(tr("Framing"));
    m_framing->setToolTip(
        tr("Split the stream into frames for display (recorded data is unchanged)"));
    m_frameSize->setAccessibleName(tr("Frame size"));
    m_frameSize->setSuffix(tr(" B"));
    show(m_choice);
}

} // namespace pipescope
