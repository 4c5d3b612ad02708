#include "lexer.h"

#include "pipecore/base/translatable.h"

#include <array>

namespace pipecore::filter {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isWordCharacter(char c)
{
    // Bytes of other scripts are not names, but are marked together as an error.
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'
           || c == ':' || c == '.' || c == '-' || c == '+' || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::string_view, 18> symbols = {"==", "!=", "<=", ">=", "&&", "||",
                                                      "..", "<",  ">",  "~",  "!",  "(",
                                                      ")",  "{",  "}",  "[",  "]",  ","};

} // namespace

bool Lexer::takeRaw(char wanted)
{
    if (m_position < m_text.size() && m_text[m_position] == wanted) {
        ++m_position;
        return true;
    }
    return false;
}

std::size_t Lexer::wordLength() const
{
    std::size_t end = m_position;
    while (end < m_text.size() && isWordCharacter(m_text[end])
           && !m_text.substr(end).starts_with("..")) {
        ++end;
    }
    return end - m_position;
}

Token Lexer::next()
{
    while (m_position < m_text.size() && isBlank(m_text[m_position])) {
        ++m_position;
    }
    const std::string_view left = rest();
    Token token{.type = Token::Type::End, .offset = m_position, .text = {}, .fault = {}};
    if (left.empty()) {
        return token;
    }
    if (left.starts_with('"')) {
        return string(0);
    }
    if (left.starts_with("r\"")) {
        return string(1);
    }
    for (const std::string_view symbol : symbols) {
        if (left.starts_with(symbol)) {
            token.type = Token::Type::Symbol;
            token.text = left.substr(0, symbol.size());
            m_position += symbol.size();
            return token;
        }
    }
    if (const std::size_t length = wordLength(); length > 0) {
        token.type = Token::Type::Word;
        token.text = left.substr(0, length);
        m_position += length;
        return token;
    }
    token.type = Token::Type::Bad;
    token.text = left.substr(0, 1);
    if (left.starts_with('=')) {
        token.fault = {PIPECORE_TR("ErrorDetail", "Use == to compare")};
    } else if (left.starts_with('&') || left.starts_with('|')) {
        token.fault = {PIPECORE_TR("ErrorDetail", "Use && for “and” and || for “or”")};
    } else if (left.starts_with('\'')) {
        token.fault = {PIPECORE_TR("ErrorDetail", "Use double quotes: \"…\"")};
    } else {
        token.fault = {PIPECORE_TR("ErrorDetail", "Unexpected “%1”"), {std::string(token.text)}};
    }
    ++m_position;
    return token;
}

Token Lexer::string(std::size_t prefix)
{
    Token token{.type = Token::Type::String, .offset = m_position, .text = {}, .fault = {}};
    std::size_t end = m_position + prefix + 1;
    while (end < m_text.size() && m_text[end] != '"') {
        end += m_text[end] == '\\' ? 2 : 1; // the quote of \" ends nothing, also in r"..."
    }
    if (end >= m_text.size()) {
        token.type = Token::Type::Bad;
        token.text = rest();
        token.fault = {PIPECORE_TR("ErrorDetail", "Missing closing quote")};
        m_position = m_text.size();
        return token;
    }
    token.text = m_text.substr(m_position, end + 1 - m_position);
    m_position = end + 1;
    return token;
}

} // namespace pipecore::filter
