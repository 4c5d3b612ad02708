#pragma once

#include "widgets/theme.h"

#include <QList>
#include <QString>

#include <array>

class QSettings;

namespace pipescope {

/// The colours of rows; each is readable under the log's text, light and dark.
inline constexpr std::array highlightTokens = {Token::HighlightRed,    Token::HighlightOrange,
                                               Token::HighlightYellow, Token::HighlightGreen,
                                               Token::HighlightBlue,   Token::HighlightViolet};

/// The name of one of highlightTokens, in the user's language.
[[nodiscard]] QString highlightName(Token token);

/// Colours rows that match `filter`. A value.
struct HighlightRule
{
    QString filter; ///< as in the filter line
    Token color = Token::HighlightYellow;
    bool enabled = true;

    friend bool operator==(const HighlightRule&, const HighlightRule&) = default;
};

/// The rules of this user, in order: the first matching rule sets the colour.
class HighlightRules
{
public:
    /// More rules would slow down painting.
    static constexpr qsizetype maxCount = 50;

    /// Loads the rules from the settings; skips entries in another format than that of save().
    [[nodiscard]] static QList<HighlightRule> load(QSettings& settings);
    static void save(QSettings& settings, const QList<HighlightRule>& rules);
};

} // namespace pipescope
