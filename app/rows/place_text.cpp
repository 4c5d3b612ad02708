#include "rows/place_text.h"

#include <QDateTime>
#include <QRegularExpression>

namespace pipescope {

namespace {

std::optional<Place> parseTime(const QString& text, const QDate& day)
{
    static const QRegularExpression pattern(QStringLiteral(
        R"(^(?:(\d{4}-\d{2}-\d{2})[ T]+)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$)"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString dateText = match.captured(1);
    const QDate date = dateText.isEmpty() ? day : QDate::fromString(dateText, Qt::ISODate);
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt());
    const QDateTime moment(date, time);
    if (!date.isValid() || !time.isValid() || !moment.isValid()) {
        return std::nullopt;
    }
    // Limit of times whose nanoseconds fit.
    constexpr qint64 maxMs = 9'000'000'000'000;
    const qint64 ms = moment.toMSecsSinceEpoch();
    if (ms < -maxMs || ms > maxMs) {
        return std::nullopt;
    }
    const qint64 fraction = match.captured(5).leftJustified(9, QLatin1Char('0')).toLongLong();
    return Place{.kind = Place::Kind::Time, .number = 0, .wallNs = ms * 1'000'000 + fraction};
}

} // namespace

std::optional<Place> parsePlace(const QString& text, const QDate& day)
{
    const QString typed = text.simplified();
    if (typed.contains(QLatin1Char(':'))) {
        return parseTime(typed, day);
    }
    static const QRegularExpression pattern(QStringLiteral(
        R"(^([+\-\x{2212}]?) ?(\d{1,3}(?:[ .,'\x{2019}\x{202F}\x{00A0}]\d{3})+|\d{1,18})$)"));
    const QRegularExpressionMatch match = pattern.match(typed);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    QString digits;
    for (const QChar character : match.captured(2)) {
        if (character.isDigit()) {
            digits += character;
        }
    }
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    if (!fits) {
        return std::nullopt;
    }
    const QString sign = match.captured(1);
    if (sign.isEmpty()) {
        return Place{.kind = Place::Kind::Row, .number = number, .wallNs = 0};
    }
    return Place{.kind = Place::Kind::Step,
                 .number = sign == QLatin1Char('+') ? number : -number,
                 .wallNs = 0};
}

} // namespace pipescope
