#pragma once

#include <QString>

#include <string_view>

namespace pipescope {

/// What a candidate of a filter's completion is, in the user's language.
[[nodiscard]] QString filterHelp(std::string_view help);

} // namespace pipescope
