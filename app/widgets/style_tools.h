#pragma once

#include "widgets/theme.h"

#include <QPainter>
#include <QStyleOption>

namespace pipescope {

/// What the parts of Style paint with.
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

/// A box with round corners whose line lies on the pixels; no line with an invalid colour.
void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line,
             double width = 1, double corner = 5);

} // namespace pipescope
