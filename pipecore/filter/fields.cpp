#include "fields.h"

#include "pipecore/base/translatable.h"

#include "pipecore/filter/filter.h"
#include "pipecore/model/row_values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipecore::filter {

namespace {

constexpr auto ownFields = std::to_array<FieldInfo>({
    {Field::Conn, "conn", Type::Number, PIPECORE_TR("FilterHelp", "connection number")},
    {Field::Endpoint, "endpoint", Type::Name, PIPECORE_TR("FilterHelp", "server or client name")},
    {Field::Pid, "pid", Type::Number, PIPECORE_TR("FilterHelp", "process ID of the peer")},
    {Field::Image, "image", Type::Name, PIPECORE_TR("FilterHelp", "program of the peer")},
    {Field::User, "user", Type::Name, PIPECORE_TR("FilterHelp", "user of the peer")},
    {Field::Dir, "dir", Type::Direction, PIPECORE_TR("FilterHelp", "message direction")},
    {Field::Kind, "kind", Type::Kind, PIPECORE_TR("FilterHelp", "row kind")},
    {Field::Len, "len", Type::Number, PIPECORE_TR("FilterHelp", "message size in bytes")},
    {Field::Time, "time", Type::Time, PIPECORE_TR("FilterHelp", "date and time, or time of day")},
    {Field::Delta, "delta", Type::Duration,
     PIPECORE_TR("FilterHelp", "time since the previous row")},
    {Field::Latency, "latency", Type::Duration,
     PIPECORE_TR("FilterHelp", "time since the request")},
    {Field::Text, "text", Type::Text,
     PIPECORE_TR("FilterHelp", "message text or event description")},
    {Field::Data, "data", Type::Bytes, PIPECORE_TR("FilterHelp", "message bytes")},
    {Field::Comment, "comment", Type::Text, PIPECORE_TR("FilterHelp", "row comment")},
    {Field::Mark, "mark", Type::Flag, PIPECORE_TR("FilterHelp", "row is marked")},
    {Field::Malformed, "malformed", Type::Flag,
     PIPECORE_TR("FilterHelp", "frame does not follow the framing rule")},
});

constexpr auto allOperators = std::to_array<OperatorInfo>({
    {Operator::Equal, "==", "eq", PIPECORE_TR("FilterHelp", "equal")},
    {Operator::NotEqual, "!=", "ne", PIPECORE_TR("FilterHelp", "not equal")},
    {Operator::Less, "<", "lt", PIPECORE_TR("FilterHelp", "less than")},
    {Operator::LessEqual, "<=", "le", PIPECORE_TR("FilterHelp", "less or equal")},
    {Operator::Greater, ">", "gt", PIPECORE_TR("FilterHelp", "greater than")},
    {Operator::GreaterEqual, ">=", "ge", PIPECORE_TR("FilterHelp", "greater or equal")},
    {Operator::Contains, "contains", "", PIPECORE_TR("FilterHelp", "contains")},
    {Operator::StartsWith, "startswith", "", PIPECORE_TR("FilterHelp", "starts with")},
    {Operator::Matches, "~", "matches",
     PIPECORE_TR("FilterHelp", "matches the regular expression")},
    {Operator::In, "in", "", PIPECORE_TR("FilterHelp", "one of {…}")},
});

Type typeOf(FilteredField::Type type)
{
    switch (type) {
    case FilteredField::Type::Number: return Type::Number;
    case FilteredField::Type::Flag: return Type::Flag;
    case FilteredField::Type::Word: return Type::Word;
    case FilteredField::Type::Text: break;
    }
    return Type::Text;
}

/// Fields of the language, and fields of the row kinds.
std::vector<FieldInfo> everyField()
{
    std::vector<FieldInfo> fields(ownFields.begin(), ownFields.end());
    auto number = std::to_underlying(Field::FirstOfRows);
    for (const FilteredField& field : filteredFields()) {
        fields.push_back({static_cast<Field>(number), field.name, typeOf(field.type),
                          PIPECORE_TR("FilterHelp", "field of some row kinds")});
        ++number;
    }
    return fields;
}

constexpr std::int64_t number(Direction direction)
{
    return std::to_underlying(direction);
}
constexpr std::int64_t number(RecordKind kind)
{
    return std::to_underlying(kind);
}

constexpr auto directions = std::to_array<ValueWord>({
    {"in", number(Direction::Received)},
    {"out", number(Direction::Sent)},
    {"received", number(Direction::Received), true},
    {"sent", number(Direction::Sent), true},
});

/// The words of the kinds, and those of earlier versions of the language.
std::vector<ValueWord> kindWords()
{
    std::vector<ValueWord> words;
    for (std::size_t i = 0; i < std::variant_size_v<RowBody>; ++i) {
        const auto kind = static_cast<RecordKind>(i);
        if (rowWords(kind).isRow) {
            words.push_back({rowWords(kind).word, number(kind)});
        }
    }
    for (const auto& [word, kind] : {std::pair{"error", RecordKind::Failed},
                                     std::pair{"accesschecked", RecordKind::AccessChecked},
                                     std::pair{"readmode", RecordKind::ReadModeChanged}}) {
        words.push_back({word, number(kind), true});
    }
    return words;
}

constexpr FieldInfo decodedField{Field::Decoded, "decoded field", Type::Decoded,
                                 PIPECORE_TR("FilterHelp", "field of the decoded message")};

bool isOrder(Operator operation)
{
    return operation >= Operator::Less && operation <= Operator::GreaterEqual;
}

} // namespace

std::span<const FieldInfo> fields()
{
    static const std::vector<FieldInfo> all = everyField();
    return all;
}

const FieldInfo& infoOf(Field field)
{
    return field == Field::Decoded ? decodedField
                                   : *std::ranges::find(fields(), field, &FieldInfo::field);
}

std::optional<Field> fieldNamed(std::string_view word)
{
    if (word == "pipe") {
        return Field::Endpoint;
    }
    const auto found = std::ranges::find(fields(), word, &FieldInfo::name);
    return found == fields().end() ? std::nullopt : std::optional(found->field);
}

std::span<const OperatorInfo> operators()
{
    return allOperators;
}

std::optional<Operator> operatorNamed(std::string_view word)
{
    const auto* const found = std::ranges::find_if(allOperators, [&](const OperatorInfo& info) {
        return info.symbol == word || (!info.word.empty() && info.word == word);
    });
    return found == allOperators.end() ? std::nullopt : std::optional(found->operation);
}

std::string_view symbolOf(Operator operation)
{
    return std::ranges::find(allOperators, operation, &OperatorInfo::operation)->symbol;
}

bool fits(Operator operation, Type type)
{
    if (type == Type::Flag) {
        return operation == Operator::Present;
    }
    if (operation == Operator::Present || operation == Operator::Equal
        || operation == Operator::NotEqual || operation == Operator::In) {
        return true;
    }
    switch (type) {
    case Type::Number:
    case Type::Duration:
    case Type::Time: return isOrder(operation);
    case Type::Name:
    case Type::Text: return !isOrder(operation);
    case Type::Bytes:
    case Type::Decoded: return true;
    case Type::Direction:
    case Type::Kind:
    case Type::Flag:
    case Type::Word: break;
    }
    return false;
}

std::string operatorsFor(Type type)
{
    std::string all;
    for (const OperatorInfo& info : allOperators) {
        if (fits(info.operation, type)) {
            all += (all.empty() ? "" : " ") + std::string(info.symbol);
        }
    }
    return all;
}

std::span<const ValueWord> valueWords(Type type)
{
    switch (type) {
    case Type::Direction: return directions;
    case Type::Kind: {
        static const std::vector<ValueWord> kinds = kindWords();
        return kinds;
    }
    default: return {};
    }
}

std::string wordsFor(Type type)
{
    std::string all;
    for (const ValueWord& word : valueWords(type)) {
        if (!word.isAlias) {
            all += (all.empty() ? "" : ", ") + std::string(word.word);
        }
    }
    return all;
}

} // namespace pipecore::filter
