#pragma once

#include "pipecore/payload/copy_formats.h"
#include "rows/log_rows.h"
#include "rows/row_selection.h"
#include "rows/time_format.h"

#include <QString>

#include <atomic>
#include <optional>

namespace pipescope {

/// The format of copied rows.
struct CopyFormat
{
    /// The style of payloads, one below the other; Text includes the texts of events. Literals are
    /// named `message` with the row's number. Empty: all columns of the rows, separated by tabs.
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

/// The result of copyRows().
struct CopiedRows
{
    QString text;
    quint64 rows = 0;     ///< number of rows
    bool complete = true; ///< false if truncated at the limit
};

/// Limits of the clipboard, in rows and bytes of payload; exports have none.
inline constexpr quint64 copyRowLimit = 10'000;
inline constexpr std::size_t copyByteLimit = std::size_t{8} * 1024 * 1024;

/// Formats selected rows as text for the clipboard, up to the limits or until `cancelled`, which
/// may be null. Any thread.
[[nodiscard]] CopiedRows copyRows(const LogRows& rows, const RowSelection& selection,
                                  CopyFormat format, TimeFormat timeFormat,
                                  const std::atomic<bool>* cancelled = nullptr);

} // namespace pipescope
