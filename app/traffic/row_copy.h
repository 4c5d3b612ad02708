#pragma once

#include "traffic/log_rows.h"
#include "traffic/row_selection.h"
#include "traffic/time_format.h"

#include <QString>

namespace pipescope {

/// What copied rows look like.
enum class CopyFormat {
    Text,   ///< payloads as text and what events say, a row a line
    Hex,    ///< payloads as hex, a message a line
    CArray, ///< payloads as arrays for C and C++
    Rows,   ///< all columns, parted by tabs
};

/// What copyRows() made.
struct CopiedRows
{
    QString text;
    quint64 rows = 0;     ///< rows that are in it
    bool complete = true; ///< false when the limit cut it short
};

/// The clipboard gets at most this many rows and bytes of payload: more is a matter for an export.
inline constexpr quint64 copyRowLimit = 10'000;
inline constexpr std::size_t copyByteLimit = std::size_t{8} * 1024 * 1024;

/// Selected rows as text for the clipboard, up to the limits. GUI thread.
[[nodiscard]] CopiedRows copyRows(const LogRows& rows, const RowSelection& selection,
                                  CopyFormat format, TimeFormat timeFormat);

} // namespace pipescope
