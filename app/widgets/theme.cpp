#include "widgets/theme.h"

#include "widgets/icons.h"
#include "widgets/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPointer>
#include <QStyleHints>
#include <QToolTip>

namespace pipescope {

namespace {

struct Shade
{
    QRgb light;
    QRgb dark;
};

Shade shade(Token token)
{
    switch (token) {
    case Token::Window: return {0xFFF5F6F8, 0xFF1B1E23};
    case Token::Base: return {0xFFFFFFFF, 0xFF15181C};
    case Token::Alternate: return {0xFFF8FAFC, 0xFF1A1D22};
    case Token::Text: return {0xFF1F2430, 0xFFE6E8EB};
    case Token::Muted: return {0xFF667085, 0xFF98A2B3};
    case Token::Line: return {0xFFE2E5EA, 0xFF2C313A};
    case Token::Accent: return {0xFF2563EB, 0xFF60A5FA};
    case Token::AccentText: return {0xFFFFFFFF, 0xFF0B1220};
    case Token::Received: return {0xFF0F766E, 0xFF5EEAD4};
    case Token::ReceivedBackground: return {0xFFF0FDFA, 0xFF10302D};
    case Token::Sent: return {0xFFB45309, 0xFFFCD34D};
    case Token::SentBackground: return {0xFFFFFBEB, 0xFF33260C};
    case Token::Event: return {0xFF475467, 0xFF98A2B3};
    case Token::Warning: return {0xFFB54708, 0xFFFDB022};
    case Token::Error: return {0xFFB42318, 0xFFF97066};
    case Token::Mark: return {0xFF7C3AED, 0xFFC4B5FD};
    case Token::Fresh: return {0xFF15803D, 0xFF4ADE80};
    case Token::Gone: return {0xFF667085, 0xFF98A2B3};
    case Token::HighlightRed: return {0xFFFECACA, 0xFF5B1D1D};
    case Token::HighlightOrange: return {0xFFFED7AA, 0xFF5A3410};
    case Token::HighlightYellow: return {0xFFFEF08A, 0xFF4D4310};
    case Token::HighlightGreen: return {0xFFBBF7D0, 0xFF14452A};
    case Token::HighlightBlue: return {0xFFBFDBFE, 0xFF1E3A66};
    case Token::HighlightViolet: return {0xFFDDD6FE, 0xFF3F2A6B};
    }
    Q_UNREACHABLE();
}

QColor mixed(const QColor& first, const QColor& second, double partOfSecond)
{
    const double rest = 1.0 - partOfSecond;
    return QColor::fromRgbF(
        static_cast<float>(first.redF() * rest + second.redF() * partOfSecond),
        static_cast<float>(first.greenF() * rest + second.greenF() * partOfSecond),
        static_cast<float>(first.blueF() * rest + second.blueF() * partOfSecond));
}

} // namespace

Theme& Theme::instance()
{
    static QPointer<Theme> theme;
    if (!theme) {
        theme = new Theme(qApp);
    }
    return *theme;
}

Theme::Theme(QObject* parent)
    : QObject(parent)
    , m_platformPaletteDark(QGuiApplication::palette().window().color().lightness() < 128)
{
    QApplication::setStyle(new Style);
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_mode == Mode::System) {
            apply();
        }
    });
#endif
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode) {
        return;
    }
    m_mode = mode;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // The system draws the title bar: this makes it dark or light as well.
    QGuiApplication::styleHints()->setColorScheme(mode == Mode::Dark    ? Qt::ColorScheme::Dark
                                                  : mode == Mode::Light ? Qt::ColorScheme::Light
                                                                        : Qt::ColorScheme::Unknown);
#endif
    apply();
}

bool Theme::systemIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown) {
        return scheme == Qt::ColorScheme::Dark;
    }
#endif
    return m_platformPaletteDark;
}

void Theme::apply()
{
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && systemIsDark());
    const QPalette colors = palette(m_dark);
    QApplication::setPalette(colors);
    QToolTip::setPalette(colors);
    emit changed();
}

QColor Theme::color(Token token, bool dark)
{
    const Shade both = shade(token);
    return QColor::fromRgb(dark ? both.dark : both.light);
}

QPalette Theme::palette(bool dark)
{
    const auto token = [dark](Token name) { return color(name, dark); };
    const QColor text = token(Token::Text);
    const QColor window = token(Token::Window);
    const QColor line = token(Token::Line);

    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, token(Token::Base));
    palette.setColor(QPalette::AlternateBase, token(Token::Alternate));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::PlaceholderText, token(Token::Muted));
    palette.setColor(QPalette::Button, dark ? mixed(window, text, 0.08) : token(Token::Base));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, token(Token::Error));
    palette.setColor(QPalette::ToolTipBase, dark ? mixed(window, text, 0.10) : token(Token::Base));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Highlight, token(Token::Accent));
    palette.setColor(QPalette::HighlightedText, token(Token::AccentText));
    palette.setColor(QPalette::Link, token(Token::Accent));
    palette.setColor(QPalette::LinkVisited, token(Token::Accent));
    palette.setColor(QPalette::Light, mixed(window, token(Token::Base), 0.5));
    palette.setColor(QPalette::Midlight, line);
    palette.setColor(QPalette::Mid, mixed(line, text, 0.12));
    palette.setColor(QPalette::Dark, mixed(line, text, 0.30));
    palette.setColor(QPalette::Shadow, mixed(window, text, dark ? 0.05 : 0.60));

    const QColor faint = mixed(window, token(Token::Muted), 0.65);
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, faint);
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, faint);
    return palette;
}

QFont Theme::monospaceFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamilies({QStringLiteral("Cascadia Mono"), QStringLiteral("Consolas"),
                      QStringLiteral("DejaVu Sans Mono")});
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    const QFont general = QApplication::font();
    if (general.pointSizeF() > 0) {
        font.setPointSizeF(general.pointSizeF());
    } else {
        font.setPixelSize(general.pixelSize());
    }
    return font;
}

QIcon Theme::icon(const QString& name) const
{
    return makeIcon(name);
}

} // namespace pipescope
