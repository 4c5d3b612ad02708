#pragma once

#include <string>
#include <string_view>

namespace pipecore {

/// Appends text to a page: markup is escaped; bytes that are not UTF-8 and characters that do not
/// show as themselves become U+FFFD. Line breaks (CRLF becomes LF) and tabs stay.
void appendHtml(std::string& page, std::string_view text);
[[nodiscard]] std::string htmlText(std::string_view text);

} // namespace pipecore
