#pragma once

#include <cstdint>

namespace pipescope {

/// Requirements of a log with a real index, for any number of rows: the last row is
/// reachable, a paint takes 16 ms at most (p99), rows that come cost the same. To be called from a
/// test function; fails it.
void checkLogOfRows(std::uint64_t rows);

} // namespace pipescope
