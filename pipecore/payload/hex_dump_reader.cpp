#include "hex_dump_reader.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/payload/input_error.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace pipecore {

namespace {

constexpr std::size_t offsetDigits = 8;
// An offset typed wrongly after `*` must not ask for all memory there is.
constexpr std::size_t repeatLimit = std::size_t{64} * 1024 * 1024;

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// A line of the input, found by its place in it.
struct Line
{
    std::size_t begin = 0; ///< first character that is not blank
    std::size_t end = 0;   ///< after the last one that is not blank

    [[nodiscard]] bool empty() const { return begin == end; }
};

/// Walks through the lines of a text.
class Lines
{
public:
    explicit Lines(std::string_view input) : m_input(input) {}

    [[nodiscard]] std::optional<Line> next()
    {
        while (m_position < m_input.size()) {
            const std::size_t lineEnd = std::min(m_input.find('\n', m_position), m_input.size());
            Line line{m_position, lineEnd};
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

private:
    std::string_view m_input;
    std::size_t m_position = 0;
};

enum class Style {
    Colon, ///< xxd: groups with one blank between, the text column after two
    Bars,  ///< hexdump -C: pairs, the text column between bars
};

/// The front of a line, up to its first byte.
struct Front
{
    std::uint64_t offset = 0;
    std::size_t offsetLength = 0;
    std::size_t bytesAt = 0;
    Style style = Style::Bars;
};

std::optional<Front> readFront(std::string_view input, Line line)
{
    const std::string_view text = input.substr(0, line.end);
    Front front;
    front.offsetLength = hexRunLength(text, line.begin);
    if (front.offsetLength < offsetDigits || front.offsetLength > 2 * offsetDigits) {
        return std::nullopt;
    }
    std::size_t position = line.begin + front.offsetLength;
    std::from_chars(input.data() + line.begin, input.data() + position, front.offset, 16);
    if (position < line.end && text[position] == ':') {
        front.style = Style::Colon;
        ++position;
    }
    if (position < line.end && !isBlank(text[position])) {
        return std::nullopt;
    }
    while (position < line.end && isBlank(text[position])) {
        ++position;
    }
    front.bytesAt = position;
    return front;
}

/// Adds the bytes of one line to `bytes`.
std::optional<InputError> readBytes(std::string_view input, Line line, const Front& front,
                                    Bytes& bytes)
{
    const std::string_view text = input.substr(0, line.end);
    std::size_t position = front.bytesAt;
    while (position < line.end) {
        const char c = text[position];
        if (isBlank(c)) {
            const bool gap = c == '\t' || isBlank(text[position + 1]);
            if (front.style == Style::Colon && gap) {
                return std::nullopt;
            }
            ++position;
            continue;
        }
        if (c == '|' && front.style == Style::Bars) {
            return std::nullopt;
        }
        const std::size_t run = hexRunLength(text, position);
        if (run == 0) {
            return characterMistake(input, position,
                                    PIPECORE_TR("InputError", "invalid hex digit"));
        }
        if (run % 2 != 0) {
            return oddRunMistake(text, position + run);
        }
        for (std::size_t i = 0; i < run; i += 2) {
            bytes.push_back(hexByte(text[position + i], text[position + i + 1]));
        }
        position += run;
    }
    return std::nullopt;
}

/// Whether only byte pairs stand from `position` on, up to a bar or the end of the line.
struct PairsFound
{
    bool onlyPairs = false;
    bool bar = false;
};
PairsFound findPairs(std::string_view line, std::size_t position)
{
    bool any = false;
    while (position < line.size()) {
        if (isBlank(line[position])) {
            ++position;
            continue;
        }
        if (line[position] == '|') {
            return {any, true};
        }
        if (hexRunLength(line, position) != 2) {
            return {};
        }
        any = true;
        position += 2;
    }
    return {any, false};
}

/// Collects the lines of one dump.
class Collector
{
public:
    explicit Collector(std::string_view input) : m_input(input) {}

    std::optional<InputError> add(Line line);
    [[nodiscard]] Parsed<Bytes> finish();

private:
    std::optional<InputError> repeatUpTo(std::uint64_t offset, Line line, std::size_t length);
    [[nodiscard]] std::uint64_t nextOffset() const { return m_firstOffset + m_bytes.size(); }

    std::string_view m_input;
    Bytes m_bytes;
    std::uint64_t m_firstOffset = 0;
    bool m_started = false;
    std::size_t m_lastLineAt = 0; ///< offset of the previous line in m_bytes
    std::optional<Line> m_star;
};

std::optional<InputError> Collector::add(Line line)
{
    if (line.end - line.begin == 1 && m_input[line.begin] == '*') {
        if (m_bytes.size() == m_lastLineAt) {
            return mistake(line.begin, 1, PIPECORE_TR("InputError", "no line before * to repeat"));
        }
        m_star = line;
        return std::nullopt;
    }
    const auto front = readFront(m_input, line);
    if (!front) {
        return mistake(line.begin, line.end - line.begin,
                       PIPECORE_TR("InputError", "expected an offset at the start of the line"));
    }
    if (!m_started) {
        m_started = true;
        m_firstOffset = front->offset;
    }
    if (m_star) {
        if (auto error = repeatUpTo(front->offset, line, front->offsetLength)) {
            return error;
        }
    }
    if (front->offset != nextOffset()) {
        return mistake(line.begin, front->offsetLength,
                       PIPECORE_TR("InputError", "the offset does not match the preceding lines"));
    }
    if (front->bytesAt < line.end) {
        m_lastLineAt = m_bytes.size();
    }
    return readBytes(m_input, line, *front, m_bytes);
}

std::optional<InputError> Collector::repeatUpTo(std::uint64_t offset, Line line, std::size_t length)
{
    m_star.reset();
    if (offset < nextOffset()) {
        return std::nullopt; // add() reports it
    }
    const std::uint64_t missing = offset - nextOffset();
    if (missing > repeatLimit) {
        return mistake(line.begin, length, PIPECORE_TR("InputError", "* repeats more than 64 MiB"));
    }
    const std::size_t width = m_bytes.size() - m_lastLineAt;
    m_bytes.reserve(m_bytes.size() + missing);
    for (std::uint64_t i = 0; i < missing; ++i) {
        m_bytes.push_back(m_bytes[m_bytes.size() - width]);
    }
    return std::nullopt;
}

Parsed<Bytes> Collector::finish()
{
    if (m_star) {
        return std::unexpected(mistake(
            m_star->begin, 1, PIPECORE_TR("InputError", "expected a line with an offset after *")));
    }
    return std::move(m_bytes);
}

} // namespace

bool looksLikeHexDump(std::string_view input)
{
    const auto line = Lines(input).next();
    if (!line) {
        return false;
    }
    const auto front = readFront(input, *line);
    if (!front || front->bytesAt == line->end) {
        return false;
    }
    if (front->style == Style::Colon) {
        return true;
    }
    const std::size_t gap = front->bytesAt - line->begin - front->offsetLength;
    const PairsFound found = findPairs(input.substr(0, line->end), front->bytesAt);
    // Without bars `deadbeef  01 02` may be six bytes as well; zero is where dumps begin.
    return gap >= 2 && found.onlyPairs && (found.bar || front->offset == 0);
}

Parsed<Bytes> parseHexDump(std::string_view input)
{
    Collector collector(input);
    Lines lines(input);
    while (const auto line = lines.next()) {
        if (const auto error = collector.add(*line)) {
            return std::unexpected(*error);
        }
    }
    return collector.finish();
}

} // namespace pipecore
