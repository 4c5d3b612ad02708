#pragma once

#include <cstdint>
#include <string>

namespace pipecore {

/// `2025-01-31 23:59:59.123456789 UTC`, of nanoseconds since 1970 UTC; `no time` of noTime.
[[nodiscard]] std::string utcText(std::int64_t wallNs);
/// `2025-01-31T23:59:59.123456789Z`: the same as ISO 8601 (RFC 3339); empty of noTime.
[[nodiscard]] std::string isoUtcText(std::int64_t wallNs);

} // namespace pipecore
