#pragma once

#include "rows/log_rows.h"
#include "rows/time_format.h"
#include "widgets/theme.h"

#include <QString>

#include <optional>

namespace pipescope {

/// What kind of row the eye should see.
enum class RowTone { Received, Sent, Event, Warning, Error };

/// One row in the words of the log: everything a paint needs, made for visible rows only.
struct RowText
{
    RowTone tone = RowTone::Event;
    quint64 number = 0; ///< from 1, as people count
    QString time;
    QString connection;
    QString peer;
    QString sign; ///< → ← ●
    std::optional<quint64> length;
    QString latency; ///< of a reply: since its request; empty otherwise
    QString preview;
    QString comment;                ///< what somebody noted; may have several lines
    bool marked = false;            ///< somebody marked it
    bool isZero = false;            ///< times are counted from here
    std::optional<Token> highlight; ///< behind the row, by a rule of the user's
    bool muted = false;             ///< the preview only says that there is nothing to see
    bool mayChange = false;         ///< something was not known yet; make it again next time
};

/// Bytes of a payload that are read to preview a row.
inline constexpr std::size_t previewBytes = 256;
/// The request of a reply is looked for in this many rows before it; in memory, none is read.
inline constexpr quint64 latencyReach = 32'768;

/// How rows are told. A value.
struct RowStyle
{
    // Implicit: mostly the format is all there is to say.
    RowStyle(TimeFormat timeFormat = TimeFormat::Absolute) // NOLINT(google-explicit-constructor)
        : format(timeFormat)
    {}

    TimeFormat format;
    /// TimeFormat::Relative counts from this row of the session, else from the first one shown.
    std::optional<quint64> zeroRow;
    bool withLatency = true;
};

/// The row at `row` of `rows`. A row that cannot be read is told as an error row. Any thread.
[[nodiscard]] RowText describeRow(const LogRows& rows, quint64 row, const RowStyle& style);

/// "connected: app.exe (4120)": what a row that is not a message says. Any thread.
[[nodiscard]] QString eventText(const pipecore::Record& record, const LogRows& rows);

/// A payload's beginning on one line: text when it reads as text, hex otherwise.
[[nodiscard]] QString previewOf(pipecore::ByteView payload);

/// The sign of a direction, → sent and ← received.
[[nodiscard]] QString directionSign(pipecore::Direction direction);

/// All of a row on one line, for reading aloud and for copying, its parts parted by `separator`.
[[nodiscard]] QString rowLine(const RowText& text, const QString& separator);

} // namespace pipescope
