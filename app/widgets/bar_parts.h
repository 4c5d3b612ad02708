#pragma once

class QProgressBar;
class QString;
class QToolButton;
class QWidget;

namespace pipescope {

// What the bars above and below a log are put together from.

/// A button without a frame that Tab reaches and a click does not take the focus to.
[[nodiscard]] QToolButton* flatButton(const QString& name, QWidget* parent);
/// Progress as a thin line without words, which is hidden at first and keeps its place then.
[[nodiscard]] QProgressBar* thinProgress(const QString& name, QWidget* parent);
/// From 0 to 1.
void showProgress(QProgressBar* bar, bool isRunning, double progress);
/// Nothing beside the widget moves when it is hidden or shown; or that again, when not `keeps`.
void keepPlaceWhenHidden(QWidget* widget, bool keeps = true);

} // namespace pipescope
