#include "window/main_window_status.h"

#include "widgets/formatting.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QStatusBar>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace pipescope {

namespace {

constexpr int progressSteps = 1000;
constexpr qint64 ratePeriodMs = 900;

} // namespace

StatusLine::StatusLine(QStatusBar* bar)
    : QObject(bar)
    , m_task(new QWidget(bar))
    , m_taskText(new QLabel(m_task))
    , m_percent(new QLabel(m_task))
    , m_progress(new QProgressBar(m_task))
    , m_cancel(new QToolButton(m_task))
{
    auto* figures = new QWidget(bar);
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    for (std::size_t i = 0; i < SectionCount; ++i) {
        if (i > 0) {
            m_dots.at(i) = new QLabel(QStringLiteral("·"), figures);
            row->addWidget(m_dots.at(i));
        }
        m_labels.at(i) = new QLabel(figures);
        m_labels.at(i)->setTextFormat(Qt::PlainText);
        row->addWidget(m_labels.at(i));
    }
    m_labels.at(Recording)->setObjectName(QStringLiteral("recordingStatus"));
    row->addStretch(1);
    figures->setMinimumWidth(1); // a long path must not widen the window
    bar->addWidget(figures, 1);

    auto* taskRow = new QHBoxLayout(m_task);
    taskRow->setContentsMargins(0, 0, 8, 0);
    taskRow->setSpacing(8);
    m_progress->setFixedWidth(160);
    m_progress->setTextVisible(false);
    m_percent->setObjectName(QStringLiteral("percent"));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel->setObjectName(QStringLiteral("cancelTask"));
    m_cancel->setAutoRaise(true);
    m_cancel->setIcon(Theme::instance().icon(QStringLiteral("close")));
    taskRow->addWidget(m_taskText);
    taskRow->addWidget(m_progress);
    taskRow->addWidget(m_percent);
    taskRow->addWidget(m_cancel);
    m_task->hide();
    bar->addPermanentWidget(m_task);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    connect(&Theme::instance(), &Theme::changed, this, &StatusLine::restyle);
    setSelection({});
    restyle();
}

void StatusLine::set(Section section, const StatusText& text)
{
    QLabel* label = m_labels.at(section);
    if (label->text() != text.text) {
        label->setText(text.text);
        // A path may be long and temporary; figures keep their space.
        if (section != Recording && section != Selection) {
            label->setMinimumWidth(std::max(label->minimumWidth(), label->sizeHint().width()));
        }
    }
    label->setVisible(!text.text.isEmpty());
    if (m_dots.at(section) != nullptr) {
        m_dots.at(section)->setVisible(!text.text.isEmpty());
    }
    label->setToolTip(text.toolTip);
    if (m_warnings.at(section) != text.isWarning) {
        m_warnings.at(section) = text.isWarning;
        restyle();
    }
}

void StatusLine::restyle()
{
    for (std::size_t i = 0; i < SectionCount; ++i) {
        setTextColor(m_labels.at(i), m_warnings.at(i) ? Token::Warning : Token::Muted);
        if (m_dots.at(i) != nullptr) {
            setTextColor(m_dots.at(i), Token::Muted);
        }
    }
}

void StatusLine::setTotals(const pipecore::SessionFacts::Totals& totals, double rate)
{
    const auto counted = [](const QString& text, quint64 count) {
        return StatusText{
            QString(text).replace(QStringLiteral("%L"), formatCount(count)), {}, false};
    };
    // Plural forms need an int; larger numbers are plural in every language.
    const auto number = [](quint64 count) {
        return static_cast<int>(std::min<quint64>(count, 1'000'000));
    };
    set(Endpoints,
        counted(tr("%L endpoints", nullptr, number(totals.endpoints)), totals.endpoints));
    set(Connections,
        counted(tr("%L connections", nullptr, number(totals.connections)), totals.connections));
    set(Messages, counted(tr("%L messages", nullptr, number(totals.messages)), totals.messages));
    set(Rate,
        rate < 0 ? StatusText{} : counted(tr("%L/s"), static_cast<quint64>(std::llround(rate))));
    StatusText dropped = counted(tr("%L dropped", nullptr, number(totals.dropped)), totals.dropped);
    dropped.isWarning = totals.dropped > 0;
    dropped.toolTip = tr("Messages that could not be recorded");
    set(Dropped, dropped);
}

void StatusLine::setRecording(const StatusText& recording)
{
    set(Recording, recording);
}

void StatusLine::setSelection(const QString& text)
{
    set(Selection, {text, tr("Time from the first to the last selected row"), false});
}

void StatusLine::startTask(const QString& what, bool cancellable)
{
    m_taskText->setText(what);
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(percentText(1)));
    m_cancel->setVisible(cancellable);
    m_cancel->setToolTip(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel"));
    setProgress(-1);
    m_task->show();
}

void StatusLine::setProgress(double part)
{
    // Range 0 to 0: shows a busy indicator.
    m_progress->setRange(0, part < 0 ? 0 : progressSteps);
    m_progress->setValue(static_cast<int>(part * progressSteps));
    m_percent->setText(part < 0 ? QString() : percentText(part));
}

QString StatusLine::percentText(double part)
{
    return tr("%1%").arg(QLocale().toString(static_cast<int>(part * 100)));
}

void StatusLine::endTask()
{
    m_task->hide();
}

QString StatusLine::text() const
{
    QStringList parts;
    for (const QLabel* label : m_labels) {
        if (!label->text().isEmpty()) {
            parts << label->text();
        }
    }
    return parts.join(QStringLiteral(" · "));
}

void RateMeter::add(quint64 messages)
{
    if (!m_clock.isValid()) {
        m_clock.start();
        m_last = messages;
        return;
    }
    const qint64 elapsed = m_clock.elapsed();
    if (elapsed < ratePeriodMs) {
        return;
    }
    m_rate = static_cast<double>(messages - std::min(messages, m_last)) * 1000.0
             / static_cast<double>(elapsed);
    m_last = messages;
    m_clock.restart();
}

void RateMeter::reset()
{
    *this = RateMeter();
}

} // namespace pipescope
