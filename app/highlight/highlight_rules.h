#pragma once

#include "widgets/theme.h"

#include <QList>
#include <QString>

#include <array>

class QSettings;

namespace pipescope {

/// The colours that rows can have; each is readable under the log's text, light and dark.
inline constexpr std::array highlightTokens = {Token::HighlightRed,    Token::HighlightOrange,
                                               Token::HighlightYellow, Token::HighlightGreen,
                                               Token::HighlightBlue,   Token::HighlightViolet};

/// The name of one of highlightTokens, in the user's language.
[[nodiscard]] QString highlightName(Token token);

/// Rows that pass `filter` get a colour. A value.
struct HighlightRule
{
    QString filter; ///< as in the filter line
    Token color = Token::HighlightYellow;
    bool enabled = true;

    friend bool operator==(const HighlightRule&, const HighlightRule&) = default;
};

/// The rules of this user, in order: the first that a row passes gives its colour.
class HighlightRules
{
public:
    /// More would be felt when the log is painted.
    static constexpr qsizetype most = 50;

    /// From the settings; what is not as save() writes it is left out.
    [[nodiscard]] static QList<HighlightRule> load(QSettings& settings);
    static void save(QSettings& settings, const QList<HighlightRule>& rules);
};

} // namespace pipescope
