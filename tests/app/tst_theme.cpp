#include "highlight/highlight_rules.h"
#include "runner/register.h"
#include "widgets/icons.h"
#include "widgets/labels.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QStyleOptionMenuItem>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace pipescope;

namespace {

/// Relative luminance and contrast as WCAG 2 defines them.
double luminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& first, const QColor& second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

struct Named
{
    Token token;
    const char* name;
};

/// How much of a picture is painted, 0 to 1.
double coverage(const QImage& image)
{
    int painted = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            painted += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
        }
    }
    return static_cast<double>(painted) / (image.width() * image.height());
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void init() { Theme::instance().setMode(Theme::Mode::Light); }

    void IconOfTheSelectedMenuItemStandsOut()
    {
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::instance().setMode(mode);
            QStyleOptionMenuItem item;
            item.rect = QRect(0, 0, 200, 24);
            item.palette = QApplication::palette();
            item.state = QStyle::State_Enabled | QStyle::State_Selected;
            item.menuItemType = QStyleOptionMenuItem::Normal;
            item.checkType = QStyleOptionMenuItem::NotCheckable;
            item.maxIconWidth = 20;
            item.icon = Theme::instance().icon(QStringLiteral("save"));
            QImage image(item.rect.size(), QImage::Format_RGB32);
            QPainter painter(&image);
            QApplication::style()->drawControl(QStyle::CE_MenuItem, &item, &painter);
            painter.end();
            const QRgb ground = Theme::instance().color(Token::Accent).rgb();
            double best = 0;
            for (int x = 2; x < 24; ++x) {
                for (int y = 2; y < 22; ++y) {
                    best = std::max(best, contrast(image.pixelColor(x, y), QColor(ground)));
                }
            }
            QVERIFY2(best >= contrast(Theme::instance().color(Token::AccentText), QColor(ground))
                                 - 0.5,
                     qPrintable(QString::number(best)));
        }
    }

    void SeparatorOfAMenuIsNoEmptyRow()
    {
        QStyleOptionMenuItem item;
        item.menuItemType = QStyleOptionMenuItem::Separator;
        QVERIFY(QApplication::style()
                    ->sizeFromContents(QStyle::CT_MenuItem, &item, QSize(100, 2))
                    .height()
                < 12);
    }

    void TextHasContrast_data()
    {
        QTest::addColumn<Token>("text");
        QTest::addColumn<Token>("ground");
        QTest::addColumn<bool>("dark");
        const Named received{Token::ReceivedBackground, "received ground"};
        const Named sent{Token::SentBackground, "sent ground"};
        const Named text{Token::Text, "text"};
        const Named muted{Token::Muted, "muted"};
        const QList<Named> grounds{
            {Token::Window, "window"}, {Token::Base, "base"}, {Token::Alternate, "alternate"}};
        const QList<Named> texts{text,
                                 muted,
                                 {Token::Received, "received"},
                                 {Token::Sent, "sent"},
                                 {Token::Event, "event"},
                                 {Token::Warning, "warning"},
                                 {Token::Error, "error"},
                                 {Token::Fresh, "fresh"},
                                 {Token::Gone, "gone"},
                                 {Token::Accent, "accent"}};
        const auto add = [](const Named& front, const Named& ground) {
            for (const bool dark : {false, true}) {
                QTest::addRow("%s on %s, %s", front.name, ground.name, dark ? "dark" : "light")
                    << front.token << ground.token << dark;
            }
        };
        for (const Named& front : texts) {
            for (const Named& ground : grounds) {
                add(front, ground);
            }
        }
        // The log shows a message also in the normal and the muted colour.
        add({Token::Received, "received"}, received);
        add({Token::Sent, "sent"}, sent);
        for (const Named& ground : {received, sent}) {
            add(text, ground);
            add(muted, ground);
        }
        add({Token::AccentText, "accent text"}, {Token::Accent, "accent"});
        constexpr std::array highlightNames{"red", "orange", "yellow", "green", "blue", "violet"};
        for (const Token highlight : highlightTokens) {
            add(text, {highlight, highlightNames.at(std::size_t(highlight)
                                                    - std::size_t(Token::HighlightRed))});
        }
        add({Token::Mark, "mark"}, {Token::Base, "base"});
    }
    void TextHasContrast()
    {
        QFETCH(Token, text);
        QFETCH(Token, ground);
        QFETCH(bool, dark);
        const double found = contrast(Theme::color(text, dark), Theme::color(ground, dark));
        QVERIFY2(found >= 4.5, qPrintable(QString::number(found)));
    }

    void PaletteHasContrast()
    {
        for (const bool dark : {false, true}) {
            const QPalette palette = Theme::palette(dark);
            const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
                {QPalette::WindowText, QPalette::Window},
                {QPalette::Text, QPalette::Base},
                {QPalette::Text, QPalette::AlternateBase},
                {QPalette::ButtonText, QPalette::Button},
                {QPalette::HighlightedText, QPalette::Highlight},
                {QPalette::ToolTipText, QPalette::ToolTipBase},
                {QPalette::PlaceholderText, QPalette::Base},
                {QPalette::Link, QPalette::Base},
            };
            for (const auto& [text, ground] : pairs) {
                QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2").arg(text).arg(ground)));
            }
        }
    }

    void ModeChangesThePaletteAndTells()
    {
        QSignalSpy changed(&Theme::instance(), &Theme::changed);
        Theme::instance().setMode(Theme::Mode::Dark);
        QVERIFY(!changed.isEmpty());
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(Token::Base, true));
        Theme::instance().setMode(Theme::Mode::Light);
        QVERIFY(!Theme::instance().isDark());
        QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::color(Token::Base, false));
    }

    void EveryIconIsDrawnAtEverySize()
    {
        for (const QString& name : iconNames()) {
            const QIcon icon = Theme::instance().icon(name);
            for (const qreal scale : {1.0, 2.0, 3.0}) {
                const QPixmap pixmap = icon.pixmap(QSize(20, 20), scale);
                QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(20, 20));
                QCOMPARE(pixmap.width(), static_cast<int>(20 * scale));
                const double painted = coverage(pixmap.toImage());
                QVERIFY2(painted > 0.05 && painted < 0.95, qPrintable(name));
            }
        }
    }

    void IconsTakeTheColourOfTheTheme()
    {
        const QIcon icon = Theme::instance().icon(QStringLiteral("pause"));
        // The middle of the left bar.
        const auto bar = [&icon] {
            return icon.pixmap(QSize(20, 20), 1.0).toImage().pixelColor(6, 10);
        };
        QCOMPARE(bar(), Theme::color(Token::Text, false));
        Theme::instance().setMode(Theme::Mode::Dark);
        QCOMPARE(bar(), Theme::color(Token::Text, true));
    }

    void LabelsTakeTheColourOfTheTheme()
    {
        QLabel label;
        const auto color = [&label] { return label.palette().color(QPalette::WindowText); };
        setTextColor(&label, Token::Muted);
        setTextColor(&label, Token::Error);
        QCOMPARE(color(), Theme::color(Token::Error, false));
        Theme::instance().setMode(Theme::Mode::Dark);
        QCOMPARE(color(), Theme::color(Token::Error, true));
    }

    void ProgramIconHasTheSizesOfTheSystems()
    {
        const QIcon icon = makeProgramIcon();
        for (const int size : {16, 32, 48, 256}) {
            QVERIFY(icon.availableSizes().contains(QSize(size, size)));
        }
    }

    void MonospaceIsMonospaced()
    {
        const QFontMetricsF metrics(Theme::instance().monospaceFont());
        QCOMPARE(metrics.horizontalAdvance(QLatin1Char('i')),
                 metrics.horizontalAdvance(QLatin1Char('W')));
    }
};

PIPESCOPE_GUI_TEST(TestTheme)
#include "tst_theme.moc"
