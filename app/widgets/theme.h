#pragma once

#include <QColor>
#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

namespace pipescope {

/// The role of a colour. The values for light and dark are in theme.cpp, and nowhere else.
enum class Token {
    Window,             ///< frame, tool bars, docks
    Base,               ///< tables and fields
    Alternate,          ///< every second row, barely visible
    Text,               ///< values
    Muted,              ///< labels, units, unknown values
    Line,               ///< one-pixel separators
    Accent,             ///< selection, focus ring, primary button
    AccentText,         ///< text on Accent
    Received,           ///< text of received rows
    ReceivedBackground, ///< behind received rows
    Sent,               ///< text of sent rows
    SentBackground,     ///< behind sent rows
    Event,              ///< lifecycle rows
    Warning,
    Error,
    Mark,         ///< marks and comments
    Fresh,        ///< mark of a new row
    Gone,         ///< mark of a closed row
    HighlightRed, ///< background of rows coloured by a rule, as the following
    HighlightOrange,
    HighlightYellow,
    HighlightGreen,
    HighlightBlue,
    HighlightViolet,
};

/// Colours, fonts and icons of the program, light or dark. GUI thread only.
///
/// Widgets that paint with color() repaint on changed(); widgets that paint with their palette and
/// icons from icon() follow automatically.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    /// The single instance. Needs the QApplication, which owns it. The first call sets style and
    /// palette.
    static Theme& instance();

    /// Switches immediately; with System also whenever the desktop does (Qt 6.5 and later).
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// The current variant, whatever the mode.
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// The colour in the current variant, light or dark.
    [[nodiscard]] QColor color(Token token) const { return color(token, m_dark); }
    /// The colour in the light or dark variant.
    [[nodiscard]] static QColor color(Token token, bool dark);
    /// The palette made of the tokens.
    [[nodiscard]] static QPalette palette(bool dark);

    /// The font of previews, hex and payloads, in the size of the interface font.
    [[nodiscard]] QFont monospaceFont() const;

    /// A built-in drawing; see icons.cpp for the names. It takes its colour from the theme when
    /// painted. An unknown name is a programming error (asserts) and returns a null icon.
    [[nodiscard]] QIcon icon(const QString& name) const;

signals:
    /// Colours have changed. The application's palette has been set before.
    void changed();

private:
    explicit Theme(QObject* parent);

    [[nodiscard]] bool systemIsDark() const;
    void apply();

    Mode m_mode = Mode::System;
    bool m_dark = false;
    bool m_platformPaletteDark = false;
};

/// The same colour with this alpha, 0 to 255.
[[nodiscard]] inline QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

} // namespace pipescope
