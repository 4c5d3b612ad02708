#pragma once

#include <QSize>

class QWidget;

namespace pipescope {

/// Resizes a window, limited to its screen without the frame; moves it inside if it sticks out. GUI
/// thread.
void resizeWithinScreen(QWidget& window, QSize size);

} // namespace pipescope
