#include "hex_dump_line.h"

#include "pipecore/base/hex_digits.h"

#include <algorithm>
#include <charconv>

namespace pipecore {

namespace {

constexpr std::size_t fewestDigits = 4; // tcpdump and Wireshark
constexpr std::size_t maxDigits = 16;
constexpr std::size_t textGap = 3; // Wireshark's text column comes after as many blanks

std::size_t afterBlanks(std::string_view text, std::size_t position)
{
    while (position < text.size() && isBlank(text[position])) {
        ++position;
    }
    return position;
}

} // namespace

std::optional<DumpLine> DumpLines::next()
{
    while (m_position < m_input.size()) {
        const std::size_t lineEnd = std::min(m_input.find('\n', m_position), m_input.size());
        DumpLine line{m_position, lineEnd};
        m_position = lineEnd + 1;
        while (!line.empty() && isBlank(m_input[line.begin])) {
            ++line.begin;
        }
        while (!line.empty() && isBlank(m_input[line.end - 1])) {
            --line.end;
        }
        if (!line.empty()) {
            return line;
        }
    }
    return std::nullopt;
}

std::optional<DumpFront> readDumpFront(std::string_view input, DumpLine line)
{
    const std::string_view text = input.substr(0, line.end);
    DumpFront front;
    front.offsetAt = line.begin;
    front.hasPrefix = text.substr(line.begin, 2) == "0x";
    std::size_t position = line.begin + (front.hasPrefix ? 2 : 0);
    front.offset = text.substr(position, hexRunLength(text, position));
    if (front.offset.size() < fewestDigits || front.offset.size() > maxDigits) {
        return std::nullopt;
    }
    position += front.offset.size();
    if (front.hasPrefix && text.substr(position, 2) == " <") { // gdb: the symbol
        position = std::min(text.find('>', position), text.size() - 1) + 1;
    }
    const bool hasColon = position < line.end && text[position] == ':';
    position += hasColon ? 1 : 0;
    if ((front.hasPrefix && !hasColon) || (position < line.end && !isBlank(text[position]))) {
        return std::nullopt;
    }
    front.bytesAt = afterBlanks(text, position);
    front.gap = front.bytesAt - position;
    const bool hasValues = front.hasPrefix && text.substr(front.bytesAt, 2) == "0x";
    front.style = hasValues ? DumpStyle::Values : hasColon ? DumpStyle::Colon : DumpStyle::Plain;
    return front;
}

std::optional<std::uint64_t> offsetValue(std::string_view digits, int base)
{
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [rest, error] = std::from_chars(digits.data(), end, value, base);
    return error == std::errc{} && rest == end ? std::optional(value) : std::nullopt;
}

DumpGroups findDumpGroups(std::string_view line, std::size_t position)
{
    DumpGroups groups{.onlyPairs = true, .onlyWords = true};
    while (position < line.size()) {
        const std::size_t next = afterBlanks(line, position);
        if (next == line.size()) {
            break;
        }
        if (line[next] == '|' || line[next] == '>'
            || (groups.bytes > 0 && next - position >= textGap)) {
            groups.hasTextColumn = true;
            break;
        }
        const std::size_t run = hexRunLength(line, next);
        const bool isWord = next + run == line.size() || isBlank(line[next + run]);
        groups.onlyPairs = groups.onlyPairs && run == 2;
        groups.onlyWords = groups.onlyWords && isWord && (run == 4 || run == 8);
        if (!groups.onlyPairs && !groups.onlyWords) {
            return {};
        }
        groups.bytes += run / 2;
        position = next + run;
    }
    groups.onlyPairs = groups.onlyPairs && groups.bytes > 0;
    groups.onlyWords = groups.onlyWords && groups.bytes > 0;
    return groups;
}

} // namespace pipecore
