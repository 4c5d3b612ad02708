#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>

namespace pipescope {

namespace {

/// Two arrows under a magnifier, drawn on a field of 64 by 64.
QPixmap drawMark(int size)
{
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(size / 64.0, size / 64.0);

    const QColor top = Theme::color(Token::Accent, false);
    const QColor bottom = top.darker(150);
    QLinearGradient ground(0, 0, 0, 64);
    ground.setColorAt(0, top);
    ground.setColorAt(1, bottom);
    QPainterPath tile;
    tile.addRoundedRect(QRectF(2, 2, 60, 60), 14, 14);
    painter.fillPath(tile, ground);

    const QColor light = Theme::color(Token::AccentText, false);
    const bool small = size < 32;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(light, small ? 6 : 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawEllipse(QPointF(28, 28), 16.5, 16.5);
    painter.drawLine(QPointF(40.5, 40.5), QPointF(52, 52));

    const double head = small ? 5 : 4;
    const auto arrow = [&painter, small, head](double from, double to, double y, Token token) {
        const double back = to > from ? -head : head;
        painter.setPen(QPen(Theme::color(token, true), small ? 4.5 : 3.5, Qt::SolidLine,
                            Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(QPointF(from, y), QPointF(to, y));
        painter.drawPolyline(
            QPolygonF{QPointF(to + back, y - head), QPointF(to, y), QPointF(to + back, y + head)});
    };
    if (small) {
        arrow(21, 35, 28, Token::Sent);
    } else {
        arrow(20, 36, 22.5, Token::Sent);
        arrow(36, 20, 33.5, Token::Received);
    }
    return pixmap;
}

} // namespace

QIcon makeProgramIcon()
{
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 40, 48, 64, 128, 256}) {
        icon.addPixmap(drawMark(size));
    }
    return icon;
}

} // namespace pipescope
