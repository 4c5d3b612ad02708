#pragma once

#include "rows/log_column.h"
#include "rows/log_rows.h"

#include <QString>

namespace pipescope {

/// A filter for rows that have the same in this column as that row, `conn == 3`; empty when the
/// column has nothing to compare there. Reads the row.
[[nodiscard]] QString cellFilter(const LogRows& rows, quint64 row, LogColumn column);

/// The opposite, in the shortest way: `!(conn == 3)`.
[[nodiscard]] QString negatedFilter(const QString& filter);
/// Both have to hold. Either may be empty.
[[nodiscard]] QString bothFilters(const QString& first, const QString& second);

} // namespace pipescope
