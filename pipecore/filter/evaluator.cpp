#include "evaluator.h"

#include "fields.h"
#include "pipecore/analysis/protocol_search.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/model/event_text.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/row_values.h"
#include "text_view.h"
#include "values.h"

#include "pipecore/session/annotations.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace pipecore::filter {

namespace {

using Verdict = Evaluator::Verdict;

Verdict verdict(bool yes)
{
    return yes ? Verdict::Yes : Verdict::No;
}

Verdict opposite(Verdict verdict)
{
    switch (verdict) {
    case Verdict::No: return Verdict::Yes;
    case Verdict::Yes: return Verdict::No;
    case Verdict::Open: break;
    }
    return Verdict::Open;
}

bool isIn(const std::vector<Range>& ranges, std::int64_t value)
{
    return std::ranges::any_of(ranges, [value](const Range& range) {
        return value >= range.first && value <= range.last;
    });
}

/// Behind the last separator of a path or a pipe's or an account's name.
std::string_view lastPart(std::string_view name)
{
    const std::size_t separator = name.find_last_of("\\/");
    return separator == std::string_view::npos ? name : name.substr(separator + 1);
}

/// A number that decoders show with its name, "5 (FAILURE)", is equal to both.
struct NamedNumber
{
    explicit NamedNumber(std::string_view text)
        : number(text.substr(0, text.find(" (")))
        , name(number.size() < text.size() && text.ends_with(')')
                   ? text.substr(number.size() + 2, text.size() - number.size() - 3)
                   : std::string_view())
    {}

    std::string_view number;
    std::string_view name;
};

bool isEqual(const DecodedValue& value, const Literal& literal)
{
    const bool isWord = value.kind == FieldKind::Word;
    const bool isNumber = value.kind == FieldKind::Number;
    const NamedNumber named(isNumber ? value.text : std::string_view());
    if (!named.name.empty() && literal.kind != Literal::Kind::Number) {
        return named.name == literal.text || value.text == literal.text;
    }
    switch (literal.kind) {
    case Literal::Kind::Number:
        // By their spelling first: numbers of 64 bits are more exact than a double.
        return isNumber
               && (named.number == literal.text
                   || (named.number.size() < 16 && parseDecimal(named.number) == literal.number));
    case Literal::Kind::Text: return value.text == literal.text && value.kind == FieldKind::Text;
    case Literal::Kind::Word: break;
    }
    const bool isConstant =
        literal.text == "true" || literal.text == "false" || literal.text == "null";
    return value.text == literal.text && (isWord || (!isConstant && value.kind == FieldKind::Text));
}

/// Whether a comparison other than with a regular expression holds.
bool holds(const Test& test, const DecodedValue& value)
{
    const auto any = [&](auto compare) { return std::ranges::any_of(test.literals, compare); };
    const auto compared = [&](auto compare) {
        const auto number = value.kind == FieldKind::Number
                                ? parseDecimal(NamedNumber(value.text).number)
                                : std::nullopt;
        return number && compare(*number, test.literals.front().number);
    };
    switch (test.operation) {
    case Operator::Present: return true;
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::In:
        return any([&](const Literal& literal) { return isEqual(value, literal); }) != test.negated;
    case Operator::Less: return compared(std::less{});
    case Operator::LessEqual: return compared(std::less_equal{});
    case Operator::Greater: return compared(std::greater{});
    case Operator::GreaterEqual: return compared(std::greater_equal{});
    case Operator::Contains:
        return any([&](const Literal& literal) {
            return value.text.find(literal.text) != std::string_view::npos;
        });
    case Operator::StartsWith:
        return any([&](const Literal& literal) { return value.text.starts_with(literal.text); });
    case Operator::Matches: break; // the caller's
    }
    return false;
}

/// Text of an event, including details that only its row contains.
std::string wordsOf(const Subject& subject)
{
    const RowView& row = *subject.content;
    std::string words = eventText(row);
    if (!subject.shown.empty()) {
        words += '\n';
        words += subject.shown;
    }
    if (const auto* const opened = std::get_if<EndpointOpened>(&row.body)) {
        words += "\n" + *opened->name;
    } else if (const auto* const client = std::get_if<ClientIdentified>(&row.body)) {
        words +=
            "\n" + (client->identity ? textOf(factsOf(*client->identity)) : client->version1Text);
    } else if (const auto* const access = std::get_if<AccessChecked>(&row.body)) {
        words += "\n" + (access->answer ? textOf(factsOf(*access->answer)) : access->version1Text);
    } else if (const auto* const unknown = std::get_if<UnknownRow>(&row.body)) {
        words += "\n" + unknown->members;
    }
    return words;
}

} // namespace

Evaluator::Evaluator(const Program& program, const SessionFacts& facts,
                     const Annotations* annotations, const std::atomic<bool>* cancelled)
    : m_program(program)
    , m_facts(facts)
    , m_annotations(annotations)
    , m_scratch(cancelled)
{}

void Evaluator::forgetFacts()
{
    m_connections.clear();
    m_endpoints.clear();
    m_served.clear();
    m_recentNames = nullptr;
}

Verdict Evaluator::evaluate(const Subject& subject)
{
    if (m_program.nodes.empty()) {
        return Verdict::Yes;
    }
    m_decoded.reset();
    return evaluate(static_cast<std::uint32_t>(m_program.nodes.size() - 1), subject);
}

// The parser bounds how deep nodes nest.
// NOLINTNEXTLINE(misc-no-recursion)
Verdict Evaluator::evaluate(std::uint32_t number, const Subject& subject)
{
    const Node& node = m_program.nodes[number];
    if (node.type == Node::Type::Test) {
        return evaluate(m_program.tests[node.left], subject);
    }
    const Verdict left = evaluate(node.left, subject);
    if (node.type == Node::Type::Not) {
        return opposite(left);
    }
    const Verdict decides = node.type == Node::Type::And ? Verdict::No : Verdict::Yes;
    if (left == decides) {
        return left;
    }
    const Verdict right = evaluate(node.right, subject);
    return right == decides || left != Verdict::Open ? right : Verdict::Open;
}

Verdict Evaluator::evaluate(const Test& test, const Subject& subject)
{
    const bool isMessage = subject.head.kind == RecordKind::Message;
    switch (test.field) {
    case Field::Endpoint: return evaluateName(test, namesOf(subject.head).endpoint);
    case Field::Image: return evaluateName(test, namesOf(subject.head).image);
    case Field::User: return evaluateName(test, namesOf(subject.head).user);
    case Field::Comment: {
        const std::string comment =
            m_annotations != nullptr ? m_annotations->comment(subject.row) : std::string();
        return comment.empty() ? Verdict::No : evaluateText(test, comment, false);
    }
    case Field::Text:
        if (subject.content == nullptr) {
            return Verdict::Open;
        }
        return isMessage ? evaluateMessageText(test, asText(subject.content->payload))
                         : evaluateText(test, wordsOf(subject), false);
    case Field::Data: return isMessage ? evaluateData(test, subject) : Verdict::No;
    case Field::Decoded: return isMessage ? evaluateDecoded(test, subject) : Verdict::No;
    default: break;
    }
    return isRowField(test.field) ? evaluateRowField(test, subject)
                                  : evaluateNumber(test, number(test, subject));
}

Verdict Evaluator::evaluateRowField(const Test& test, const Subject& subject)
{
    const FieldInfo& info = infoOf(test.field);
    if (!hasField(subject.head.kind, info.name)) {
        return Verdict::No; // also for !=
    }
    if (subject.content == nullptr) {
        return Verdict::Open;
    }
    const auto values = valuesOf(subject.content->body);
    const auto found =
        std::ranges::find(values, info.name, [](const RowValue& value) { return value.field.key; });
    if (found == values.end() || found->isLeftOut()) {
        return Verdict::No;
    }
    if (const auto* const number = std::get_if<std::uint64_t>(&found->value)) {
        return evaluateNumber(
            test, static_cast<std::int64_t>(std::min<std::uint64_t>(*number, INT64_MAX)));
    }
    if (const auto* const yes = std::get_if<bool>(&found->value)) {
        return verdict(*yes);
    }
    if (const auto* const word = std::get_if<RowWord>(&found->value)) {
        return evaluateName(test, toSmall(word->word));
    }
    return evaluateText(test, std::get<std::string>(found->value), false);
}

Number Evaluator::number(const Test& test, const Subject& subject)
{
    const RecordSource::RowHead& head = subject.head;
    const bool isMessage = head.kind == RecordKind::Message;
    const auto inRange = [](std::uint64_t value) {
        return static_cast<std::int64_t>(std::min<std::uint64_t>(value, INT64_MAX));
    };
    switch (test.field) {
    case Field::Conn: return head.connection ? Number(inRange(head.connection.value)) : Number();
    case Field::Pid: return namesOf(head).pid;
    case Field::Dir: return isMessage ? Number(std::to_underlying(head.direction)) : Number();
    case Field::Kind: return std::to_underlying(head.kind);
    case Field::Mark:
        return m_annotations != nullptr && m_annotations->isMarked(subject.row) ? Number(1)
                                                                                : Number();
    case Field::Malformed: return head.isMalformed ? Number(1) : Number();
    case Field::Len: return isMessage ? Number(inRange(head.length)) : Number();
    case Field::Time: return head.wallNs == noTime ? Number() : Number(head.wallNs);
    case Field::Delta: return subject.delta;
    case Field::Latency: return subject.latency;
    default: break;
    }
    return {};
}

Verdict Evaluator::evaluateNumber(const Test& test, const Number& number)
{
    if (!number) {
        return Verdict::No; // also for !=
    }
    if (test.operation == Operator::Present) {
        return Verdict::Yes;
    }
    const bool inside =
        isIn(test.ranges, *number)
        || (!test.timesOfDay.empty() && isIn(test.timesOfDay, m_clock.timeOfDay(*number)));
    return verdict(inside != test.negated);
}

Verdict Evaluator::evaluateName(const Test& test, std::string_view name)
{
    if (name.empty()) {
        return Verdict::No;
    }
    const std::string_view last = lastPart(name);
    const auto any = [&](auto holds) { return std::ranges::any_of(test.values, holds); };
    switch (test.operation) {
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::In:
        return verdict(any([&](const auto& value) { return value == name || value == last; })
                       != test.negated);
    case Operator::Contains:
        return verdict(name.find(test.values.front()) != std::string_view::npos);
    case Operator::StartsWith:
        return verdict(any(
            [&](const auto& value) { return name.starts_with(value) || last.starts_with(value); }));
    case Operator::Matches: {
        const Verdict whole = matches(test, name);
        return whole == Verdict::No && last.size() != name.size() ? matches(test, last) : whole;
    }
    default: break;
    }
    return Verdict::Yes;
}

Verdict Evaluator::matches(const Test& test, std::string_view subject)
{
    switch (test.regex->search(subject, m_scratch)) {
    case Regex::Outcome::No: return Verdict::No;
    case Regex::Outcome::Yes: return Verdict::Yes;
    case Regex::Outcome::TooCostly: break;
    }
    return Verdict::Open;
}

Verdict Evaluator::evaluateMessageText(const Test& test, std::string_view payload)
{
    if (payload.empty()) {
        return Verdict::No;
    }
    if (test.operation == Operator::Matches && looksLikeUtf16(payload)) {
        m_buffer = utf8FromUtf16(payload);
        return matches(test, m_buffer);
    }
    return evaluateText(test, payload, true);
}

Verdict Evaluator::evaluateText(const Test& test, std::string_view text, bool isPayload)
{
    // The payload may be in either encoding; any match counts.
    const auto holds = [&](auto compare) {
        const auto either = [&](std::size_t i) {
            return compare(text, std::string_view(test.values[i]))
                   || (isPayload && !test.wides[i].empty()
                       && compare(withoutMark(text), std::string_view(test.wides[i])));
        };
        for (std::size_t i = 0; i < test.values.size(); ++i) {
            if (either(i)) {
                return true;
            }
        }
        return false;
    };
    switch (test.operation) {
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::In:
        return verdict(holds([](auto all, auto value) { return all == value; }) != test.negated);
    case Operator::Contains:
        return verdict(
            holds([](auto all, auto value) { return all.find(value) != std::string_view::npos; }));
    case Operator::StartsWith:
        return verdict(holds([](auto all, auto value) { return all.starts_with(value); }));
    case Operator::Matches: return matches(test, text);
    default: break;
    }
    return Verdict::Yes;
}

Verdict Evaluator::evaluateData(const Test& test, const Subject& subject)
{
    if (subject.content == nullptr) {
        return Verdict::Open;
    }
    const auto part = cut(asText(subject.content->payload), test.slices, m_buffer);
    if (!part || part->empty()) {
        return Verdict::No;
    }
    const std::string_view data = *part;
    switch (test.operation) {
    case Operator::Present: return Verdict::Yes;
    case Operator::Less: return verdict(data < test.values.front());
    case Operator::LessEqual: return verdict(data <= test.values.front());
    case Operator::Greater: return verdict(data > test.values.front());
    case Operator::GreaterEqual: return verdict(data >= test.values.front());
    case Operator::Contains: return verdict(data.find(test.values.front()) != data.npos);
    case Operator::StartsWith: return verdict(data.starts_with(test.values.front()));
    case Operator::Matches: return matches(test, data);
    case Operator::Equal:
    case Operator::NotEqual:
    case Operator::In: break;
    }
    for (std::size_t i = 0; i < test.values.size(); ++i) {
        if (data >= test.values[i] && data <= test.lasts[i]) {
            return verdict(!test.negated);
        }
    }
    return verdict(test.negated);
}

const Decoded& Evaluator::decodedFor(const DecodedPath& path, ByteView content,
                                     const Subject& subject)
{
    std::optional<TypedMessage> typed;
    if (m_types && (path.decoder == DecoderId::Protobuf || path.decoder == DecoderId::Http2)) {
        typed = m_types->typed(subject.row, subject.head);
    }
    // A message of Protocol Buffers may be in a frame of HTTP/2.
    const bool followsType = typed && path.root == DecodedPath::Root::ProtoMessage;
    const DecoderId decoder = followsType ? typed->decoder : path.decoder;
    if (!m_decoded || m_decoded->decoder != decoder) {
        DecodeLimits limits;
        limits.prettyBytes = 0;
        m_decoded = decodeOwn(content, decoder, limits,
                              typed              ? typed->context
                              : isAdded(decoder) ? contextOf(subject.head)
                                                 : DecodeContext());
    }
    return *m_decoded;
}

DecodeContext Evaluator::contextOf(const RecordSource::RowHead& head)
{
    const auto [entry, isNew] = m_served.try_emplace(head.endpoint);
    if (isNew) {
        if (auto facts = m_facts.endpoint(head.endpoint)) {
            entry->second = std::move(*facts);
        }
    }
    return pipecore::contextOf(entry->second, head.direction);
}

/// True if any of the values that the path leads to fits; for a message without any, nothing holds, as for other
/// fields that a row has not.
Verdict Evaluator::evaluateDecoded(const Test& test, const Subject& subject)
{
    if (subject.content == nullptr) {
        return Verdict::Open;
    }
    const DecodedPath& path = *test.decoded;
    const ByteView payload = subject.content->payload;
    if (!path.mayBeIn(payload)) {
        return Verdict::No; // most messages: no head is looked for
    }
    const ByteView content = contentFor(path.decoder, payload);
    const auto values = valuesAt(path, decodedFor(path, content, subject), content);
    bool isOpen = false;
    for (const DecodedValue& value : values) {
        const Verdict one = test.regex ? matches(test, value.text) : verdict(holds(test, value));
        if (one == Verdict::Yes) {
            return one;
        }
        isOpen = isOpen || one == Verdict::Open;
    }
    return isOpen ? Verdict::Open : Verdict::No;
}

const Evaluator::Names& Evaluator::namesOf(const RecordSource::RowHead& head)
{
    if (m_recentNames != nullptr && head.connection && head.connection == m_recent) {
        return *m_recentNames;
    }
    const auto [known, isNewEndpoint] = m_endpoints.try_emplace(head.endpoint);
    if (isNewEndpoint && head.endpoint) {
        if (const auto facts = m_facts.endpoint(head.endpoint)) {
            known->second.endpoint = toSmall(facts->name);
        }
    }
    if (!head.connection) {
        return known->second;
    }
    const auto [entry, isNew] = m_connections.try_emplace(head.connection);
    Names& names = entry->second;
    if (isNew) {
        names.endpoint = known->second.endpoint;
        if (const auto facts = m_facts.connection(head.connection)) {
            names.user = toSmall(facts->user);
            if (facts->peer && facts->peer->processId) {
                names.pid = *facts->peer->processId;
            }
            if (facts->peer && facts->peer->image) {
                names.image = toSmall(*facts->peer->image);
            }
        }
    }
    m_recent = head.connection;
    m_recentNames = &names;
    return names;
}

} // namespace pipecore::filter
