#include "widgets/labels.h"

#include "widgets/theme.h"

#include <QFont>
#include <QLabel>

namespace pipescope {

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
    QPalette colors = label->palette();
    colors.setColor(QPalette::WindowText, Theme::instance().color(token));
    label->setPalette(colors);
}

} // namespace pipescope
