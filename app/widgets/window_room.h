#pragma once

#include <QSize>

class QWidget;

namespace pipescope {

/// Gives a window its size, or as much of it as the screen it is on has room for beside the frame; a
/// window that sticks out is moved inside. GUI thread.
void resizeWithinScreen(QWidget& window, QSize size);

} // namespace pipescope
