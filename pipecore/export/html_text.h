#pragma once

#include "pipecore/analysis/timeline.h"

#include <string>
#include <string_view>

namespace pipecore {

/// Appends text to a page: markup is escaped; bytes that are not UTF-8 and characters that do not
/// show as themselves become U+FFFD. Line breaks (CRLF becomes LF) and tabs stay.
void appendHtml(std::string& page, std::string_view text);
[[nodiscard]] std::string htmlText(std::string_view text);

/// The start of a report, up to and with `<body>`: its style, light and dark. The
/// colours are those of the window (app/widgets/theme.cpp), which the core does not know.
[[nodiscard]] std::string_view htmlHead();

/// Appends a picture (SVG) of how many messages came and went over time. Nothing when there were
/// none.
void appendTimeline(std::string& page, const Timeline& timeline);

} // namespace pipecore
