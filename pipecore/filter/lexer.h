#pragma once

#include "pipecore/base/error.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pipecore::filter {

struct Token
{
    enum class Type : std::uint8_t {
        End,
        Word,   ///< a name, a number, bytes, a time without quotes
        String, ///< with its quotes
        Symbol, ///< `==`, `&&`, `(`
        Bad,    ///< `fault` says why
    };
    Type type = Type::End;
    std::size_t offset = 0;
    std::string_view text; ///< as it stands there
    Phrase fault;

    [[nodiscard]] bool is(std::string_view wanted) const
    {
        return (type == Type::Word || type == Type::Symbol) && text == wanted;
    }
    [[nodiscard]] std::size_t end() const { return offset + text.size(); }
};

/// Cuts the text of a filter into its words.
class Lexer
{
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    /// The next one; End again and again at the end.
    [[nodiscard]] Token next();
    [[nodiscard]] std::size_t position() const { return m_position; }
    /// Takes one byte if it comes next (no blanks are skipped).
    [[nodiscard]] bool takeRaw(char wanted);
    /// The rest of the text.
    [[nodiscard]] std::string_view rest() const { return m_text.substr(m_position); }
    void skip(std::size_t bytes) { m_position += bytes; }
    /// Goes on from this place.
    void moveTo(std::size_t position) { m_position = position; }

private:
    [[nodiscard]] Token string(std::size_t prefix);
    [[nodiscard]] std::size_t wordLength() const;

    std::string_view m_text;
    std::size_t m_position = 0;
};

} // namespace pipecore::filter
