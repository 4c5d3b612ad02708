#pragma once

#include "pipecore/payload/copy_formats.h"
#include "rows/log_rows.h"
#include "rows/row_selection.h"
#include "rows/time_format.h"

#include <QString>

#include <atomic>
#include <optional>

namespace pipescope {

/// What copied rows look like.
struct CopyFormat
{
    /// How payloads are written, one below the other; with Text also what events say. Literals are called
    /// `message` with the row's number. Empty: all columns of the rows, parted by tabs.
    std::optional<pipecore::CopyStyle> style;

    static const CopyFormat Text;
    static const CopyFormat Hex;
    static const CopyFormat CArray;
    static const CopyFormat Rows;
};
inline constexpr CopyFormat CopyFormat::Text{pipecore::CopyStyle::Text};
inline constexpr CopyFormat CopyFormat::Hex{pipecore::CopyStyle::Hex};
inline constexpr CopyFormat CopyFormat::CArray{pipecore::CopyStyle::CArray};
inline constexpr CopyFormat CopyFormat::Rows{};

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

/// Selected rows as text for the clipboard, up to the limits, or as far as it came when `cancelled`, which
/// may be null. Any thread.
[[nodiscard]] CopiedRows copyRows(const LogRows& rows, const RowSelection& selection,
                                  CopyFormat format, TimeFormat timeFormat,
                                  const std::atomic<bool>* cancelled = nullptr);

} // namespace pipescope
