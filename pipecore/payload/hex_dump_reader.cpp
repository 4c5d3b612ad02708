#include "hex_dump_reader.h"

#include "hex_dump_line.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/payload/input_error.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace pipecore {

namespace {

// An offset typed wrongly after `*` must not ask for all memory there is.
constexpr std::size_t repeatLimit = std::size_t{64} * 1024 * 1024;
constexpr std::size_t hexdumpDigits = 8; // offsets of hexdump -C and xxd
constexpr std::size_t odDigits = 7;      // of od
constexpr std::size_t odHexDigits = 6;   // of od -A x

InputError wordsMistake(const DumpFront& front, DumpLine line)
{
    return mistake(front.bytesAt, line.end - front.bytesAt,
                   PIPECORE_TR("InputError",
                               "this dump has words whose byte order is not known: make "
                               "it of single bytes (xxd, od -t x1, x/xb)"));
}

/// Where the bytes of a line end and the text column begins.
bool isEndOfBytes(std::string_view text, std::size_t position, const DumpFront& front)
{
    const char c = text[position];
    switch (front.style) {
    case DumpStyle::Colon: return c == '\t' || (c == ' ' && isBlank(text[position + 1]));
    case DumpStyle::Plain:
        return c == '|' || c == '>'
               || (isBlank(c)
                   && text.substr(position, 3).find_first_not_of(" \t") == std::string_view::npos);
    case DumpStyle::Values: break;
    }
    return false;
}

/// Adds the bytes of one line to `bytes`. `textAt`: where its text column may begin.
std::optional<InputError> readBytes(std::string_view input, DumpLine line, const DumpFront& front,
                                    Bytes& bytes, std::size_t& textAt)
{
    const std::string_view text = input.substr(0, line.end);
    std::size_t position = front.bytesAt;
    while (position < line.end && !isEndOfBytes(text, position, front)) {
        if (isBlank(text[position])) {
            ++position;
            continue;
        }
        if (front.style == DumpStyle::Values) {
            if (text.substr(position, 2) != "0x") {
                return characterMistake(
                    input, position,
                    PIPECORE_TR("InputError", "bytes of an array must begin with 0x"));
            }
            position += 2;
        }
        const std::size_t run = hexRunLength(text, position);
        if (run == 0) {
            return characterMistake(input, position,
                                    PIPECORE_TR("InputError", "invalid hex digit"));
        }
        if (front.style == DumpStyle::Values && run > 2) {
            return wordsMistake(front, line);
        }
        if (run % 2 != 0) {
            return oddRunMistake(text, position + run);
        }
        for (std::size_t i = 0; i < run; i += 2) {
            bytes.push_back(hexByte(text[position + i], text[position + i + 1]));
        }
        position += run;
    }
    textAt = position;
    return std::nullopt;
}

/// Whether a text column shows these bytes, when each word of `width` bytes is turned around.
bool showsTurned(std::string_view column, ByteView bytes, std::size_t width)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t begin = i / width * width;
        const std::size_t last = std::min(begin + width, bytes.size()) - 1;
        const char c = static_cast<char>(bytes[last - (i - begin)]);
        if (column[i] != (c >= ' ' && c <= '~' ? c : '.')) {
            return false;
        }
    }
    return true;
}

/// xxd -e: the text column shows the bytes in their order, and its words have them turned around.
bool isTurnedAround(ByteView bytes, std::string_view rest)
{
    constexpr std::size_t mostBlanks =
        8; // at the end of the column, which an editor may have removed
    constexpr std::array<std::size_t, 3> widths{2, 4, 8};
    bool isTurned = false;
    std::string column(rest);
    for (std::size_t blanks = 0; blanks <= mostBlanks && column.size() >= bytes.size(); ++blanks) {
        const auto end = std::string_view(column).substr(column.size() - bytes.size());
        if (showsTurned(end, bytes, 1)) {
            return false;
        }
        isTurned = isTurned || std::ranges::any_of(widths, [&](std::size_t width) {
                       return showsTurned(end, bytes, width);
                   });
        column += ' ';
    }
    return isTurned;
}

/// Collects the lines of one dump.
class Collector
{
public:
    Collector(std::string_view input, int base) : m_input(input), m_base(base) {}

    std::optional<InputError> add(DumpLine line);
    [[nodiscard]] Parsed<Bytes> finish();

private:
    std::optional<InputError> addBytes(DumpLine line, const DumpFront& front);
    std::optional<InputError> repeatUpTo(std::uint64_t offset, const DumpFront& front);
    [[nodiscard]] std::uint64_t nextOffset() const { return m_firstOffset + m_bytes.size(); }

    std::string_view m_input;
    int m_base;
    Bytes m_bytes;
    std::uint64_t m_firstOffset = 0;
    bool m_started = false;
    std::size_t m_lastLineAt = 0; ///< offset of the previous line in m_bytes
    std::optional<DumpLine> m_star;
};

std::optional<InputError> Collector::add(DumpLine line)
{
    if (line.end - line.begin == 1 && m_input[line.begin] == '*') {
        if (m_bytes.size() == m_lastLineAt) {
            return mistake(line.begin, 1, PIPECORE_TR("InputError", "no line before * to repeat"));
        }
        m_star = line;
        return std::nullopt;
    }
    const auto front = readDumpFront(m_input, line);
    const auto offset = front ? offsetValue(front->offset, m_base) : std::nullopt;
    if (!offset) {
        return mistake(line.begin, line.end - line.begin,
                       PIPECORE_TR("InputError", "expected an offset at the start of the line"));
    }
    if (!m_started) {
        m_started = true;
        m_firstOffset = *offset;
    }
    if (m_star) {
        if (auto error = repeatUpTo(*offset, *front)) {
            return error;
        }
    }
    if (*offset != nextOffset()) {
        return mistake(front->offsetAt, front->offset.size() + (front->hasPrefix ? 2 : 0),
                       PIPECORE_TR("InputError", "the offset does not match the preceding lines"));
    }
    if (front->bytesAt < line.end) {
        m_lastLineAt = m_bytes.size();
    }
    return addBytes(line, *front);
}

std::optional<InputError> Collector::addBytes(DumpLine line, const DumpFront& front)
{
    const std::size_t before = m_bytes.size();
    std::size_t textAt = line.end;
    if (auto error = readBytes(m_input, line, front, m_bytes, textAt)) {
        return error;
    }
    if (front.style != DumpStyle::Colon) {
        return std::nullopt;
    }
    const std::string_view rest = m_input.substr(textAt, line.end - textAt);
    return isTurnedAround(ByteView(m_bytes).subspan(before), rest)
               ? std::optional(wordsMistake(front, line))
               : std::nullopt;
}

std::optional<InputError> Collector::repeatUpTo(std::uint64_t offset, const DumpFront& front)
{
    m_star.reset();
    if (offset < nextOffset()) {
        return std::nullopt; // add() reports it
    }
    const std::uint64_t missing = offset - nextOffset();
    if (missing > repeatLimit) {
        return mistake(front.offsetAt, front.offset.size(),
                       PIPECORE_TR("InputError", "* repeats more than 64 MiB"));
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

/// The first two lines, by which a dump is told.
struct Beginning
{
    DumpLine line;
    DumpFront front;
    DumpGroups groups;
    std::optional<DumpFront> next;
};

std::optional<Beginning> beginningOf(std::string_view input)
{
    DumpLines lines(input);
    const auto line = lines.next();
    const auto front = line ? readDumpFront(input, *line) : std::nullopt;
    if (!front || front->bytesAt == line->end) {
        return std::nullopt;
    }
    Beginning beginning{.line = *line,
                        .front = *front,
                        .groups = findDumpGroups(input.substr(0, line->end), front->bytesAt),
                        .next = std::nullopt};
    if (const auto second = lines.next()) {
        beginning.next = readDumpFront(input, *second);
    }
    return beginning;
}

/// The base in which the second offset follows from the first; nothing when none does.
std::optional<int> baseOf(const Beginning& beginning)
{
    if (!beginning.next || beginning.next->offset.size() != beginning.front.offset.size()) {
        return std::nullopt;
    }
    // Only od has offsets of seven digits: octal, decimal with -A d; those of hexdump are hex.
    const bool isOd = beginning.front.offset.size() == odDigits;
    constexpr std::array bases{8, 16, 10};
    for (const int base : bases) {
        const auto first = offsetValue(beginning.front.offset, base);
        const auto second = offsetValue(beginning.next->offset, base);
        if ((base == 16 || isOd) && first && second && *second == *first + beginning.groups.bytes) {
            return base;
        }
    }
    return std::nullopt;
}

bool isZero(std::string_view digits)
{
    return digits.find_first_not_of('0') == std::string_view::npos;
}

} // namespace

bool looksLikeHexDump(std::string_view input)
{
    const auto beginning = beginningOf(input);
    if (!beginning) {
        return false;
    }
    const auto& [line, front, groups, next] = *beginning;
    const std::size_t digits = front.offset.size();
    if (front.hasPrefix || (front.style == DumpStyle::Colon && digits >= hexdumpDigits)) {
        return true;
    }
    if (!groups.onlyPairs && !groups.onlyWords) {
        return false;
    }
    const bool isAtStart = isZero(front.offset);
    if (front.style == DumpStyle::Colon) {
        return isAtStart || baseOf(*beginning);
    }
    if (digits == odDigits) {
        return true; // an odd number of digits is no bytes
    }
    if (baseOf(*beginning)) {
        return true;
    }
    if (groups.onlyWords) {
        return digits < hexdumpDigits && digits > 4 && isAtStart;
    }
    // `deadbeef  01 02` may be six bytes as well; zero is where dumps begin.
    if (digits >= hexdumpDigits) {
        return front.gap >= 2 && (groups.hasTextColumn || isAtStart);
    }
    return front.gap >= 3 || (digits > 4 && isAtStart);
}

Parsed<Bytes> parseHexDump(std::string_view input)
{
    int base = 16;
    if (const auto beginning = beginningOf(input)) {
        if (beginning->front.style == DumpStyle::Plain && beginning->groups.onlyWords) {
            return std::unexpected(wordsMistake(beginning->front, beginning->line));
        }
        const auto found = baseOf(*beginning);
        base = found.value_or(16);
        const DumpFront& front = beginning->front;
        if (!found && front.style == DumpStyle::Plain && front.offset.size() == odHexDigits
            && front.gap == 1) {
            return std::unexpected(mistake(
                front.offsetAt, front.offset.size(),
                PIPECORE_TR("InputError", "this is an offset, or three bytes: remove it, or "
                                          "write 00 00 00")));
        }
    }
    Collector collector(input, base);
    DumpLines lines(input);
    while (const auto line = lines.next()) {
        if (const auto error = collector.add(*line)) {
            return std::unexpected(*error);
        }
    }
    return collector.finish();
}

} // namespace pipecore
