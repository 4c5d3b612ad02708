#pragma once

#include <QString>

#include <string_view>

namespace pipescope {

/// Describes a completion candidate in the user's language.
[[nodiscard]] QString filterHelp(std::string_view help);

} // namespace pipescope
