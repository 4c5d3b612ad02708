#pragma once

#include <QColor>

namespace pipescope {

/// The same colour with this alpha, 0 to 255.
[[nodiscard]] inline QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace pipescope
