#pragma once

#include "rows/log_rows.h"

#include <atomic>
#include <optional>

namespace pipescope {

/// Finds the row at which a moment is reached: its time is not before `wallNs`, that of the
/// previous row is. The clock may have been set, so times need not ascend: then it is the first
/// such row that sampling some thousand rows finds, or the sample nearest in time. Empty without
/// rows. Reads some thousand rows at most, without disk access; returns early, with any result, if
/// `cancelled`, which may be null. Any thread.
[[nodiscard]] std::optional<quint64> rowAtTime(const LogRows& rows, qint64 wallNs,
                                               const std::atomic<bool>* cancelled = nullptr);

} // namespace pipescope
