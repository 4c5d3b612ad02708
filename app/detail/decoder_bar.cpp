#include "detail/decoder_bar.h"

#include "detail/decode_text.h"
#include "widgets/formatting.h"

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

/// The preset with this rule, except for the size of fixed frames; the number of presets when none.
int presetOf(const pipecore::FramingRule& rule)
{
    const auto presets = pipecore::framingPresets();
    const auto found = std::ranges::find_if(presets, [&](const pipecore::FramingPreset& preset) {
        auto known = pipecore::FramingRule::parse(preset.text).value_or(pipecore::FramingRule());
        known.size = rule.size;
        return known == rule;
    });
    return static_cast<int>(found - presets.begin());
}

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
    const int index =
        choice.decoder ? m_decoder->findData(static_cast<int>(std::to_underlying(*choice.decoder)))
                       : 0;
    m_decoder->setCurrentIndex(std::max(index, 0)); // its script may be gone
    showRule(choice.framing);
    m_frameSize->setValue(
        static_cast<int>(std::min<std::uint32_t>(choice.framing.size, maxFixedFrame)));
    m_framing->setVisible(m_isStream);
    m_frameSize->setVisible(m_isStream && choice.framing.kind == pipecore::FramingKind::Fixed);
}

/// Selects the rule; one that is not in the list is added to it, by its text.
void DecoderBar::showRule(const pipecore::FramingRule& rule)
{
    const int index = presetOf(rule);
    const int count = static_cast<int>(pipecore::framingPresets().size());
    while (m_framing->count() > count) {
        m_framing->removeItem(count);
    }
    if (index == count) {
        m_framing->addItem(fromCore(rule.text()));
    }
    m_framing->setCurrentIndex(index);
}

void DecoderBar::choose()
{
    EndpointChoice choice = m_choice;
    const QVariant decoder = m_decoder->currentData();
    choice.decoder = decoder.isValid()
                         ? std::optional(static_cast<pipecore::DecoderId>(decoder.toInt()))
                         : std::nullopt;
    const auto presets = pipecore::framingPresets();
    if (const auto index = static_cast<std::size_t>(m_framing->currentIndex());
        index < presets.size()) {
        choice.framing =
            pipecore::FramingRule::parse(presets[index].text).value_or(pipecore::FramingRule());
    }
    if (choice.framing.kind == pipecore::FramingKind::Fixed) {
        choice.framing.size = static_cast<std::uint32_t>(m_frameSize->value());
    }
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

void DecoderBar::fillDecoders()
{
    m_decoder->clear();
    m_decoder->addItem(tr("Automatic"));
    const auto addDecoder = [this](const pipecore::DecoderInfo& info) {
        m_decoder->addItem(decoderName(info.id), static_cast<int>(std::to_underlying(info.id)));
    };
    std::ranges::for_each(pipecore::decoders(), addDecoder);
    std::ranges::for_each(pipecore::addedDecoders(), addDecoder);
    show(m_choice);
}

void DecoderBar::retranslate()
{
    fillDecoders();
    m_framing->clear();
    for (const pipecore::FramingPreset& preset : pipecore::framingPresets()) {
        m_framing->addItem(framingName(preset));
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
