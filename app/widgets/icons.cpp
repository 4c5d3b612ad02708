#include "widgets/icons.h"

#include "widgets/theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pipescope {

namespace {

/// A drawing on a field of 20 by 20, stroked two units wide with round caps. Commands as in SVG
/// paths (M L H V C Z, absolute), and additional ones: `O x y r` a circle, `A x y r from sweep` an
/// arc in degrees, `R x y width height r` a box, `F` fills the following instead of stroking it.
struct Drawing
{
    const char* name;
    const char* path;
    std::optional<Token> tint = {}; ///< instead of the text's colour
};

constexpr double fieldSize = 20;
constexpr double strokeWidth = 2;

const std::array drawings{
    Drawing{"about", "O 10 10 7 M 10 9.5 V 13.5 M 10 6.4 V 6.5"},
    Drawing{"add", "M 10 4 V 16 M 4 10 H 16"},
    Drawing{"back", "M 16.5 10 H 4 M 9 5 L 4 10 L 9 15"},
    Drawing{"call", "M 3 7 H 16.5 M 12.5 3 L 16.5 7 L 12.5 11 M 17 14 H 4 M 7 11 L 4 14 L 7 17"},
    Drawing{"clear", "M 3 5 H 17 M 3 10 H 9 M 3 15 H 9 M 12 10.5 L 17 15.5 M 17 10.5 L 12 15.5"},
    Drawing{"client", "M 7 2.5 V 6 M 13 2.5 V 6 M 4.5 6.5 H 15.5 V 9 C 15.5 12.5 13 14 10 14"
                      " C 7 14 4.5 12.5 4.5 9 Z M 10 14 V 17.5"},
    Drawing{"close", "M 5 5 L 15 15 M 15 5 L 5 15"},
    Drawing{"comment", "M 3 3.5 H 17 V 13 H 9 L 5.5 16.5 V 13 H 3 Z"},
    Drawing{"copy", "R 7 7 10 10 1.5 M 4 13 H 3 V 3 H 13 V 4"},
    Drawing{"demo", "M 6 3.5 L 16 10 L 6 16.5 Z"},
    Drawing{"disconnect",
            "M 2.5 10 H 6 M 6 6 V 14 M 14 6 V 14 M 14 10 H 17.5 M 11.5 3.5 L 8.5 16.5"},
    Drawing{"down", "M 4.5 7.5 L 10 13 L 15.5 7.5"},
    Drawing{"error", "O 10 10 7 M 10 6.5 V 10.5 M 10 13.5 V 13.6", Token::Error},
    Drawing{"export", "M 10 12.5 V 3 M 6 6.5 L 10 3 L 14 6.5 M 3.5 11.5 V 16.5 H 16.5 V 11.5"},
    Drawing{"filter", "M 3 4 H 17 L 12 10.5 V 16.5 L 8 14.5 V 10.5 Z"},
    Drawing{"find", "O 8.5 8.5 5.5 M 12.7 12.7 L 17 17"},
    Drawing{"float", "R 3 7 10 10 1.5 M 7 3 H 17 V 13"},
    Drawing{"follow", "M 10 3 V 12.5 M 5.5 8 L 10 12.5 L 14.5 8 M 4 16.5 H 16"},
    Drawing{"frames", "M 7 3.5 H 3.5 V 16.5 H 7 M 13 3.5 H 16.5 V 16.5 H 13 M 7.5 10 H 12.5"},
    Drawing{"goto", "M 3 5 H 17 M 3 15 H 9 M 11 10 H 3 M 13 12 L 16.5 15 L 13 18"},
    Drawing{
        "help",
        "O 10 10 7 M 7.9 8 C 7.9 5.4 12.1 5.4 12.1 8 C 12.1 9.6 10 9.6 10 11.2 M 10 13.7 V 13.8"},
    Drawing{"highlight", "M 12.5 3 L 17 7.5 L 9 15.5 H 4.5 V 11 Z M 3 18 H 17"},
    Drawing{"info", "O 10 10 7 M 10 9.5 V 13.5 M 10 6.4 V 6.5", Token::Accent},
    Drawing{"language",
            "O 10 10 7 M 3 10 H 17 M 10 3 C 6 6.5 6 13.5 10 17 C 14 13.5 14 6.5 10 3 Z"},
    Drawing{"mark", "M 5.5 2.5 H 14.5 V 17 L 10 13 L 5.5 17 Z"},
    Drawing{"new", "M 5 2.5 H 11 L 15.5 7 V 17.5 H 5 Z M 11 2.5 V 7 H 15.5"},
    Drawing{"open",
            "M 2.5 15.5 V 4.5 H 7.5 L 9.5 6.5 H 15.5 V 8.5 M 2.5 15.5 L 5 9 H 18 L 15.2 15.5 Z"},
    Drawing{"pause", "M 7 4.5 V 15.5 M 13 4.5 V 15.5"},
    Drawing{"quit", "M 8 3.5 H 3.5 V 16.5 H 8 M 8.5 10 H 17 M 13.5 6.5 L 17 10 L 13.5 13.5"},
    Drawing{"reads", "M 3 5 H 7 M 10.5 5 H 17 M 3 10 H 12 M 15.5 10 H 17 M 3 15 H 5 M 8.5 15 H 15"},
    Drawing{"record", "O 10 10 7.5 F O 10 10 4", Token::Error},
    Drawing{"reset", "A 10 10.5 6.5 130 -290 M 3.5 2.5 V 6.2 H 7.2"},
    Drawing{"save", "M 3 3 H 13.5 L 17 6.5 V 17 H 3 Z M 7 3 V 7 H 12 M 6.5 17 V 12 H 13.5 V 17"},
    Drawing{"security", "M 10 2.5 L 16.5 5 V 9.5 C 16.5 13.5 13.5 16 10 17.5"
                        " C 6.5 16 3.5 13.5 3.5 9.5 V 5 Z"},
    Drawing{"send", "M 17.5 2.5 L 2.5 8.2 L 9 11 L 11.8 17.5 Z M 17.5 2.5 L 9 11"},
    Drawing{"server", "R 2.5 3 15 5.5 1.5 R 2.5 11.5 15 5.5 1.5 M 6 5.75 H 6.1 M 6 14.25 H 6.1"},
    Drawing{"stop", "R 4.5 4.5 11 11 1.5"},
    Drawing{"theme", "O 10 10 7 F A 10 10 7 90 180 Z"},
    Drawing{"time", "O 10 10 7 M 10 6 V 10 L 13 12"},
    Drawing{"up", "M 4.5 12.5 L 10 7 L 15.5 12.5"},
    Drawing{"view", "R 2.5 3.5 15 13 1.5 M 8 3.5 V 16.5 M 8 10.5 H 17.5"},
    Drawing{"zero", "M 4 3 V 17 M 8 10 H 16.5 M 12.5 6 L 16.5 10 L 12.5 14"},
    Drawing{"warning", "M 10 3 L 18 16.5 H 2 Z M 10 8.3 V 11.3 M 10 13.7 V 13.8", Token::Warning},
};

struct Outlines
{
    QPainterPath stroked;
    QPainterPath filled;
};

/// Parses a drawing. The drawings are built in, so an error is a programming error.
Outlines outlinesOf(const char* text)
{
    Outlines outlines;
    QPainterPath* path = &outlines.stroked;
    const QStringList words = QString::fromLatin1(text).split(QLatin1Char(' '));
    qsizetype next = 0;
    const auto number = [&words, &next] {
        Q_ASSERT(next < words.size());
        return words.at(next++).toDouble();
    };
    while (next < words.size()) {
        const QString& letter = words.at(next++);
        const QPointF here = path->currentPosition();
        switch (letter.at(0).toLatin1()) {
        case 'F': path = &outlines.filled; break;
        case 'M': {
            const double x = number();
            path->moveTo(x, number());
            break;
        }
        case 'L': {
            const double x = number();
            path->lineTo(x, number());
            break;
        }
        case 'H': path->lineTo(number(), here.y()); break;
        case 'V': path->lineTo(here.x(), number()); break;
        case 'C': {
            std::array<double, 6> at{};
            std::generate(at.begin(), at.end(), number);
            path->cubicTo(at[0], at[1], at[2], at[3], at[4], at[5]);
            break;
        }
        case 'Z': path->closeSubpath(); break;
        case 'O': {
            std::array<double, 3> at{};
            std::generate(at.begin(), at.end(), number);
            path->addEllipse(QPointF(at[0], at[1]), at[2], at[2]);
            break;
        }
        case 'A': {
            std::array<double, 5> at{};
            std::generate(at.begin(), at.end(), number);
            const QRectF circle(at[0] - at[2], at[1] - at[2], 2 * at[2], 2 * at[2]);
            path->arcMoveTo(circle, at[3]);
            path->arcTo(circle, at[3], at[4]);
            break;
        }
        case 'R': {
            std::array<double, 5> at{};
            std::generate(at.begin(), at.end(), number);
            path->addRoundedRect(QRectF(at[0], at[1], at[2], at[3]), at[4], at[4]);
            break;
        }
        default: Q_ASSERT_X(false, "outlinesOf", text);
        }
    }
    return outlines;
}

QColor tintOf(const Drawing& drawing, QIcon::Mode mode)
{
    const QPalette palette = QApplication::palette();
    switch (mode) {
    case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected: return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active: break;
    }
    return drawing.tint ? Theme::instance().color(*drawing.tint)
                        : palette.color(QPalette::ButtonText);
}

class DrawingEngine final : public QIconEngine
{
public:
    explicit DrawingEngine(const Drawing& drawing)
        : m_drawing(&drawing)
        , m_outlines(outlinesOf(drawing.path))
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const double side = std::min(rect.width(), rect.height());
        const QColor color = tintOf(*m_drawing, mode);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center());
        painter->scale(side / fieldSize, side / fieldSize);
        painter->translate(-fieldSize / 2, -fieldSize / 2);
        painter->strokePath(m_outlines.stroked,
                            QPen(color, strokeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->fillPath(m_outlines.filled, color);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return result;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new DrawingEngine(*this); }
    [[nodiscard]] QString key() const override { return QStringLiteral("pipescope"); }

private:
    const Drawing* m_drawing;
    Outlines m_outlines;
};

} // namespace

QIcon makeIcon(const QString& name)
{
    const auto found =
        std::find_if(drawings.begin(), drawings.end(), [&name](const Drawing& drawing) {
            return name == QLatin1String(drawing.name);
        });
    Q_ASSERT_X(found != drawings.end(), "makeIcon", qPrintable(name));
    return found == drawings.end() ? QIcon() : QIcon(new DrawingEngine(*found));
}

QStringList iconNames()
{
    QStringList names;
    for (const Drawing& drawing : drawings) {
        names << QLatin1String(drawing.name);
    }
    return names;
}

} // namespace pipescope
