#pragma once

#include <cstdint>
#include <string>

namespace pipecore {

/// `1.2 ms`: a duration in the unit that suits it, to three figures.
[[nodiscard]] std::string durationText(std::int64_t ns);
/// `12,345`
[[nodiscard]] std::string countText(std::uint64_t count);

} // namespace pipecore
