#include "detail/line_view.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace pipescope {

LineView::LineView(QWidget* parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&Theme::instance(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void LineView::measure()
{
    const QFontMetricsF metrics(Theme::instance().monospaceFont());
    // Whole lines are drawn in one call, so columns must use the real width of the text.
    constexpr int sample = 64;
    m_charWidth = metrics.horizontalAdvance(QString(sample, QLatin1Char('0'))) / sample;
    m_lineHeight = std::max(20, static_cast<int>(std::ceil(metrics.height())) + 2);
    m_ascent = (m_lineHeight - static_cast<int>(std::ceil(metrics.height()))) / 2
               + static_cast<int>(std::round(metrics.ascent()));
    updateBars();
}

void LineView::updateVerticalBar()
{
    // A scroll bar cannot count beyond 2³¹ pixels; the longest message is far below that.
    const auto height = static_cast<int>(lineCount()) * m_lineHeight;
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(std::max(1, viewport()->height()));
    verticalScrollBar()->setSingleStep(m_lineHeight);
}

void LineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), Theme::instance().color(Token::Base));
    painter.setFont(Theme::instance().monospaceFont());
    const int scrolled = verticalScrollBar()->value();
    const int first = (scrolled + event->rect().top()) / m_lineHeight;
    const int last = (scrolled + event->rect().bottom()) / m_lineHeight;
    for (int line = first; line <= last && static_cast<quint64>(line) < lineCount(); ++line) {
        paintLine(painter, static_cast<quint64>(line), line * m_lineHeight - scrolled);
    }
}

void LineView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateBars();
}

void LineView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx);
    Q_UNUSED(dy);
    viewport()->update();
}

void LineView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange) {
        measure();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace pipescope
