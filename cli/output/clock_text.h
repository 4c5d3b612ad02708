#pragma once

#include <cstdint>
#include <string>

namespace pipescope::cli {

/// `14:03:07.123456` in the time of this place.
[[nodiscard]] std::string localClock(std::int64_t wallNs);

} // namespace pipescope::cli
