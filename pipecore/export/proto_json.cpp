#include "pipecore/export/proto_json.h"

#include "pipecore/base/json.h"
#include "pipecore/decode/proto_types.h"

#include <algorithm>
#include <charconv>

namespace pipecore {

namespace {

// NOLINTNEXTLINE(misc-no-recursion): decoders bound how deep trees are
void collect(const Field& field, const std::string& method, std::vector<TypedPart>& parts)
{
    for (const Field& child : field.children) {
        if (child.type == protobufType) {
            // A message of gRPC without a type has none in its head.
            const std::string& type = field.type == grpcType ? field.value : child.value;
            if (!type.empty()) {
                parts.push_back({.type = type, .method = method, .message = &child});
            }
        } else if (child.type == grpcType) {
            const auto said = std::ranges::find(child.children, "method", &Field::name);
            collect(child, said != child.children.end() ? said->value : std::string(), parts);
        } else {
            collect(child, method, parts);
        }
    }
}

/// A text as a JSON value.
std::string jsonText(std::string_view text)
{
    JsonWriter json;
    json.text("", text);
    const std::string object = json.take();
    constexpr std::size_t before = std::string_view("{\"\":").size();
    return object.substr(before, object.size() - before - 1);
}

bool isJsonNumber(std::string_view text)
{
    // Not "nan" or "inf".
    return !text.empty() && text.find_first_not_of("0123456789+-.e") == std::string_view::npos;
}

// NOLINTNEXTLINE(misc-no-recursion): decoders bound how deep trees are
std::string valueJson(const Field& field)
{
    switch (field.kind) {
    case FieldKind::Group: return fieldsJson(field);
    case FieldKind::List: {
        std::string list;
        for (const Field& element : field.children) {
            if (element.kind != FieldKind::Error && element.kind != FieldKind::Notice) {
                list += (list.empty() ? "[" : ",") + valueJson(element);
            }
        }
        return list.empty() ? "[]" : list + ']';
    }
    case FieldKind::Number: return isJsonNumber(field.value) ? field.value : jsonText(field.value);
    case FieldKind::Word:
        return field.value == "true" || field.value == "false" ? field.value
                                                               : jsonText(field.value);
    default: return jsonText(field.value);
    }
}

/// The first mistake in a message.
// NOLINTNEXTLINE(misc-no-recursion)
const Field* mistakeIn(const Field& field)
{
    if (field.kind == FieldKind::Error) {
        return &field;
    }
    for (const Field& child : field.children) {
        if (const Field* const mistake = mistakeIn(child)) {
            return mistake;
        }
    }
    return nullptr;
}

} // namespace

std::vector<TypedPart> typedParts(const Decoded& decoded)
{
    std::vector<TypedPart> parts;
    collect(decoded.root, {}, parts);
    return parts;
}

// NOLINTNEXTLINE(misc-no-recursion)
std::string fieldsJson(const Field& message)
{
    JsonWriter json;
    for (const Field& field : message.children) {
        if (field.kind != FieldKind::Error && field.kind != FieldKind::Notice) {
            json.value(field.name, valueJson(field));
        }
    }
    return json.take();
}

std::string protoJson(const Decoded& decoded)
{
    std::string list;
    for (const TypedPart& part : typedParts(decoded)) {
        JsonWriter json;
        json.text("type", part.type);
        if (!part.method.empty()) {
            json.text("method", part.method);
        }
        json.value("fields", fieldsJson(*part.message));
        if (const Field* const mistake = mistakeIn(*part.message)) {
            json.text("problem", mistake->problem.text()).number("at", mistake->offset);
        }
        list += (list.empty() ? "[" : ",") + json.take();
    }
    return list.empty() ? list : list + ']';
}

} // namespace pipecore
