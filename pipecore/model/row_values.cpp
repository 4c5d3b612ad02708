#include "pipecore/model/row_values.h"

#include "pipecore/model/vocabulary.h"

#include <algorithm>

namespace pipecore {

namespace {

constexpr std::string_view errorKindField = "error.kind";
constexpr std::string_view errorCodeField = "error.code";
constexpr std::string_view errorApiField = "error.api";
constexpr std::string_view errorDetailField = "error.detail";

/// Collects fields as values.
struct Collector
{
    std::vector<RowValue>& values;

    void operator()(const RowField& field, bool value) const { add(field, value, !value); }
    template <std::unsigned_integral T>
    void operator()(const RowField& field, T value) const
    {
        add(field, std::uint64_t{value}, value == 0);
    }
    template <typename E>
        requires std::is_enum_v<E>
    void operator()(const RowField& field, E value) const
    {
        add(field, RowWord{wordFor(value)}, value == E{});
    }
    void operator()(const RowField& field, const std::string& value) const
    {
        add(field, value, value.empty());
    }
    void operator()(const RowField& field, const std::shared_ptr<const std::string>& value) const
    {
        add(field, value ? *value : std::string(), value == nullptr);
    }
    void operator()(const RowField& field, const Origin& value) const
    {
        add(field, RowWord{originWord(value)}, value == Origin{});
    }
    void operator()(const RowField& field, const Error& error) const
    {
        RowField part = field;
        part.label = {};
        part.key = errorKindField;
        add(part, RowWord{wordFor(error.kind)}, false);
        part.key = errorCodeField;
        add(part, std::uint64_t{error.code}, false);
        part.key = errorApiField;
        add(part, std::string(error.api), false);
        part.key = errorDetailField;
        add(part, error.detail, false);
    }
    /// Peers, identities and answers.
    template <typename T>
    void operator()(const RowField& /*field*/, const std::shared_ptr<const T>& /*value*/) const
    {}

private:
    void add(const RowField& field, decltype(RowValue::value) value, bool isFirst) const
    {
        values.push_back({field, std::move(value), isFirst});
    }
};

void collect(const RowBody& body, std::vector<RowValue>& values)
{
    std::visit([&](const auto& kind) { kind.fields(kind, Collector{values}); }, body);
}

FilteredField::Type typeOf(const RowValue& value)
{
    return static_cast<FilteredField::Type>(value.value.index());
}

template <std::size_t... Places>
std::vector<FilteredField> allFiltered(std::index_sequence<Places...> /*places*/)
{
    std::vector<RowValue> values;
    (collect(RowBody(std::in_place_index<Places>), values), ...);
    std::vector<FilteredField> fields;
    for (const RowValue& value : values) {
        if (value.field.isFiltered) {
            fields.push_back({value.field.key, typeOf(value)});
        }
    }
    std::ranges::sort(fields, {}, &FilteredField::name);
    const auto same = std::ranges::unique(fields, {}, &FilteredField::name);
    fields.erase(same.begin(), same.end());
    return fields;
}

template <std::size_t... Places>
std::vector<std::vector<std::string_view>> namesOfKinds(std::index_sequence<Places...> /*places*/)
{
    std::vector<std::vector<std::string_view>> names;
    for (const RowBody& body : {RowBody(std::in_place_index<Places>)...}) {
        auto& known = names.emplace_back();
        for (const RowValue& value : valuesOf(body)) {
            known.push_back(value.field.key);
        }
    }
    return names;
}

} // namespace

std::vector<RowValue> valuesOf(const RowBody& body)
{
    std::vector<RowValue> values;
    collect(body, values);
    return values;
}

std::span<const FilteredField> filteredFields()
{
    static const std::vector<FilteredField> fields =
        allFiltered(std::make_index_sequence<std::variant_size_v<RowBody>>());
    return fields;
}

bool hasField(RecordKind kind, std::string_view name)
{
    static const auto names =
        namesOfKinds(std::make_index_sequence<std::variant_size_v<RowBody>>());
    const auto& known = names[std::to_underlying(kind)];
    return std::ranges::find(known, name) != known.end();
}

std::string textOf(const RowValue& value)
{
    struct Text
    {
        std::string operator()(std::uint64_t number) const { return std::to_string(number); }
        std::string operator()(bool yes) const { return yes ? "yes" : "no"; }
        std::string operator()(const RowWord& word) const { return std::string(word.word); }
        std::string operator()(const std::string& text) const { return text; }
    };
    return std::visit(Text{}, value.value);
}

std::string sentenceOf(const RowBody& body)
{
    std::vector<std::string> values;
    for (const RowValue& value : valuesOf(body)) {
        values.push_back(textOf(value));
    }
    return fillIn(rowWords(kindOf(body)).sentence, values);
}

} // namespace pipecore
