#pragma once

#include <span>
#include <string>

namespace pipescope::cli {

/// The whole program: `arguments` without the program's own name, UTF-8. Returns the exit status.
[[nodiscard]] int run(std::span<const std::string> arguments);

} // namespace pipescope::cli
