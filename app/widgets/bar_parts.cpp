#include "widgets/bar_parts.h"

#include <QProgressBar>
#include <QToolButton>

namespace pipescope {

namespace {

constexpr int progressSteps = 1000;

} // namespace

QToolButton* flatButton(const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QProgressBar* thinProgress(const QString& name, QWidget* parent)
{
    auto* bar = new QProgressBar(parent);
    bar->setObjectName(name);
    bar->setTextVisible(false);
    bar->setFixedSize(72, 4);
    bar->setRange(0, progressSteps);
    keepPlaceWhenHidden(bar);
    bar->hide();
    return bar;
}

void showProgress(QProgressBar* bar, bool isRunning, double progress)
{
    bar->setVisible(isRunning);
    bar->setValue(static_cast<int>(progress * progressSteps));
}

void keepPlaceWhenHidden(QWidget* widget, bool keeps)
{
    QSizePolicy policy = widget->sizePolicy();
    policy.setRetainSizeWhenHidden(keeps);
    widget->setSizePolicy(policy);
}

} // namespace pipescope
