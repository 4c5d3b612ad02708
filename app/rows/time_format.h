#pragma once

#include <QString>

namespace pipescope {

/// The time format of the log.
enum class TimeFormat {
    Absolute, ///< local time of day
    Relative, ///< since the first row
    Delta,    ///< since the row above
};

/// A duration in a suitable unit: `417 µs`, `1.234 ms`, `12.345 s`; exact to the microsecond below
/// ten seconds.
[[nodiscard]] QString formatDuration(qint64 ns);

/// `+1.234567` seconds, from nanoseconds; exact to the microsecond.
[[nodiscard]] QString formatSeconds(qint64 ns);

} // namespace pipescope
