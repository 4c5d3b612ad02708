#pragma once

#include <QWidget>

class QProgressBar;
class QString;
class QToolButton;

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

/// A control of a bar with a second form for where there is little room.
class CompactControl : public QWidget
{
public:
    using QWidget::QWidget;

    /// Signs in place of words, which are in the tool tips then.
    virtual void setCompact(bool isCompact) = 0;
    /// Pixels that the compact form saves.
    [[nodiscard]] virtual int saving() const = 0;
};

} // namespace pipescope
