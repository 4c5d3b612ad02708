#pragma once

#include "pipecore/base/hex_digits.h"
#include "pipecore/payload/input_error.h"
#include "pipecore/security/rights.h"
#include "pipecore/security/sid.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pipecore {

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
/// Letters of ASCII only: the language has no others.
[[nodiscard]] constexpr char toUpper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Lower-case digits without a prefix.
[[nodiscard]] inline std::string hexNumber(std::uint64_t value)
{
    std::array<char, 16> digits{};
    char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value, 16).ptr;
    return {digits.data(), end};
}

/// A place in a text that is being read, and mistakes at it. The text outlives it.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}
    /// The part [first, last) of a text; positions stay those of the whole.
    Scanner(std::string_view text, std::size_t first, std::size_t last)
        : m_text(text.substr(0, last))
        , m_position(first)
    {}

    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] bool atEnd() const { return m_position == m_text.size(); }
    /// The character some places ahead; NUL behind the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const
    {
        return ahead < m_text.size() - m_position ? m_text[m_position + ahead] : '\0';
    }
    /// The text passed since `start`.
    [[nodiscard]] std::string_view from(std::size_t start) const
    {
        return m_text.substr(start, m_position - start);
    }
    void advance(std::size_t count = 1) { m_position += count; }

    bool take(char wanted)
    {
        if (atEnd() || peek() != wanted) {
            return false;
        }
        advance();
        return true;
    }
    /// Takes a word in either case.
    bool takeWord(std::string_view word)
    {
        for (std::size_t i = 0; i < word.size(); ++i) {
            if (toUpper(peek(i)) != toUpper(word[i])) {
                return false;
            }
        }
        advance(word.size());
        return true;
    }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
            advance();
        }
    }

    /// A mistake at the next characters, at the end of the text behind the last one. The reason is marked with
    /// PIPECORE_TR("InputError", …).
    [[nodiscard]] std::unexpected<InputError> mistakeHere(std::string_view reason,
                                                          std::size_t length = 1) const
    {
        if (atEnd()) {
            return std::unexpected(mistake(m_position, 0, reason));
        }
        InputError error = characterMistake(m_text, m_position, reason);
        error.length = std::max(error.length, std::min(length, m_text.size() - m_position));
        return std::unexpected(error);
    }
    /// A mistake that is all that was passed since `start`.
    [[nodiscard]] std::unexpected<InputError> mistakeFrom(std::size_t start,
                                                          std::string_view reason) const
    {
        return std::unexpected(mistake(start, m_position - start, reason));
    }

private:
    std::string_view m_text;
    std::size_t m_position = 0;
};

/// Reads a SID or an alias and leaves the scanner behind it.
[[nodiscard]] Parsed<Sid> scanSid(Scanner& scanner);
/// Reads rights up to the scanner's end.
[[nodiscard]] Parsed<AccessMask> scanRights(Scanner& scanner, RightsKind kind);

} // namespace pipecore
