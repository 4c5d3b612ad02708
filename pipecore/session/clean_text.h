#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pipecore {

/// The same text with U+FFFD for each byte that is not UTF-8, of at most `limit` bytes.
[[nodiscard]] std::string toValidUtf8(std::string_view text, std::size_t limit);

/// At most `limit` bytes of `text`, not cut within a character.
[[nodiscard]] std::string_view clipUtf8(std::string_view text, std::size_t limit);

/// The same text on one line: control characters become spaces.
[[nodiscard]] std::string onOneLine(std::string text);

/// Text as people write it: UTF-8, and no control characters but line breaks and tabs.
[[nodiscard]] bool isPlainText(std::string_view text);

} // namespace pipecore
