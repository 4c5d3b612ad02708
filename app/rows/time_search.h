#pragma once

#include "rows/log_rows.h"

#include <atomic>
#include <optional>

namespace pipescope {

/// The row at which a moment is reached: its time is not before `wallNs`, that of the row before it
/// is. The clock may have been set meanwhile, so times need not ascend: then it is the first such
/// place that a look at some thousand rows finds, and where there is none the row whose time is
/// nearest of those. Empty when there are no rows. Looks at some thousand rows at most, however many
/// there are, without touching the disk; ends early, with any answer, when `cancelled`, which may be
/// null. Any thread.
[[nodiscard]] std::optional<quint64> rowAtTime(const LogRows& rows, qint64 wallNs,
                                               const std::atomic<bool>* cancelled = nullptr);

} // namespace pipescope
