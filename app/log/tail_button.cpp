#include "log/tail_button.h"

#include "widgets/theme.h"

#include <QPainter>

namespace pipescope {

TailButton::TailButton(QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("tailButton"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::NoFocus); // the End key does the same
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize TailButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 28, 28};
}

void TailButton::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor fill = theme.color(Token::Accent);
    if (isDown()) {
        fill = fill.darker(115);
    } else if (underMouse()) {
        fill = fill.lighter(108);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(theme.color(Token::AccentText));
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace pipescope
