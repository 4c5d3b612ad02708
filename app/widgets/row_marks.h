#pragma once

#include <QVariant>
#include <QtGlobal>

#include <optional>

namespace pipescope {

/// When something in a list came and went, in milliseconds of a steady clock; 0: not while it was
/// watched.
struct RowMarks
{
    qint64 cameAt = 0;
    qint64 wentAt = 0;

    friend bool operator==(const RowMarks&, const RowMarks&) = default;
};

/// The model's role for markColor(), which MarkedTree paints.
constexpr int rowMarkRole = Qt::UserRole;

/// The colour behind a row that has just come or gone: it fades in, stays a moment and fades out.
/// Nothing for all other rows.
[[nodiscard]] QVariant markColor(const RowMarks& marks, qint64 now);

/// Milliseconds until the mark is to be painted again; empty when it has faded.
[[nodiscard]] std::optional<qint64> nextMarkStep(const RowMarks& marks, qint64 now);

} // namespace pipescope
