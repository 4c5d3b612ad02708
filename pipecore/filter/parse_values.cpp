#include "parser.h"
#include "pipecore/base/translatable.h"
#include "values.h"

#include <algorithm>
#include <charconv>
#include <limits>

/// The right side of comparisons, and the slices of `data`.
namespace pipecore::filter {

namespace {

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

/// The numbers that `operation` holds for when it is compared with any of `value`.
std::optional<Range> rangeFor(Operator operation, Range value)
{
    switch (operation) {
    case Operator::Less:
        return value.first == lowest ? std::nullopt : std::optional(Range{lowest, value.first - 1});
    case Operator::LessEqual: return Range{lowest, value.last};
    case Operator::Greater:
        return value.last == highest ? std::nullopt : std::optional(Range{value.last + 1, highest});
    case Operator::GreaterEqual: return Range{value.first, highest};
    default: return value;
    }
}

void addRange(std::vector<Range>& ranges, Operator operation, Range value)
{
    if (const auto range = rangeFor(operation, value)) {
        ranges.push_back(*range);
    }
}

Phrase backwards()
{
    return {PIPECORE_TR("ErrorDetail", "Invalid range: the smaller value must come first")};
}

} // namespace

std::expected<std::int64_t, FilterError> Parser::numberValue(const Test& test, bool duration)
{
    std::optional<std::int64_t> value;
    const Token token = m_token;
    if (token.type == Token::Type::Word) {
        value = duration ? parseDuration(token.text) : parseNumber(token.text);
    }
    if (!value) {
        const std::string name(infoOf(test.field).name);
        return wrong(
            duration ? Phrase{PIPECORE_TR(
                                  "ErrorDetail",
                                  "Expected a duration for “%1”, such as 5ms, 250us, 1.5s or 2min"),
                              {name}}
                     : Phrase{PIPECORE_TR("ErrorDetail",
                                          "Expected an integer for “%1”, such as 12 or 0x1f"),
                              {name}});
    }
    advance();
    if (duration && m_token.type == Token::Type::Word && isDurationUnit(m_token.text)) {
        if (const auto withUnit = parseDuration(token.text, m_token.text)) {
            value = withUnit;
            advance();
        }
    }
    return *value;
}

Parser::Done Parser::number(Test& test, bool duration)
{
    const Token token = m_token;
    const auto first = numberValue(test, duration);
    if (!first) {
        return std::unexpected(first.error());
    }
    Range range{*first, *first};
    if (test.operation == Operator::In && take("..")) {
        const auto last = numberValue(test, duration);
        if (!last) {
            return std::unexpected(last.error());
        }
        range.last = *last;
        if (range.last < range.first) {
            return wrongAt(token.offset, m_token.offset - token.offset, backwards());
        }
    }
    addRange(test.ranges, test.operation, range);
    return {};
}

Parser::Done Parser::time(Test& test)
{
    const auto one = [&]() -> std::expected<TimeValue, FilterError> {
        std::optional<TimeValue> value;
        if (m_token.type == Token::Type::String) {
            value = parseTime(parseString(m_token.text).text);
        } else if (m_token.type == Token::Type::Word) {
            value = parseTime(m_token.text);
        }
        if (!value) {
            return wrong(
                {PIPECORE_TR("ErrorDetail", "Expected a timestamp such as \"2026-11-22 "
                                            "19:54:27.123\" or a time of day such as \"19:54\"")});
        }
        advance();
        return *value;
    };
    const Token token = m_token;
    auto first = one();
    if (!first) {
        return std::unexpected(first.error());
    }
    Range range = first->range;
    std::vector<Range>& ranges = first->isTimeOfDay ? test.timesOfDay : test.ranges;
    if (test.operation == Operator::In && take("..")) {
        const auto last = one();
        if (!last) {
            return std::unexpected(last.error());
        }
        const std::size_t length = m_token.offset - token.offset;
        if (last->isTimeOfDay != first->isTimeOfDay) {
            return wrongAt(
                token.offset, length,
                {PIPECORE_TR("ErrorDetail",
                             "Both ends of a range must be timestamps, or both times of day")});
        }
        range.last = last->range.last;
        if (range.last < range.first && first->isTimeOfDay) {
            ranges.push_back({range.first, highest}); // over midnight
            range.first = lowest;
        } else if (range.last < range.first) {
            return wrongAt(token.offset, length, backwards());
        }
    }
    addRange(ranges, test.operation, range);
    return {};
}

Parser::Done Parser::word(Test& test)
{
    const FieldInfo& info = infoOf(test.field);
    std::string word;
    if (m_token.type == Token::Type::String) {
        word = toSmall(parseString(m_token.text).text);
    } else if (m_token.type == Token::Type::Word) {
        word = toSmall(m_token.text);
    }
    const auto words = valueWords(info.type);
    const auto found = std::ranges::find_if(
        words, [&](const ValueWord& known) { return toSmall(known.word) == word; });
    if (word.empty() || found == words.end()) {
        return wrong({PIPECORE_TR("ErrorDetail", "Expected one of these for “%1”: %2"),
                      {std::string(info.name), wordsFor(info.type)}});
    }
    test.ranges.push_back({found->value, found->value});
    advance();
    return {};
}

/// Which words there are is not asked: a file may hold those of a later version.
Parser::Done Parser::rowWord(Test& test)
{
    std::string word;
    if (m_token.type == Token::Type::String) {
        word = parseString(m_token.text).text;
    } else if (m_token.type == Token::Type::Word) {
        word = m_token.text;
    }
    if (word.empty()) {
        return wrong({PIPECORE_TR("ErrorDetail", "Expected a word, such as: %1"), {"echo"}});
    }
    test.values.push_back(toSmall(word));
    test.wides.emplace_back();
    advance();
    return {};
}

Parser::Done Parser::text(Test& test)
{
    const FieldInfo& info = infoOf(test.field);
    if (m_token.type != Token::Type::String) {
        return wrong(m_token.type == Token::Type::Word
                         ? Phrase{PIPECORE_TR("ErrorDetail", "Quote the text: \"%1\""),
                                  {std::string(m_token.text)}}
                         : Phrase{PIPECORE_TR("ErrorDetail", "Expected a quoted text")});
    }
    const StringValue value = parseString(m_token.text);
    if (value.fault) {
        return wrongAt(m_token.offset + *value.fault, 2, unknownEscape());
    }
    const bool isName = info.type == Type::Name;
    test.values.push_back(isName ? toSmall(value.text) : value.text);
    test.wides.push_back(isName ? std::string() : toWide(value.text));
    advance();
    return {};
}

/// A number, a text in quotes, or a word such as true.
Parser::Done Parser::literal(Test& test)
{
    Literal literal;
    if (m_token.type == Token::Type::String) {
        StringValue value = parseString(m_token.text);
        if (value.fault) {
            return wrongAt(m_token.offset + *value.fault, 2, unknownEscape());
        }
        literal.text = std::move(value.text);
    } else if (m_token.type == Token::Type::Word) {
        const std::string_view word = m_token.text;
        const auto whole = parseNumber(word);
        const auto number = whole ? static_cast<double>(*whole) : parseDecimal(word);
        literal = {.kind = number ? Literal::Kind::Number : Literal::Kind::Word,
                   .text = std::string(word),
                   .number = number.value_or(0)};
    } else {
        return wrong(
            {PIPECORE_TR("ErrorDetail", "Expected a number, a quoted text, true, false or null")});
    }
    const bool isOrder =
        test.operation >= Operator::Less && test.operation <= Operator::GreaterEqual;
    if (isOrder && literal.kind != Literal::Kind::Number) {
        return wrong({PIPECORE_TR("ErrorDetail", "Only numbers are smaller or greater")});
    }
    test.literals.push_back(std::move(literal));
    advance();
    return {};
}

std::expected<std::string, FilterError> Parser::byteValue(const Test& test)
{
    std::optional<std::string> bytes;
    if (m_token.type == Token::Type::String) {
        StringValue value = parseString(m_token.text);
        if (!value.fault) {
            bytes = std::move(value.text);
        }
    } else if (m_token.type == Token::Type::Word) {
        bytes = parseByteWord(m_token.text);
    }
    if (!bytes) {
        return wrong(
            {PIPECORE_TR("ErrorDetail", "Expected bytes, such as de:ad:be:ef or \"text\"")});
    }
    if (auto checked = checkSliceLength(test, *bytes, m_token); !checked) {
        return std::unexpected(std::move(checked.error()));
    }
    advance();
    return *bytes;
}

Parser::Done Parser::bytes(Test& test)
{
    const Token token = m_token;
    auto first = byteValue(test);
    if (!first) {
        return std::unexpected(std::move(first.error()));
    }
    std::string last = *first;
    if (test.operation == Operator::In && take("..")) {
        auto end = byteValue(test);
        if (!end) {
            return std::unexpected(std::move(end.error()));
        }
        last = std::move(*end);
        if (last < *first) {
            return wrongAt(token.offset, m_token.offset - token.offset, backwards());
        }
    }
    test.values.push_back(std::move(*first));
    test.lasts.push_back(std::move(last));
    return {};
}

Parser::Done Parser::pattern(Test& test)
{
    if (m_token.type != Token::Type::String) {
        return wrong({PIPECORE_TR("ErrorDetail",
                                  "Expected a quoted regular expression, such as \"^GET .*\"")});
    }
    const std::string pattern = parsePattern(m_token.text);
    auto regex =
        Regex::compile(pattern, infoOf(test.field).type == Type::Bytes ? Regex::Subject::Bytes
                                                                       : Regex::Subject::Text);
    if (!regex) {
        const std::size_t place = placeInToken(m_token.text, regex.error().offset);
        return wrongAt(m_token.offset + place, 1,
                       {PIPECORE_TR("ErrorDetail", "Invalid regular expression: %1"),
                        {regex.error().message}});
    }
    test.regex = std::move(*regex);
    advance();
    return {};
}

// --- the part in brackets of data[0:4] ----------------------------------------------------------

namespace {

constexpr std::int64_t maxOffset = std::numeric_limits<std::int32_t>::max();

/// Reads `0:4`, `2-5`, `:4`, `4:`, `-4:2`, `3` off the front of a text.
class SliceReader
{
public:
    explicit SliceReader(std::string_view text) : m_text(text) {}

    /// Empty when it is none.
    [[nodiscard]] std::optional<Slice> next()
    {
        Slice slice;
        if (take(':')) {
            slice.length = number();
            return slice.length && *slice.length > 0 ? std::optional(slice) : std::nullopt;
        }
        const auto begin = number();
        if (!begin) {
            return std::nullopt;
        }
        slice.begin = *begin;
        if (take(':')) {
            if (isNumberNext()) {
                slice.length = number();
                return slice.length && *slice.length > 0 ? std::optional(slice) : std::nullopt;
            }
            return slice; // to the end
        }
        if (take('-')) {
            slice.last = number();
            const bool ordered =
                slice.last && ((*slice.last < 0) != (*begin < 0) || *slice.last >= *begin);
            return ordered ? std::optional(slice) : std::nullopt;
        }
        slice.length = 1;
        return slice;
    }
    [[nodiscard]] bool take(char wanted)
    {
        skipBlanks();
        if (m_place < m_text.size() && m_text[m_place] == wanted) {
            ++m_place;
            return true;
        }
        return false;
    }
    [[nodiscard]] std::size_t place() const { return m_place; }

private:
    void skipBlanks()
    {
        while (m_place < m_text.size() && (m_text[m_place] == ' ' || m_text[m_place] == '\t')) {
            ++m_place;
        }
    }
    [[nodiscard]] bool isNumberNext()
    {
        skipBlanks();
        return m_place < m_text.size()
               && (m_text[m_place] == '-' || (m_text[m_place] >= '0' && m_text[m_place] <= '9'));
    }
    [[nodiscard]] std::optional<std::int64_t> number()
    {
        skipBlanks();
        std::int64_t value = 0;
        const char* begin = m_text.data() + m_place;
        const auto [rest, error] = std::from_chars(begin, m_text.data() + m_text.size(), value);
        if (error != std::errc{} || value > maxOffset || value < -maxOffset) {
            return std::nullopt;
        }
        m_place += static_cast<std::size_t>(rest - begin);
        return value;
    }

    std::string_view m_text;
    std::size_t m_place = 0;
};

/// Bytes that a slice always has, if the message is long enough.
std::optional<std::int64_t> fixedLength(const Slice& slice)
{
    if (slice.length) {
        return slice.length;
    }
    if (slice.last && (*slice.last < 0) == (slice.begin < 0)) {
        return *slice.last - slice.begin + 1;
    }
    return std::nullopt;
}

} // namespace

Parser::Done Parser::slices(Test& test)
{
    constexpr std::size_t maxSlices = 64;
    expect({.kind = Expectation::Kind::Nothing, .field = {}});
    const Token open = m_token;
    if (infoOf(test.field).type != Type::Bytes) {
        return wrong({PIPECORE_TR("ErrorDetail", "Only “data” can be sliced: data[0:4]")});
    }
    SliceReader reader(m_lexer.rest());
    const std::size_t begin = m_lexer.position();
    do {
        const auto slice = reader.next();
        if (!slice || test.slices.size() == maxSlices) {
            return wrongAt(
                open.offset, 1 + std::max<std::size_t>(reader.place(), 1),
                {PIPECORE_TR("ErrorDetail", "Use [start:length], [first-last], [:length], [start:] "
                                            "or [index]; a negative start counts from the end")});
        }
        test.slices.push_back(*slice);
    } while (reader.take(','));
    if (!reader.take(']')) {
        return wrongAt(begin + reader.place(), 1, {PIPECORE_TR("ErrorDetail", "Expected ]")});
    }
    m_lexer.skip(reader.place());
    advance();
    return {};
}

Parser::Done Parser::checkSliceLength(const Test& test, const std::string& bytes,
                                      const Token& token) const
{
    const bool whole = test.operation == Operator::Equal || test.operation == Operator::NotEqual
                       || test.operation == Operator::In;
    if (!whole || test.slices.empty()) {
        return {};
    }
    std::int64_t length = 0;
    for (const Slice& slice : test.slices) {
        const auto part = fixedLength(slice);
        if (!part) {
            return {};
        }
        length += *part;
    }
    if (length == static_cast<std::int64_t>(bytes.size())) {
        return {};
    }
    return wrongAt(
        token.offset, token.text.size(),
        {PIPECORE_TR("ErrorDetail", "A slice of %1 bytes never equals a value of %2 bytes"),
         {std::to_string(length), std::to_string(bytes.size())}});
}

} // namespace pipecore::filter
