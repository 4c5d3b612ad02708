#pragma once

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/row_ranges.h"

#include <QtGlobal>

#include <functional>

namespace pipescope {

/// Row of the log's new source for a row of the one before.
using RowMap = std::function<quint64(quint64 row)>;

/// The row of the session with which a row of `frames` is shown; the end of the session for a row behind
/// the last one.
[[nodiscard]] quint64 sessionRowOf(const pipecore::FramedRows& frames,
                                   const pipecore::RecordSource& session, quint64 row);
/// The row of `frames` that stands for a row of the session; the next one behind it if there is none.
[[nodiscard]] quint64 frameOf(const pipecore::FramedRows& frames, quint64 sessionRow);

/// The rows of the session with bytes of these rows, ascending. Reads as many index entries as the
/// frames lie apart: not for the GUI thread.
[[nodiscard]] pipecore::RowRanges sessionRowsOf(const pipecore::FramedRows& frames,
                                                const pipecore::RowRanges& rows);

} // namespace pipescope
