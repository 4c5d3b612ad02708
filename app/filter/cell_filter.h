#pragma once

#include "rows/log_column.h"
#include "rows/log_rows.h"

#include <QString>

namespace pipescope {

/// A filter for rows with the same value in a column, `conn == 3`; empty if the column has no value
/// to compare. Reads the row.
[[nodiscard]] QString cellFilter(const LogRows& rows, quint64 row, LogColumn column);

/// The negated filter, in the shortest form: `!(conn == 3)`.
[[nodiscard]] QString negatedFilter(const QString& filter);
/// The conjunction. Either may be empty.
[[nodiscard]] QString bothFilters(const QString& first, const QString& second);

} // namespace pipescope
