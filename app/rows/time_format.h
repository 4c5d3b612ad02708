#pragma once

#include <QString>

namespace pipescope {

/// How the log shows when something was.
enum class TimeFormat {
    Absolute, ///< local time of day
    Relative, ///< since the first row
    Delta,    ///< since the row above
};

/// A duration of any length in the unit that suits it: `417 µs`, `1.234 ms`, `12.345 s`; right to
/// the microsecond below ten seconds.
[[nodiscard]] QString formatDuration(qint64 ns);

/// `+1.234567` seconds, from nanoseconds; right to the microsecond.
[[nodiscard]] QString formatSeconds(qint64 ns);

} // namespace pipescope
