#pragma once

#include <string_view>

namespace pipescope::cli {

/// What --help prints.
[[nodiscard]] std::string_view helpText();

} // namespace pipescope::cli
