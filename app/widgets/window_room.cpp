#include "widgets/window_room.h"

#include <QScreen>
#include <QWidget>

#include <algorithm>

namespace pipescope {

namespace {

/// Size of title bar and borders; the real one is known only when the window is shown.
constexpr QSize frame(16, 40);

} // namespace

void resizeWithinScreen(QWidget& window, QSize size)
{
    const QRect room = window.screen()->availableGeometry();
    window.resize(size.boundedTo(room.size() - frame));
    if (!window.testAttribute(Qt::WA_Moved)) {
        return; // the system places it
    }
    const QSize outer = window.size() + frame;
    const int x = std::clamp(window.x(), room.left(),
                             std::max(room.left(), room.right() + 1 - outer.width()));
    const int y = std::clamp(window.y(), room.top(),
                             std::max(room.top(), room.bottom() + 1 - outer.height()));
    if (QPoint(x, y) != window.pos()) {
        window.move(x, y);
    }
}

} // namespace pipescope
