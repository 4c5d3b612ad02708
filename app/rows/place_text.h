#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace pipescope {

/// A position in the log, as typed. A value.
struct Place
{
    enum class Kind {
        Row,  ///< `number`, from 1
        Step, ///< `number` rows down, or up when negative
        Time, ///< `wallNs`
    };
    Kind kind = Kind::Row;
    qint64 number = 0;
    qint64 wallNs = 0; ///< nanoseconds since 1970 UTC
};

/// Parses `12345`, also with spaces, points or commas between the thousands; `+100`, `-100`;
/// `14:03`, `14:03:07.123456`, `2026-11-22 14:03:07` in local time, on `day` without a date. Empty
/// for other texts.
[[nodiscard]] std::optional<Place> parsePlace(const QString& text, const QDate& day);

} // namespace pipescope
