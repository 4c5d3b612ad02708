#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace pipescope {

/// A place in the log as one types it. A value.
struct Place
{
    enum class Kind {
        Row,  ///< `number`, from 1, as people count
        Step, ///< `number` rows down, or up when negative
        Time, ///< `wallNs`
    };
    Kind kind = Kind::Row;
    qint64 number = 0;
    qint64 wallNs = 0; ///< nanoseconds since 1970 UTC
};

/// Reads `12345`, also with blanks, points or commas between the thousands; `+100`, `-100`;
/// `14:03`, `14:03:07.123456`, `2026-11-22 14:03:07` in local time, on `day` when no date is given.
/// Empty when it is none of these.
[[nodiscard]] std::optional<Place> parsePlace(const QString& text, const QDate& day);

} // namespace pipescope
