#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pipecore {

/// A header line "Name: value".
struct HeadField
{
    std::string_view name;
    std::string_view value; ///< without white space around it; views the head
};
/// Empty when the line is none.
[[nodiscard]] std::optional<HeadField> headField(std::string_view line);

/// True when the texts are equal but for upper and lower case of ASCII letters.
[[nodiscard]] bool isSameName(std::string_view one, std::string_view other);
/// True for a letter, digit or sign that may be in the name of a field or a method.
[[nodiscard]] bool isTokenChar(char c);

/// The lines of a head, one after the other, without their ends.
class HeadLines
{
public:
    explicit HeadLines(std::string_view head) : m_rest(head) {}
    /// Empty at the end of the text.
    std::optional<std::string_view> next();

private:
    std::string_view m_rest;
};

/// Length that a head states.
struct ContentLength
{
    bool isThere = false;
    bool isWrong = false; ///< no number, or two that differ
    std::uint64_t value = 0;
    std::string_view text; ///< of the first one; views the head
};
[[nodiscard]] ContentLength contentLengthOf(std::string_view head);
/// The value of the first field of this name; empty when there is none.
[[nodiscard]] std::optional<std::string_view> fieldValue(std::string_view head,
                                                         std::string_view name);
/// True when a list of words in a field of this name has the word.
[[nodiscard]] bool hasWord(std::string_view head, std::string_view name, std::string_view word);

/// The head with this Content-Length in place of those that it has, or with a new line before its end.
[[nodiscard]] std::string withContentLength(std::string_view head, std::uint64_t length);

} // namespace pipecore
