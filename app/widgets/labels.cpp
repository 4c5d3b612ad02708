#include "widgets/labels.h"

#include "widgets/theme.h"

#include <QFont>
#include <QHelpEvent>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace pipescope {

namespace {

constexpr const char* colorProperty = "textColor"; ///< a Token

void applyTextColor(QLabel* label)
{
    QPalette colors = label->palette();
    const auto token = static_cast<Token>(label->property(colorProperty).toInt());
    colors.setColor(QPalette::WindowText, Theme::instance().color(token));
    label->setPalette(colors);
}

} // namespace

QLabel* selectableLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setWordWrap(true);
    return label;
}

QLabel* headline(QWidget* parent, double scale)
{
    QLabel* label = selectableLabel(parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

void setTextColor(QLabel* label, Token token)
{
    const bool follows = label->property(colorProperty).isValid();
    label->setProperty(colorProperty, static_cast<int>(token));
    applyTextColor(label);
    if (!follows) {
        QObject::connect(&Theme::instance(), &Theme::changed, label,
                         [label] { applyTextColor(label); });
    }
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    style()->drawItemText(&painter, rect(), QStyle::visualAlignment(layoutDirection(), alignment()),
                          palette(), isEnabled(), shown, foregroundRole());
}

bool ElidedLabel::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && fontMetrics().horizontalAdvance(text()) > width()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace pipescope
