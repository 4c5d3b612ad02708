#pragma once

#include <QVariant>
#include <QtGlobal>

#include <optional>

namespace pipescope {

/// Times at which a row appeared and disappeared, in milliseconds of a steady clock; 0: not
/// observed.
struct RowMarks
{
    qint64 appearedAt = 0;
    qint64 disappearedAt = 0;

    friend bool operator==(const RowMarks&, const RowMarks&) = default;
};

/// The model's role for markColor(), which MarkedTree paints.
constexpr int rowMarkRole = Qt::UserRole;

/// The background of a row that has just appeared or closed: fades in, stays a moment and fades
/// out. Nothing for other rows.
[[nodiscard]] QVariant markColor(const RowMarks& marks, qint64 now);

/// Milliseconds until the mark must be repainted; empty if it has faded.
[[nodiscard]] std::optional<qint64> nextMarkStep(const RowMarks& marks, qint64 now);

} // namespace pipescope
