#pragma once

#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/row_ranges.h"

#include <QtGlobal>

#include <functional>
#include <optional>

namespace pipescope {

/// Rows of the log's new source for rows of the one before.
struct RowMap
{
    std::function<quint64(quint64 row)> row; ///< the row that stands for one
    /// All rows with bytes of these.
    std::function<pipecore::RowRanges(const pipecore::RowRanges& rows)> rows;

    /// False: the new source is another session.
    explicit operator bool() const { return bool(row); }
    [[nodiscard]] std::optional<quint64> of(std::optional<quint64> before) const
    {
        return before ? std::optional(row(*before)) : std::nullopt;
    }
};
/// The map of a source whose rows stay.
[[nodiscard]] RowMap sameRows();
/// From the rows of `before` to those of `after`, both of one session; null: the session's own rows. Refers
/// to all of them.
[[nodiscard]] RowMap rowMap(const pipecore::RecordSource& session,
                            const pipecore::FramedRows* before, const pipecore::FramedRows* after);

/// The row of the session with which a row of `frames` is shown; the end of the session for a row behind
/// the last one.
[[nodiscard]] quint64 sessionRowOf(const pipecore::FramedRows& frames,
                                   const pipecore::RecordSource& session, quint64 row);
/// The row of `frames` that stands for a row of the session; the next one behind it if there is none.
[[nodiscard]] quint64 frameOf(const pipecore::FramedRows& frames, quint64 sessionRow);

/// The same for a selection, quickly: of a range of many frames all rows of the session from its first to its last
/// byte, whatever else is among them.
[[nodiscard]] pipecore::RowRanges readsOfSelection(const pipecore::FramedRows& frames,
                                                   const pipecore::RecordSource& session,
                                                   const pipecore::RowRanges& rows);
/// The rows of `frames` with bytes of these rows of the session.
[[nodiscard]] pipecore::RowRanges framesOfSelection(const pipecore::FramedRows& frames,
                                                    const pipecore::RecordSource& session,
                                                    const pipecore::RowRanges& rows);

/// The rows of the session with bytes of these rows, ascending. Takes time in proportion to their reads: not for
/// the GUI thread.
[[nodiscard]] pipecore::RowRanges sessionRowsOf(const pipecore::FramedRows& frames,
                                                const pipecore::RowRanges& rows);

} // namespace pipescope
