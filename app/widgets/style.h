#pragma once

#include "widgets/theme.h"

#include <QPainter>
#include <QProxyStyle>
#include <QStyleOption>

namespace pipescope {

/// A flat style based on Fusion: flat fields, buttons and headers, one-pixel separators instead of
/// nested boxes, a clear focus ring. All colours come from the palette, so light and dark are one
/// style.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                       SubControl subControl, const QWidget* widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                  const QWidget* widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                                QStyleHintReturn* returnData) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                         const QSize& contentsSize,
                                         const QWidget* widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption* option,
                                     const QWidget* widget) const override;

private:
    void drawButton(const QStyleOption* option, QPainter* painter) const;
    void drawToolButton(const QStyleOption* option, QPainter* painter) const;
    void drawComboBox(const QStyleOptionComboBox* option, QPainter* painter,
                      const QWidget* widget) const;
    void drawSpinBox(const QStyleOptionSpinBox* option, QPainter* painter,
                     const QWidget* widget) const;
    void drawScrollBar(const QStyleOptionSlider* option, QPainter* painter,
                       const QWidget* widget) const;
    void drawRadio(const QStyleOption* option, QPainter* painter) const;
    void drawCheck(const QStyleOption* option, QPainter* painter) const;
    void drawField(const QStyleOption* option, QPainter* painter) const;
    void drawHeaderSection(const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const;
    void drawDockTitle(const QStyleOption* option, QPainter* painter) const;
    void drawTab(const QStyleOption* option, QPainter* painter) const;
};

/// Painting helpers of Style.
[[nodiscard]] inline QColor color(Token token)
{
    return Theme::instance().color(token);
}

[[nodiscard]] inline QColor faint(QColor color, float alpha)
{
    color.setAlphaF(alpha);
    return color;
}

[[nodiscard]] inline bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return (option->state & flag) != 0;
}

/// A box with round corners and a pixel-aligned outline; no outline with an invalid colour.
inline void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line,
                    double width = 1, double corner = 5)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    const double inset = width / 2;
    const QRectF box = QRectF(rect).adjusted(inset, inset, -inset, -inset);
    painter->drawRoundedRect(box, corner, corner);
    painter->restore();
}

} // namespace pipescope
