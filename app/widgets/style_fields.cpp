#include "widgets/icons.h"
#include "widgets/style.h"

// Input fields, combo boxes, check boxes.

namespace pipescope {

void Style::drawField(const QStyleOption* option, QPainter* painter) const
{
    const bool focus = has(option, State_HasFocus) && has(option, State_Enabled);
    drawBox(painter, option->rect, option->palette.color(QPalette::Base),
            focus ? color(Token::Accent) : option->palette.color(QPalette::Mid), focus ? 2 : 1);
}

void Style::drawComboBox(const QStyleOptionComboBox* option, QPainter* painter,
                         const QWidget* widget) const
{
    if (option->editable) {
        drawField(option, painter);
    } else {
        drawButton(option, painter);
    }
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    makeIcon(QStringLiteral("down"))
        .paint(painter, QRect(arrow.center() - QPoint(5, 5), QSize(12, 12)), Qt::AlignCenter,
               has(option, State_Enabled) ? QIcon::Normal : QIcon::Disabled);
}

void Style::drawSpinBox(const QStyleOptionSpinBox* option, QPainter* painter,
                        const QWidget* widget) const
{
    drawField(option, painter);
    const auto drawArrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step,
                               const QString& icon) {
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        const bool enabled = has(option, State_Enabled) && option->stepEnabled.testFlag(step);
        if (enabled && option->activeSubControls.testFlag(part)) {
            const bool held = has(option, State_Sunken);
            drawBox(painter, rect.adjusted(0, 1, -1, -1),
                    faint(color(Token::Text), held ? 0.18F : 0.09F), QColor(), 1, 2);
        }
        QRect place(0, 0, 10, 10);
        place.moveCenter(rect.center());
        makeIcon(icon).paint(painter, place, Qt::AlignCenter,
                             enabled ? QIcon::Normal : QIcon::Disabled);
    };
    drawArrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, QStringLiteral("up"));
    drawArrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, QStringLiteral("down"));
}

void Style::drawRadio(const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = has(option, State_Enabled);
    const bool on = has(option, State_On);
    const bool focus = has(option, State_HasFocus) && has(option, State_KeyboardFocusChange);
    const QPointF center = QRectF(option->rect).center();
    const QColor accent = enabled ? color(Token::Accent) : color(Token::Muted);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || focus ? accent : color(Token::Muted), focus ? 2 : 1));
    painter->setBrush(on ? accent : option->palette.color(QPalette::Base));
    painter->drawEllipse(center, 6.5, 6.5);
    if (on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(color(Token::AccentText));
        painter->drawEllipse(center, 2.5, 2.5);
    }
    painter->restore();
}

void Style::drawCheck(const QStyleOption* option, QPainter* painter) const
{
    const bool enabled = has(option, State_Enabled);
    const bool on = has(option, State_On);
    const bool focus = has(option, State_HasFocus) && has(option, State_KeyboardFocusChange);
    // In a selected row, the background is the accent colour itself.
    const bool selected = has(option, State_Selected);
    const QColor onSelection = option->palette.color(QPalette::HighlightedText);
    const QColor accent = selected  ? onSelection
                          : enabled ? color(Token::Accent)
                                    : color(Token::Muted);
    QRectF box(0, 0, 13, 13);
    box.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || focus || selected ? accent : color(Token::Muted), focus ? 2 : 1));
    painter->setBrush(selected ? QColor(Qt::transparent)
                      : on     ? accent
                               : option->palette.color(QPalette::Base));
    painter->drawRoundedRect(box, 3, 3);
    if (on || has(option, State_NoChange)) {
        painter->setPen(QPen(on && !selected ? color(Token::AccentText) : accent, 2, Qt::SolidLine,
                             Qt::RoundCap, Qt::RoundJoin));
        painter->translate(box.topLeft());
        painter->drawPolyline(on ? QPolygonF{{3, 6.8}, {5.6, 9.4}, {10, 4}}
                                 : QPolygonF{{4, 6.5}, {9, 6.5}});
    }
    painter->restore();
}

} // namespace pipescope
