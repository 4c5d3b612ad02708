#include "output/decoded_output.h"

#include "pipecore/base/json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <system_error>

namespace pipescope::cli {

namespace {

using pipecore::Field;
using pipecore::FieldKind;

/// Longer summaries are for the window.
constexpr std::size_t maxSummary = 200;

bool isProblem(const Field& field)
{
    return field.kind == FieldKind::Error || field.kind == FieldKind::Notice;
}

/// The first mistake in a tree.
// NOLINTNEXTLINE(misc-no-recursion): the decoder bounds how deep trees are
const Field* firstMistake(const Field& field)
{
    if (field.kind == FieldKind::Error) {
        return &field;
    }
    for (const Field& child : field.children) {
        if (const Field* const found = firstMistake(child)) {
            return found;
        }
    }
    return nullptr;
}

/// The message's own group; the tree when it is something else.
const Field& messageOf(const pipecore::Decoded& decoded)
{
    const Field& root = decoded.root;
    return !root.children.empty() && !isProblem(root.children.front()) ? root.children.front()
                                                                       : root;
}

std::string quoted(std::string_view text)
{
    pipecore::JsonWriter json;
    json.text("", text);
    const std::string object = json.take(); // {"":"text"}, and more for what is no UTF-8
    constexpr std::size_t before = 4;
    return object.substr(before, object.size() - before - 1);
}

bool isJsonNumber(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isDigit = !text.empty() && text.back() >= '0' && text.back() <= '9';
    return error == std::errc{} && end == text.data() + text.size() && isDigit
           && std::isfinite(number);
}

std::string valueOf(const Field& field)
{
    const bool isWord = field.value == "true" || field.value == "false" || field.value == "null";
    const bool isPlain = (field.kind == FieldKind::Number && isJsonNumber(field.value))
                         || (field.kind == FieldKind::Word && isWord);
    return isPlain ? field.value : quoted(field.value);
}

} // namespace

bool isMalformed(const pipecore::Decoded& decoded)
{
    return decoded.end == pipecore::DecodeEnd::Mistake
           || decoded.end == pipecore::DecodeEnd::CutOff;
}

// NOLINTNEXTLINE(misc-no-recursion): the decoder bounds how deep trees are
std::string decodedJson(const Field& field)
{
    const bool isList = field.kind == FieldKind::List;
    if (!isList && field.kind != FieldKind::Group) {
        return valueOf(field);
    }
    std::string json = isList ? "[" : "{";
    std::set<std::string_view> names;
    for (const Field& child : field.children) {
        if (isProblem(child) || (!isList && !names.insert(child.name).second)) {
            continue;
        }
        json += json.size() > 1 ? "," : "";
        if (!isList) {
            json += quoted(child.name) + ':';
        }
        json += decodedJson(child);
    }
    return json + (isList ? ']' : '}');
}

std::string decodedText(pipecore::ByteView payload, const pipecore::DecodeContext& context)
{
    const auto decoder = pipecore::addedDecoderFor(payload, context);
    if (!decoder) {
        return {};
    }
    const pipecore::Decoded decoded = pipecore::decode(payload, *decoder, {}, context);
    const Field& message = messageOf(decoded);
    std::string text = "  | " + std::string(decoderInfo(*decoder).name);
    if (!message.value.empty()) {
        text += ": " + message.value.substr(0, maxSummary);
    }
    if (const Field* const mistake = firstMistake(decoded.root)) {
        text += " (malformed: " + mistake->problem.text() + ")";
    }
    return text;
}

void addDecodedMembers(std::string& jsonLine, pipecore::ByteView payload,
                       const pipecore::DecodeContext& context)
{
    const auto decoder = pipecore::addedDecoderFor(payload, context);
    if (!decoder || !jsonLine.ends_with("}\n")) {
        return;
    }
    const pipecore::Decoded decoded = pipecore::decode(payload, *decoder, {}, context);
    const Field& message = messageOf(decoded);
    pipecore::JsonWriter json;
    json.text("decoder", decoderInfo(*decoder).key);
    if (!message.value.empty()) {
        json.text("summary", message.value);
    }
    json.value("decoded", decodedJson(message));
    if (const Field* const mistake = firstMistake(decoded.root)) {
        json.text("decodeProblem", mistake->problem.text());
    }
    // Continues the object of the line.
    std::string members = json.take();
    members.front() = ',';
    jsonLine.replace(jsonLine.size() - 2, 2, members + '\n');
}

} // namespace pipescope::cli
