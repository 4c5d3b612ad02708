#include "highlight/highlight_rules.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>
#include <optional>

namespace pipescope {

namespace {

constexpr QLatin1String arrayKey("highlight/rules");
constexpr QLatin1String filterKey("filter");
constexpr QLatin1String colorKey("colour");
constexpr QLatin1String enabledKey("enabled");

/// Names the translation context of this file.
struct Words
{
    Q_DECLARE_TR_FUNCTIONS(HighlightRules)
};

/// Names in the settings file, in the order of highlightTokens.
constexpr std::array<const char*, highlightTokens.size()> words = {"red",   "orange", "yellow",
                                                                   "green", "blue",   "violet"};

QString wordOf(Token token)
{
    const auto* const found = std::ranges::find(highlightTokens, token);
    const auto place = static_cast<std::size_t>(found - highlightTokens.begin());
    return QLatin1String(place < words.size() ? words.at(place) : "");
}

std::optional<Token> tokenOf(const QString& word)
{
    for (const Token token : highlightTokens) {
        if (wordOf(token) == word) {
            return token;
        }
    }
    return std::nullopt;
}

} // namespace

QString highlightName(Token token)
{
    switch (token) {
    case Token::HighlightRed: return Words::tr("Red");
    case Token::HighlightOrange: return Words::tr("Orange");
    case Token::HighlightYellow: return Words::tr("Yellow");
    case Token::HighlightGreen: return Words::tr("Green");
    case Token::HighlightBlue: return Words::tr("Blue");
    case Token::HighlightViolet: return Words::tr("Violet");
    default: return {};
    }
}

QList<HighlightRule> HighlightRules::load(QSettings& settings)
{
    QList<HighlightRule> rules;
    const int size = settings.beginReadArray(arrayKey);
    for (int index = 0; index < size && rules.size() < maxCount; ++index) {
        settings.setArrayIndex(index);
        HighlightRule rule;
        rule.filter = settings.value(filterKey).toString();
        rule.enabled = settings.value(enabledKey, true).toBool();
        const auto token = tokenOf(settings.value(colorKey).toString());
        if (!rule.filter.trimmed().isEmpty() && token) {
            rule.color = *token;
            rules.append(rule);
        }
    }
    settings.endArray();
    return rules;
}

void HighlightRules::save(QSettings& settings, const QList<HighlightRule>& rules)
{
    settings.remove(arrayKey);
    settings.beginWriteArray(arrayKey, static_cast<int>(rules.size()));
    for (int index = 0; index < rules.size(); ++index) {
        settings.setArrayIndex(index);
        settings.setValue(filterKey, rules.at(index).filter);
        settings.setValue(colorKey, wordOf(rules.at(index).color));
        settings.setValue(enabledKey, rules.at(index).enabled);
    }
    settings.endArray();
}

} // namespace pipescope
