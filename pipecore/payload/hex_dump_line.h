#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pipecore {

/// A line of a dump, found by its place in the input.
struct DumpLine
{
    std::size_t begin = 0; ///< first character that is not blank
    std::size_t end = 0;   ///< after the last one that is not blank

    [[nodiscard]] bool empty() const { return begin == end; }
};

/// Walks through the lines of a text that are not empty.
class DumpLines
{
public:
    explicit DumpLines(std::string_view input) : m_input(input) {}

    [[nodiscard]] std::optional<DumpLine> next();

private:
    std::string_view m_input;
    std::size_t m_position = 0;
};

[[nodiscard]] constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// How a line of a dump is written.
enum class DumpStyle : std::uint8_t {
    Colon, ///< xxd, tcpdump: groups with one blank between, the text column after two
    Plain, ///< hexdump -C, od, Wireshark: pairs, then a bar, `>` or three blanks before the text column
    Values, ///< gdb: each byte with 0x
};

/// The front of a line, up to its first byte.
struct DumpFront
{
    std::string_view offset; ///< its digits, without 0x
    std::size_t offsetAt = 0;
    std::size_t bytesAt = 0;
    std::size_t gap = 0; ///< blanks between both
    bool hasPrefix = false;
    DumpStyle style = DumpStyle::Plain;
};

/// Nothing when the line does not begin with what may be an offset.
[[nodiscard]] std::optional<DumpFront> readDumpFront(std::string_view input, DumpLine line);

/// The value of an offset's digits; nothing when they are not digits of this base.
[[nodiscard]] std::optional<std::uint64_t> offsetValue(std::string_view digits, int base);

/// Form of the text behind the offset in a line: whether it is only pairs of digits, or only longer words.
struct DumpGroups
{
    std::size_t bytes = 0;
    bool onlyPairs = false;
    bool onlyWords = false; ///< of four or eight digits: their byte order is not known
    bool hasTextColumn = false;
};
[[nodiscard]] DumpGroups findDumpGroups(std::string_view line, std::size_t position);

} // namespace pipecore
