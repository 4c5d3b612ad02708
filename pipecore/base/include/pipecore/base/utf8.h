#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pipecore {

/// A character of a UTF-8 text, or an invalid byte.
struct Utf8Step
{
    char32_t codePoint = 0; ///< meaningless when not valid
    std::size_t length = 1; ///< bytes taken; 1 when not valid
    bool valid = false;
};

/// The character that begins at `position` (which must be inside `text`). Strict: overlong forms,
/// surrogates, numbers beyond U+10FFFF and cut-off sequences are not valid.
[[nodiscard]] Utf8Step decodeUtf8(std::string_view text, std::size_t position);

/// Appends a character (not a surrogate, at most U+10FFFF) as UTF-8.
void appendUtf8(std::string& text, char32_t codePoint);

/// The character at a byte offset, counted from 1 as a person counts.
[[nodiscard]] std::size_t characterNumber(std::string_view text, std::size_t offset);

/// Offset of the first invalid byte; npos if `text` is valid UTF-8.
[[nodiscard]] std::size_t findInvalidUtf8(std::string_view text);

} // namespace pipecore
