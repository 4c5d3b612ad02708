#pragma once

#include <string_view>

namespace pipecore {

/// The start of a report, up to and with `<body>`: its style, light and dark. The
/// colours are those of the window (app/widgets/theme.cpp), which the core does not know.
[[nodiscard]] std::string_view htmlHead();

} // namespace pipecore
