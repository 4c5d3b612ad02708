#pragma once

#include "rows/log_rows.h"
#include "rows/time_format.h"
#include "widgets/theme.h"

#include <QString>

#include <optional>

namespace pipescope {

/// The visual kind of a row.
enum class RowTone { Received, Sent, Event, Warning, Error };

/// The texts of one row, for painting; made for visible rows only.
struct RowText
{
    RowTone tone = RowTone::Event;
    quint64 number = 0; ///< from 1
    QString time;
    QString connection;
    QString peer;
    QString sign; ///< → ← ●
    std::optional<quint64> length;
    QString latency; ///< of a reply: time since its request; empty otherwise
    QString preview;
    QString comment;                ///< may have several lines
    bool marked = false;            ///< marked by the user
    bool isZero = false;            ///< zero of relative times
    std::optional<Token> highlight; ///< background, by a highlighting rule
    bool muted = false;             ///< the preview is only a placeholder
    bool mayChange = false;         ///< some facts were unknown; to be made again
};

/// Bytes of a payload that are read for the preview.
inline constexpr std::size_t previewBytes = 256;

/// The format of row texts. A value.
struct RowStyle
{
    // Implicit: usually only the format is given.
    RowStyle(TimeFormat timeFormat = TimeFormat::Absolute) // NOLINT(google-explicit-constructor)
        : format(timeFormat)
    {}

    TimeFormat format;
    /// TimeFormat::Relative counts from this row of the session, else from the first one shown.
    std::optional<quint64> zeroRow;
    bool withLatency = true;
};

/// Makes the texts of `row` of `rows`. An unreadable row becomes an error row. Any thread.
[[nodiscard]] RowText describeRow(const LogRows& rows, quint64 row, const RowStyle& style);

/// "connected: app.exe (4120)": the text of a row that is not a message. Any thread.
[[nodiscard]] QString eventText(const pipecore::Record& record, const LogRows& rows);

/// The start of a payload on one line: text if readable, hex otherwise.
[[nodiscard]] QString previewOf(pipecore::ByteView payload);

/// The sign of a direction, → sent and ← received.
[[nodiscard]] QString directionSign(pipecore::Direction direction);

/// The whole row on one line, for screen readers and copying, its parts separated by `separator`.
[[nodiscard]] QString rowLine(const RowText& text, const QString& separator);

} // namespace pipescope
