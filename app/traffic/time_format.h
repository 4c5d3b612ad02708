#pragma once

#include <QString>

namespace pipescope {

/// How the log shows when something was.
enum class TimeFormat {
    Absolute, ///< local time of day
    Relative, ///< since the first row
    Delta,    ///< since the row above
};

/// `+1.234567` seconds, from nanoseconds; right to the microsecond.
[[nodiscard]] QString formatSeconds(qint64 ns);

} // namespace pipescope
