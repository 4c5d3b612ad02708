#pragma once

#include <cstdint>
#include <string>

namespace pipescope::cli {

/// `2025-03-09T14:03:07.123456Z`: nanoseconds since 1970 UTC as ISO 8601 in UTC.
[[nodiscard]] std::string isoTime(std::int64_t wallNs);
/// `14:03:07.123456` in the time of this place.
[[nodiscard]] std::string localClock(std::int64_t wallNs);

} // namespace pipescope::cli
