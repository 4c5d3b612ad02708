#pragma once

class QProgressBar;
class QString;
class QToolButton;
class QWidget;

namespace pipescope {

// Widgets of the bars above and below a log.

/// A frameless button that takes the focus from Tab but not from a click.
[[nodiscard]] QToolButton* flatButton(const QString& name, QWidget* parent);
/// A thin progress line without text, initially hidden; keeps its place when hidden.
[[nodiscard]] QProgressBar* thinProgress(const QString& name, QWidget* parent);
/// From 0 to 1.
void showProgress(QProgressBar* bar, bool isRunning, double progress);
/// Keeps the widget's place in the layout while it is hidden, if `keeps`.
void keepPlaceWhenHidden(QWidget* widget, bool keeps = true);

} // namespace pipescope
