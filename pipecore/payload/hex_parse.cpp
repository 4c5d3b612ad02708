#include "hex_dump_reader.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/translatable.h"
#include "pipecore/payload/input_error.h"

#include <optional>

namespace pipecore {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

constexpr bool isOneOf(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

/// Form of the numbers in a text.
enum class Spelling {
    Free,   ///< any mix of spellings
    CArray, ///< each number is one byte with 0x: without it C would mean a decimal number
};

/// Reads input[position, end) into bytes.
class HexReader
{
public:
    HexReader(std::string_view input, std::size_t position, std::size_t end, Spelling spelling)
        : m_text(input.substr(0, end))
        , m_position(position)
        , m_spelling(spelling)
    {}

    [[nodiscard]] Parsed<Bytes> read();

private:
    [[nodiscard]] bool skipSeparator();
    [[nodiscard]] std::size_t prefixLength() const;
    [[nodiscard]] std::optional<InputError> readNumber();

    std::string_view m_text;
    std::size_t m_position;
    Spelling m_spelling;
    Bytes m_bytes;
};

Parsed<Bytes> HexReader::read()
{
    while (m_position < m_text.size()) {
        if (skipSeparator()) {
            continue;
        }
        if (const auto error = readNumber()) {
            return std::unexpected(*error);
        }
    }
    return std::move(m_bytes);
}

bool HexReader::skipSeparator()
{
    const char c = m_text[m_position];
    // A C string continues after its quotes, and after a backslash at the end of a line.
    const bool lineGoesOn =
        c == '\\' && m_position + 1 < m_text.size() && isOneOf(m_text[m_position + 1], "\r\n");
    if (!lineGoesOn && !isOneOf(c, blanks)
        && !isOneOf(c, m_spelling == Spelling::CArray ? "," : ",;:-\"")) {
        return false;
    }
    ++m_position;
    return true;
}

/// 2 when `0x` or `\x` stands here, else 0.
std::size_t HexReader::prefixLength() const
{
    const std::string_view two = m_text.substr(m_position, 2);
    return two == "0x" || two == "0X" || two == "\\x" || two == "\\X" ? 2 : 0;
}

std::optional<InputError> HexReader::readNumber()
{
    const std::size_t prefix = prefixLength();
    const std::size_t digitsAt = m_position + prefix;
    std::size_t run = hexRunLength(m_text, digitsAt);
    // `0x0A0x0B`: the second zero belongs to the next prefix.
    if (run > 1 && digitsAt + run < m_text.size() && isOneOf(m_text[digitsAt + run], "xX")
        && m_text[digitsAt + run - 1] == '0') {
        --run;
    }

    if (run == 0 && prefix == 0) {
        return characterMistake(m_text, m_position, PIPECORE_TR("InputError", "invalid hex digit"));
    }
    if (run == 0) {
        return mistake(m_position, prefix, PIPECORE_TR("InputError", "expected hex digits"));
    }
    if (m_spelling == Spelling::CArray && (prefix == 0 || m_text[m_position] != '0')) {
        return mistake(m_position, prefix + run,
                       PIPECORE_TR("InputError", "bytes of an array must begin with 0x"));
    }
    if (m_spelling == Spelling::CArray && run > 2) {
        return mistake(m_position, prefix + run,
                       PIPECORE_TR("InputError", "the value exceeds one byte"));
    }

    const bool loneDigitIsANumber = run == 1 && prefix != 0 && m_text[m_position] == '0';
    if (loneDigitIsANumber) {
        m_bytes.push_back(hexByte('0', m_text[digitsAt]));
    } else if (run % 2 != 0) {
        return oddRunMistake(m_text, digitsAt + run);
    } else {
        for (std::size_t i = 0; i < run; i += 2) {
            m_bytes.push_back(hexByte(m_text[digitsAt + i], m_text[digitsAt + i + 1]));
        }
    }
    m_position = digitsAt + run;
    return std::nullopt;
}

/// An array of C, C++, C#, Go…: what stands between the braces. Before them a declaration may
/// stand, after them its end and, from `xxd -i`, the line with the length.
Parsed<Bytes> parseArray(std::string_view input, std::size_t open)
{
    const std::string_view before = input.substr(0, open);
    const std::size_t firstWord = before.find_first_not_of(blanks);
    const bool declaration = before.find_first_of("=[") != std::string_view::npos;
    if (firstWord != std::string_view::npos && !declaration) {
        return std::unexpected(mistake(open, 1, PIPECORE_TR("InputError", "unexpected brace")));
    }

    const std::size_t close = input.find('}', open);
    if (close == std::string_view::npos) {
        return std::unexpected(mistake(open, 1, PIPECORE_TR("InputError", "missing closing }")));
    }

    std::size_t rest = close + 1;
    while (rest < input.size() && (isOneOf(input[rest], blanks) || input[rest] == ';')) {
        ++rest;
    }
    if (rest < input.size() && !input.substr(rest).starts_with("unsigned int ")) {
        return std::unexpected(characterMistake(
            input, rest, PIPECORE_TR("InputError", "unexpected text after the array")));
    }
    return HexReader(input, open + 1, close, Spelling::CArray).read();
}

} // namespace

Parsed<Bytes> parseHex(std::string_view input)
{
    if (looksLikeHexDump(input)) {
        return parseHexDump(input);
    }
    if (const std::size_t open = input.find('{'); open != std::string_view::npos) {
        return parseArray(input, open);
    }
    return HexReader(input, 0, input.size(), Spelling::Free).read();
}

} // namespace pipecore
