#pragma once

#include "fields.h"
#include "lexer.h"
#include "program.h"

#include "pipecore/filter/filter.h"

#include <expected>
#include <memory>
#include <optional>

namespace pipecore::filter {

/// Token expected where the text ended or became invalid.
struct Expectation
{
    enum class Kind : std::uint8_t {
        Nothing,    ///< known to the program, such as a number
        Operand,    ///< a field, `!`, `(`
        Operator,   ///< of `field`, or a connective
        Set,        ///< the brace that begins one
        Value,      ///< of `field`
        Connective, ///< `&&`, `||`
    };
    Kind kind = Kind::Operand;
    std::optional<Field> field;
    Operator operation = Operator::Present;
};

/// Makes a program of a text, by recursive descent.
///
///     any     = all { ("||" | "or") all }
///     all     = not { ("&&" | "and") not }
///     not     = ("!" | "not") not | "(" any ")" | test
///     test    = field [ slices ] [ operator value ] | path [ operator value ] | text
///     path    = decoder { "." name | "[" number "]" | "[*]" }
class Parser
{
public:
    explicit Parser(std::string_view text);

    [[nodiscard]] std::expected<std::shared_ptr<const Program>, FilterError> parse();
    /// After parse(): the token expected where it stopped.
    [[nodiscard]] const Expectation& expectation() const { return m_expectation; }
    /// After parse(): it read all of the text before it stopped.
    [[nodiscard]] bool isAtEnd() const { return m_token.type == Token::Type::End; }

private:
    using NodeNumber = std::uint32_t;
    using Parsed = std::expected<NodeNumber, FilterError>;
    using Done = std::expected<void, FilterError>;

    [[nodiscard]] Parsed any();
    [[nodiscard]] Parsed all();
    [[nodiscard]] Parsed negation();
    [[nodiscard]] Parsed group();
    [[nodiscard]] Parsed test();
    /// A field of the decoded payload, at the current word.
    [[nodiscard]] Done path(Test& test);
    /// A word or a text that stands for `text contains`; an error when an operator follows it.
    [[nodiscard]] Done bareText(Test& test);
    [[nodiscard]] Done comparison(Test& test);
    [[nodiscard]] Done set(Test& test);
    /// The value at the current token, into `test`; takes the token.
    [[nodiscard]] Done value(Test& test);
    [[nodiscard]] Done number(Test& test, bool duration);
    [[nodiscard]] Done time(Test& test);
    [[nodiscard]] Done word(Test& test);
    [[nodiscard]] Done rowWord(Test& test);
    [[nodiscard]] Done text(Test& test);
    [[nodiscard]] Done bytes(Test& test);
    [[nodiscard]] Done literal(Test& test);
    [[nodiscard]] Done pattern(Test& test);
    /// The bytes that the current token says; takes it.
    [[nodiscard]] std::expected<std::string, FilterError> byteValue(const Test& test);
    [[nodiscard]] std::expected<std::int64_t, FilterError> numberValue(const Test& test,
                                                                       bool duration);
    [[nodiscard]] Done slices(Test& test);
    [[nodiscard]] Done checkSliceLength(const Test& test, const std::string& bytes,
                                        const Token& token) const;

    /// Nothing more belongs to this comparison.
    [[nodiscard]] bool isAtConnective() const;
    void advance();
    [[nodiscard]] bool take(std::string_view symbol);
    [[nodiscard]] NodeNumber add(Node node);
    [[nodiscard]] NodeNumber added(Test test);
    void expect(Expectation expectation) { m_expectation = expectation; }
    /// An error at the current token, unless that is wrong by itself.
    [[nodiscard]] std::unexpected<FilterError> wrong(const Phrase& message) const;
    [[nodiscard]] std::unexpected<FilterError> wrongAt(std::size_t offset, std::size_t length,
                                                       Phrase message) const;

    std::string_view m_text;
    Lexer m_lexer;
    Token m_token;
    std::shared_ptr<Program> m_program;
    Expectation m_expectation;
    int m_depth = 0;
};

/// Orders the sides of && and || so that cheap ones are evaluated first, and records its needs.
void finishProgram(Program& program);

} // namespace pipecore::filter
