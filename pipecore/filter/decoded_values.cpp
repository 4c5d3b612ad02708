#include "pipecore/filter/decoded_values.h"

#include "decoded_path.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace pipecore {

namespace {

/// Of one value: no value of a message is cut.
constexpr std::size_t maxValue = DecodeLimits().bytes;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes one or more digits from the front of a text.
bool takeDigits(std::string_view& text)
{
    const auto* const end = std::ranges::find_if_not(text, isDigit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(count);
    return count > 0;
}

/// Whether a text is a number of RFC 8259.
bool isJsonNumber(std::string_view text)
{
    if (text.starts_with('-')) {
        text.remove_prefix(1);
    }
    const bool beginsWithZero = text.size() > 1 && text[0] == '0' && isDigit(text[1]);
    if (beginsWithZero || !takeDigits(text)) {
        return false;
    }
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!takeDigits(text)) {
            return false;
        }
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-')) {
            text.remove_prefix(1);
        }
        return takeDigits(text) && text.empty();
    }
    return text.empty();
}

std::string jsonText(std::string_view text)
{
    // As the value of the only member of an object.
    std::string object = JsonWriter().text("", toValidUtf8(text, std::string::npos)).take();
    constexpr std::size_t before = std::string_view(R"({"":)").size();
    return object.substr(before, object.size() - before - 1);
}

std::string scalarJson(FieldKind kind, std::string_view text)
{
    const bool isConstant = text == "true" || text == "false" || text == "null";
    if ((kind == FieldKind::Number && isJsonNumber(text))
        || (kind == FieldKind::Word && isConstant)) {
        return std::string(text);
    }
    return jsonText(text);
}

bool isShown(const Field& field)
{
    return field.kind != FieldKind::Error && field.kind != FieldKind::Notice;
}

/// A tree of fields as JSON. The decoder bounds how deep it is.
class TreeJson
{
public:
    // NOLINTNEXTLINE(misc-no-recursion)
    [[nodiscard]] std::string of(const Field& field)
    {
        switch (field.kind) {
        case FieldKind::List: return list(field);
        case FieldKind::Group: return group(field);
        default: return scalarJson(field.kind, field.value);
        }
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion)
    std::string list(const Field& field)
    {
        std::string json = "[";
        for (const Field& child : field.children) {
            if (isShown(child)) {
                json += (json.size() == 1 ? "" : ",") + of(child);
            }
        }
        return json + ']';
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    std::string group(const Field& field)
    {
        if (field.children.empty() && !field.value.empty()) {
            return jsonText(field.value);
        }
        std::vector<std::pair<std::string, std::vector<std::string>>> members;
        const auto add = [&members](const std::string& name, std::string json) {
            auto known = std::ranges::find(members, name, &decltype(members)::value_type::first);
            if (known == members.end()) {
                known = members.insert(known, {name, {}});
            }
            known->second.push_back(std::move(json));
        };
        // A group that says in a word what is in it.
        if (!field.value.empty()) {
            add("summary", jsonText(field.value));
        }
        for (const Field& child : field.children) {
            if (isShown(child)) {
                add(child.name.empty() ? "value" : child.name, of(child));
            }
        }
        JsonWriter json;
        for (const auto& [name, values] : members) {
            json.value(toValidUtf8(name, std::string::npos), joined(values));
        }
        return json.take();
    }

    static std::string joined(const std::vector<std::string>& values)
    {
        if (values.size() == 1) {
            return values.front();
        }
        std::string json = "[";
        for (const std::string& value : values) {
            json += (json.size() == 1 ? "" : ",") + value;
        }
        return json + ']';
    }
};

// NOLINTNEXTLINE(misc-no-recursion)
const Field* firstProblem(const Field& field)
{
    if (!isShown(field)) {
        return &field;
    }
    for (const Field& child : field.children) {
        if (const Field* const found = firstProblem(child)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

bool DecodedName::isBegin(std::string_view word)
{
    return filter::beginsPath(word);
}

std::expected<DecodedName, FilterError> DecodedName::parse(std::string_view text)
{
    auto parsed = filter::parsePath(text);
    if (!parsed) {
        return std::unexpected(
            FilterError{.offset = parsed.error().offset, .message = parsed.error().message});
    }
    return DecodedName(std::make_shared<const filter::DecodedPath>(std::move(parsed->path)));
}

const std::string& DecodedName::text() const
{
    return m_path->text;
}

std::string FieldValue::json() const
{
    return scalarJson(kind, text);
}

void DecodedMessage::set(ByteView payload, const DecodeContext& context,
                         const std::optional<TypedMessage>& typed)
{
    m_payload = payload;
    m_context = context;
    m_typed = typed;
    m_decoded.clear();
}

const Decoded& DecodedMessage::decodedAs(DecoderId decoder, ByteView content)
{
    const auto [entry, isNew] = m_decoded.try_emplace(decoder);
    if (isNew) {
        DecodeLimits limits;
        limits.prettyBytes = 0;
        limits.valueBytes = maxValue;
        const bool isTyped =
            m_typed && (decoder == DecoderId::Protobuf || decoder == DecoderId::Http2);
        entry->second = decodeOwn(content, decoder, limits, isTyped ? m_typed->context : m_context);
    }
    return entry->second;
}

std::vector<FieldValue> DecodedMessage::values(const DecodedName& name)
{
    const filter::DecodedPath& path = name.path();
    const ByteView content = filter::contentFor(path.decoder, m_payload);
    std::vector<FieldValue> found;
    if (!path.mayBeIn(content)) {
        return found;
    }
    const auto isPlain = [](FieldKind kind) {
        return kind != FieldKind::Group && kind != FieldKind::List;
    };
    // A name of the user's types is looked for where their messages are: by themselves, or in gRPC.
    const bool followsType = m_typed && path.root == filter::DecodedPath::Root::ProtoMessage;
    const DecoderId decoder = followsType ? m_typed->decoder : path.decoder;
    const auto values = filter::valuesAt(path, decodedAs(decoder, content), content);
    // What a group says in a word stands for its bytes.
    const bool hasPlain =
        std::ranges::any_of(values, [&](const auto& value) { return isPlain(value.kind); });
    for (const filter::DecodedValue& value : values) {
        if (isPlain(value.kind) || !hasPlain) {
            found.push_back({.kind = value.kind, .text = std::string(value.text)});
        }
    }
    return found;
}

std::string DecodedMessage::json()
{
    JsonWriter json;
    std::optional<Phrase> problem;
    bool isEmpty = true;
    for (const auto& [decoder, content] : filter::decodersOf(m_payload, m_context)) {
        const Decoded& decoded = decodedAs(decoder, content);
        json.value(filter::prefixOf(decoder), TreeJson().of(filter::topOf(decoded)));
        isEmpty = false;
        if (const Field* const wrong = firstProblem(decoded.root); wrong != nullptr && !problem) {
            problem = wrong->problem;
        }
    }
    if (problem) {
        json.text("problem", problem->text());
    }
    return isEmpty ? std::string() : json.take();
}

} // namespace pipecore
