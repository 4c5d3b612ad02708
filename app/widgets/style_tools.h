#pragma once

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace pipescope {

/// Painting helpers of Style.
[[nodiscard]] inline QColor color(Token token)
{
    return Theme::instance().color(token);
}

[[nodiscard]] inline QColor faint(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

[[nodiscard]] inline bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return (option->state & flag) != 0;
}

/// A box with round corners and a pixel-aligned outline; no outline with an invalid colour.
inline void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line,
                    double width = 1, double corner = 5)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    const double inset = width / 2;
    const QRectF box = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter->drawRoundedRect(box, corner, corner);
    painter->restore();
}

} // namespace pipescope
