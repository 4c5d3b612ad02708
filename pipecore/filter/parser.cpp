#include "parser.h"

#include "pipecore/base/translatable.h"
#include "values.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace pipecore::filter {

namespace {

constexpr int maxNesting = 100;
constexpr std::size_t maxTests = 1000;

std::string quoted(std::string_view text)
{
    constexpr std::size_t maxQuoted = 40;
    return std::string(text.substr(0, maxQuoted)) + (text.size() > maxQuoted ? "…" : "");
}

/// Why a word where a field belongs is none.
Phrase noField(const Token& token)
{
    std::string names;
    for (const FieldInfo& info : fields()) {
        names += (names.empty() ? "" : ", ") + std::string(info.name);
    }
    if (token.type == Token::Type::Word) {
        return {PIPECORE_TR("ErrorDetail", "Unknown field “%1”. Fields: %2"),
                {quoted(token.text), names}};
    }
    return {PIPECORE_TR("ErrorDetail", "Expected a field: %1"), {names}};
}

Phrase takesNoValue(const FieldInfo& info)
{
    return {PIPECORE_TR("ErrorDetail", "“%1” takes no value: use %1 or !%1"),
            {std::string(info.name)}};
}

} // namespace

Parser::Parser(std::string_view text)
    : m_text(text)
    , m_lexer(text)
    , m_program(std::make_shared<Program>())
{
    m_program->source = text;
}

std::expected<std::shared_ptr<const Program>, FilterError> Parser::parse()
{
    if (m_text.size() > Filter::maxTextLength) {
        return wrongAt(Filter::maxTextLength, m_text.size() - Filter::maxTextLength,
                       {PIPECORE_TR("ErrorDetail", "A filter has at most %1 bytes"),
                        {std::to_string(Filter::maxTextLength)}});
    }
    advance();
    expect({.kind = Expectation::Kind::Operand, .field = {}});
    if (m_token.type == Token::Type::End) {
        return m_program;
    }
    if (auto root = any(); !root) {
        return std::unexpected(std::move(root.error()));
    }
    if (m_token.type != Token::Type::End) {
        return wrong({PIPECORE_TR("ErrorDetail", "Expected && or ||")});
    }
    finishProgram(*m_program);
    return m_program;
}

Parser::Parsed Parser::any()
{
    auto left = all();
    while (left && (take("||") || take("or"))) {
        const auto right = all();
        left = right ? add({.type = Node::Type::Or, .left = *left, .right = *right}) : right;
    }
    return left;
}

Parser::Parsed Parser::all()
{
    auto left = negation();
    while (left && (take("&&") || take("and"))) {
        const auto right = negation();
        left = right ? add({.type = Node::Type::And, .left = *left, .right = *right}) : right;
    }
    return left;
}

Parser::Parsed Parser::negation()
{
    expect({.kind = Expectation::Kind::Operand, .field = {}});
    if (m_depth >= maxNesting) {
        return wrong({PIPECORE_TR("ErrorDetail", "Parentheses are nested deeper than %1 levels"),
                      {std::to_string(maxNesting)}});
    }
    ++m_depth;
    Parsed node;
    if (take("!") || take("not")) {
        node = negation();
        if (node) {
            node = add({.type = Node::Type::Not, .left = *node});
        }
    } else if (m_token.is("(")) {
        node = group();
    } else {
        node = test();
    }
    --m_depth;
    return node;
}

Parser::Parsed Parser::group()
{
    const Token open = m_token;
    advance();
    auto inner = any();
    if (!inner) {
        return inner;
    }
    if (!take(")")) {
        if (m_token.type == Token::Type::End) {
            return wrongAt(open.offset, 1,
                           {PIPECORE_TR("ErrorDetail", "Missing closing parenthesis")});
        }
        return wrong({PIPECORE_TR("ErrorDetail", "Expected &&, || or )")});
    }
    expect({.kind = Expectation::Kind::Connective, .field = {}});
    return inner;
}

Parser::Parsed Parser::test()
{
    if (m_program->tests.size() >= maxTests) {
        return wrong({PIPECORE_TR("ErrorDetail", "A filter has at most %1 comparisons"),
                      {std::to_string(maxTests)}});
    }
    Test test;
    const bool isWord = m_token.type == Token::Type::Word;
    const auto field = isWord ? fieldNamed(m_token.text) : std::nullopt;
    if (!field) {
        const bool isPath = isWord && beginsPath(m_token.text);
        if (auto done = isPath ? path(test) : bareText(test); !done) {
            return std::unexpected(std::move(done.error()));
        }
        return added(std::move(test));
    }
    test.field = *field;
    // The lexer stands behind the word: slices follow it at once or after blanks.
    advance();
    expect({.kind = Expectation::Kind::Operator, .field = *field});
    if (m_token.is("[")) {
        if (auto done = slices(test); !done) {
            return std::unexpected(std::move(done.error()));
        }
        expect({.kind = Expectation::Kind::Operator, .field = *field});
    }
    if (auto done = comparison(test); !done) {
        return std::unexpected(std::move(done.error()));
    }
    return added(std::move(test));
}

Parser::NodeNumber Parser::added(Test test)
{
    m_program->tests.push_back(std::move(test));
    return add(
        {.type = Node::Type::Test, .left = static_cast<NodeNumber>(m_program->tests.size() - 1)});
}

Parser::Done Parser::path(Test& test)
{
    auto parsed = parsePath(m_text.substr(m_token.offset));
    if (!parsed) {
        return wrongAt(m_token.offset + parsed.error().offset, 1,
                       std::move(parsed.error().message));
    }
    test.field = Field::Decoded;
    test.decoded = std::make_shared<const DecodedPath>(std::move(parsed->path));
    m_lexer.moveTo(m_token.offset + parsed->length);
    advance();
    expect({.kind = Expectation::Kind::Operator, .field = Field::Decoded});
    return comparison(test);
}

Parser::Done Parser::bareText(Test& test)
{
    const Token token = m_token;
    const bool isText = token.type == Token::Type::String;
    if (!isText && token.type != Token::Type::Word) {
        return wrong(noField(token));
    }
    const StringValue value = isText ? parseString(token.text) : StringValue{};
    if (value.fault) {
        return wrongAt(token.offset + *value.fault, 2, unknownEscape());
    }
    advance();
    if (!isAtConnective()) {
        if (!isText && operatorNamed(m_token.text)) {
            return wrongAt(token.offset, token.text.size(), noField(token));
        }
        return wrong({PIPECORE_TR("ErrorDetail",
                                  "Expected && or ||. Put text with blanks in quotes: \"…\"")});
    }
    m_program->endsInHalfField = !isText && token.end() == m_text.size()
                                 && std::ranges::any_of(fields(), [&](const FieldInfo& info) {
                                        return info.name.starts_with(toSmall(token.text));
                                    });
    test.field = Field::Text;
    test.operation = Operator::Contains;
    test.values.push_back(isText ? value.text : std::string(token.text));
    test.wides.push_back(toWide(test.values.front()));
    expect({.kind = Expectation::Kind::Connective, .field = {}});
    return {};
}

bool Parser::isAtConnective() const
{
    return m_token.type == Token::Type::End || m_token.is(")") || m_token.is("&&")
           || m_token.is("||") || m_token.is("and") || m_token.is("or");
}

Parser::Done Parser::comparison(Test& test)
{
    const FieldInfo& info = infoOf(test.field);
    const bool isName = m_token.type == Token::Type::Word || m_token.type == Token::Type::Symbol;
    const auto operation = isName ? operatorNamed(m_token.text) : std::nullopt;
    if (!operation) {
        if (isAtConnective()) {
            return {}; // the field alone
        }
        return wrong(info.type == Type::Flag
                         ? takesNoValue(info)
                         : Phrase{PIPECORE_TR("ErrorDetail", "Expected an operator: %1"),
                                  {operatorsFor(info.type)}});
    }
    if (info.type == Type::Flag) {
        return wrong(takesNoValue(info));
    }
    if (!fits(*operation, info.type)) {
        return wrong(
            {PIPECORE_TR("ErrorDetail", "“%1” does not support %2. Use: %3"),
             {std::string(info.name), std::string(m_token.text), operatorsFor(info.type)}});
    }
    test.operation = *operation;
    test.negated = *operation == Operator::NotEqual;
    advance();
    expect({.kind = Expectation::Kind::Value, .field = test.field, .operation = *operation});
    auto done = *operation == Operator::In        ? set(test)
                : *operation == Operator::Matches ? pattern(test)
                                                  : value(test);
    if (done) {
        expect({.kind = Expectation::Kind::Connective, .field = {}});
    }
    return done;
}

Parser::Done Parser::set(Test& test)
{
    const Token open = m_token;
    expect({.kind = Expectation::Kind::Set, .field = {}});
    if (!take("{")) {
        return wrong({PIPECORE_TR("ErrorDetail", "Expected a set: {…, …}")});
    }
    do {
        expect({.kind = Expectation::Kind::Value, .field = test.field, .operation = Operator::In});
        if (auto done = value(test); !done) {
            return done;
        }
        expect({.kind = Expectation::Kind::Nothing, .field = {}});
    } while (take(","));
    if (!take("}")) {
        if (m_token.type == Token::Type::End) {
            return wrongAt(open.offset, 1,
                           {PIPECORE_TR("ErrorDetail", "Missing closing } of the set")});
        }
        return wrong({PIPECORE_TR("ErrorDetail", "Expected ',' or }")});
    }
    return {};
}

Parser::Done Parser::value(Test& test)
{
    switch (infoOf(test.field).type) {
    case Type::Number: return number(test, false);
    case Type::Duration: return number(test, true);
    case Type::Time: return time(test);
    case Type::Direction:
    case Type::Kind: return word(test);
    case Type::Word: return rowWord(test);
    case Type::Name:
    case Type::Text: return text(test);
    case Type::Decoded: return literal(test);
    case Type::Bytes:
    case Type::Flag: break;
    }
    return bytes(test);
}

void Parser::advance()
{
    m_token = m_lexer.next();
}

bool Parser::take(std::string_view symbol)
{
    if (!m_token.is(symbol)) {
        return false;
    }
    advance();
    return true;
}

Parser::NodeNumber Parser::add(Node node)
{
    m_program->nodes.push_back(node);
    return static_cast<NodeNumber>(m_program->nodes.size() - 1);
}

std::unexpected<FilterError> Parser::wrong(const Phrase& message) const
{
    return wrongAt(m_token.offset, m_token.text.size(),
                   m_token.type == Token::Type::Bad ? m_token.fault : message);
}

std::unexpected<FilterError> Parser::wrongAt(std::size_t offset, std::size_t length,
                                             Phrase message) const
{
    return std::unexpected(FilterError{.offset = offset,
                                       .length = std::max<std::size_t>(length, 1),
                                       .message = std::move(message)});
}

} // namespace pipecore::filter
