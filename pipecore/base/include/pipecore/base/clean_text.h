#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pipecore {

/// The same text with U+FFFD for each byte that is not UTF-8, of at most `limit` bytes.
[[nodiscard]] std::string toValidUtf8(std::string_view text, std::size_t limit);

/// At most `limit` bytes of `text`, not cut within a character.
[[nodiscard]] std::string_view clipUtf8(std::string_view text, std::size_t limit);

/// Foreign text as part of our output: a line of a terminal or a log, a name or a
/// description in a recording. It stays on one line and cannot steer a terminal or turn the direction of
/// what is around it: control characters below 0x20 become spaces; DEL, C1 (U+0080 to U+009F), bidi
/// controls, other invisible characters and bytes that are not UTF-8 become U+FFFD.
///
/// Program names, command lines, names of pipes and of accounts are chosen by others: all of them go
/// through here. Any thread.
[[nodiscard]] std::string onOneLine(std::string_view text);

/// The same for a text of several lines whose line breaks are our own.
[[nodiscard]] std::string onLines(std::string_view text);

/// Text as people write it: UTF-8, and no control characters but line breaks and tabs.
[[nodiscard]] bool isPlainText(std::string_view text);

} // namespace pipecore
