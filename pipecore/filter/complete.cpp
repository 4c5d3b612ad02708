#include "pipecore/filter/filter.h"

#include "parser.h"
#include "values.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <set>

namespace pipecore {

namespace {

using Candidate = FilterCompletion::Candidate;
using Kind = FilterCompletion::Kind;
using filter::Expectation;
using filter::Token;
using filter::Type;

constexpr std::size_t maxCandidates = 200;

/// Start of the unfinished word at the end of the text; the end of the text without one.
std::size_t partBegin(std::string_view text)
{
    filter::Lexer lexer(text);
    Token last;
    for (Token token = lexer.next(); token.type != Token::Type::End; token = lexer.next()) {
        last = token;
        if (token.type == Token::Type::Word && filter::beginsPath(token.text)) {
            const auto path = filter::parsePath(text.substr(token.offset));
            const std::size_t end = token.offset + (path ? path->length : path.error().offset);
            if (end == text.size()) {
                return token.offset;
            }
            lexer.moveTo(end);
        }
    }
    const bool isPart = (last.type == Token::Type::Word || last.type == Token::Type::Bad)
                        && last.end() == text.size();
    return isPart ? last.offset : text.size();
}

std::string_view lastPart(std::string_view path)
{
    const std::size_t separator = path.find_last_of("\\/");
    return separator == std::string_view::npos ? path : path.substr(separator + 1);
}

/// Values of a field that the session has, as they are written in a filter.
std::vector<std::string> knownValues(filter::Field field, const SessionFacts& facts)
{
    std::set<std::string> texts;
    std::set<std::uint64_t> numbers;
    if (field == filter::Field::Endpoint) {
        facts.visitEndpoints([&](const EndpointFacts& endpoint) {
            texts.insert(endpoint.name);
            return true;
        });
    }
    facts.visitConnections([&](const ConnectionFacts& connection) {
        const PeerInfo* peer = connection.peer.get();
        if (field == filter::Field::Conn) {
            numbers.insert(connection.id.value);
        } else if (field == filter::Field::Pid && peer != nullptr && peer->processId) {
            numbers.insert(*peer->processId);
        } else if (field == filter::Field::Image && peer != nullptr && peer->image) {
            texts.emplace(lastPart(*peer->image));
        } else if (field == filter::Field::User) {
            texts.insert(connection.user);
        }
        return std::max(texts.size(), numbers.size()) < maxCandidates;
    });
    std::vector<std::string> values;
    values.reserve(numbers.size() + texts.size());
    for (const std::uint64_t number : numbers) {
        values.push_back(std::to_string(number));
    }
    for (const std::string& text : texts) {
        if (!text.empty()) {
            values.push_back(filterString(text));
        }
    }
    return values;
}

/// Candidates that continue the typed part; the quote of a text need not be typed.
class Collector
{
public:
    explicit Collector(std::string_view part) : m_part(filter::toSmall(part)) {}

    void add(std::string_view text, Kind kind, std::string_view help)
    {
        const std::string small = filter::toSmall(text);
        const bool fits = small.starts_with(m_part)
                          || (small.starts_with('"') && small.substr(1).starts_with(m_part));
        if (fits && candidates.size() < maxCandidates) {
            candidates.push_back({.text = std::string(text), .kind = kind, .help = help});
        }
    }

    void addFields()
    {
        for (const filter::FieldInfo& info : filter::fields()) {
            add(info.name, Kind::Field, info.help);
        }
        add("not", Kind::Connective, PIPECORE_TR("FilterHelp", "not"));
    }
    void addPaths(std::span<const std::string> paths)
    {
        for (const std::string& path : paths) {
            add(path, Kind::Field, PIPECORE_TR("FilterHelp", "field of the decoded message"));
        }
    }
    void addOperators(filter::Field field)
    {
        for (const filter::OperatorInfo& info : filter::operators()) {
            if (filter::fits(info.operation, filter::infoOf(field).type)) {
                add(info.symbol, Kind::Operator, info.help);
            }
        }
    }
    void addConnectives()
    {
        add("&&", Kind::Connective, PIPECORE_TR("FilterHelp", "and"));
        add("||", Kind::Connective, PIPECORE_TR("FilterHelp", "or"));
    }
    void addValues(const Expectation& expected, const SessionFacts* facts)
    {
        for (const filter::ValueWord& word :
             filter::valueWords(filter::infoOf(*expected.field).type)) {
            if (!word.isAlias) {
                add(word.word, Kind::Value, {});
            }
        }
        if (facts != nullptr && expected.operation != filter::Operator::Matches) {
            for (const std::string& value : knownValues(*expected.field, *facts)) {
                add(value, Kind::Value, {});
            }
        }
    }

    std::vector<Candidate> candidates;

private:
    std::string m_part;
};

} // namespace

FilterCompletion completeFilter(std::string_view text, std::size_t cursor,
                                const SessionFacts* facts,
                                std::span<const std::string> decodedFields)
{
    text = text.substr(0, std::min({cursor, text.size(), Filter::maxTextLength}));
    FilterCompletion completion;
    completion.offset = partBegin(text);
    completion.length = text.size() - completion.offset;
    filter::Parser parser(text.substr(0, completion.offset));
    static_cast<void>(parser.parse());
    if (!parser.isAtEnd()) {
        return completion; // something before is wrong
    }
    Collector collector(text.substr(completion.offset));
    const Expectation& expected = parser.expectation();
    switch (expected.kind) {
    case Expectation::Kind::Operand:
        collector.addFields();
        collector.addPaths(decodedFields);
        break;
    case Expectation::Kind::Operator:
        collector.addOperators(*expected.field);
        collector.addConnectives();
        break;
    case Expectation::Kind::Set: collector.add("{", Kind::Value, {}); break;
    case Expectation::Kind::Value: collector.addValues(expected, facts); break;
    case Expectation::Kind::Connective: collector.addConnectives(); break;
    case Expectation::Kind::Nothing: break;
    }
    completion.candidates = std::move(collector.candidates);
    return completion;
}

} // namespace pipecore
