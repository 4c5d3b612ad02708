#include "frames/frame_switch.h"

#include "widgets/bar_parts.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace pipescope {

FrameSwitch::FrameSwitch(QWidget* parent)
    : CompactControl(parent)
    , m_progress(new QLabel(this))
    , m_reads(flatButton(QStringLiteral("showReads"), this))
    , m_frames(flatButton(QStringLiteral("showFrames"), this))
    , m_sides(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("frameSwitch"));
    m_progress->setObjectName(QStringLiteral("framesProgress"));
    setTextColor(m_progress, Token::Muted);
    m_progress->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_progress);
    row->addSpacing(4);
    for (QToolButton* side : {m_reads, m_frames}) {
        side->setCheckable(true);
        m_sides->addButton(side);
        row->addWidget(side);
    }
    m_reads->setIcon(Theme::instance().icon(QStringLiteral("reads")));
    m_frames->setIcon(Theme::instance().icon(QStringLiteral("frames")));
    connect(m_reads, &QToolButton::clicked, this, [this] { emit chosen(false); });
    connect(m_frames, &QToolButton::clicked, this, [this] { emit chosen(true); });
    setState({});
}

void FrameSwitch::setState(const State& state)
{
    m_state = state;
    const bool frames = state.canShowFrames && state.wantsFrames;
    (frames ? m_frames : m_reads)->setChecked(true);
    m_reads->setEnabled(state.canShowFrames);
    m_frames->setEnabled(state.canShowFrames);
    retranslate();
}

void FrameSwitch::setCompact(bool isCompact)
{
    m_isCompact = isCompact;
    retranslate();
}

int FrameSwitch::saving() const
{
    int pixels = 0;
    for (const QToolButton* side : {m_reads, m_frames}) {
        pixels += side->fontMetrics().horizontalAdvance(side->text()) - side->iconSize().width();
    }
    return std::max(pixels, 0);
}

void FrameSwitch::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void FrameSwitch::retranslate()
{
    m_reads->setText(tr("Reads"));
    m_frames->setText(tr("Frames"));
    for (QToolButton* side : {m_reads, m_frames}) {
        side->setToolButtonStyle(m_isCompact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
        side->setAccessibleName(side->text());
    }
    const auto tip = [this](const QString& text) {
        return m_state.canShowFrames
                   ? tr("%1 (%2 switches)").arg(text, m_state.shortcut)
                   : tr("No framing rule for the byte pipes of this session. Set one with Frames "
                        "and requests… in the menu of a row.");
    };
    m_reads->setToolTip(tip(tr("Show reads and writes as they were recorded")));
    m_frames->setToolTip(tip(tr("Show frames instead of reads and writes")));
    m_progress->setVisible(m_state.preparing.has_value());
    if (m_state.preparing) {
        constexpr double percent = 100;
        const int done = static_cast<int>(*m_state.preparing * percent);
        const QString text = tr("Assembling frames… %1 %").arg(done);
        m_progress->setText(m_isCompact ? tr("%1 %").arg(done) : text);
        m_progress->setToolTip(text);
    }
}

} // namespace pipescope
