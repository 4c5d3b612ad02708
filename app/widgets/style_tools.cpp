#include "widgets/style_tools.h"

namespace pipescope {

void drawBox(QPainter* painter, const QRect& rect, const QColor& fill, const QColor& line,
             double width, double corner)
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
