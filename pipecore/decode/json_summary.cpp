#include "json_summary.h"

#include <algorithm>
#include <optional>

namespace pipecore {

namespace {

/// The members of an object by their names.
class JsonMembers
{
public:
    explicit JsonMembers(const Field& object) : m_object(object) {}

    [[nodiscard]] const Field* find(std::string_view name) const
    {
        const auto found = std::ranges::find(m_object.children, name, &Field::name);
        return found == m_object.children.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    /// The value of a text; empty when it is none.
    [[nodiscard]] std::string_view text(std::string_view name) const
    {
        const Field* field = find(name);
        return field != nullptr && field->kind == FieldKind::Text ? std::string_view(field->value)
                                                                  : std::string_view();
    }
    [[nodiscard]] bool isNumber(std::string_view name) const
    {
        const Field* field = find(name);
        return field != nullptr && field->kind == FieldKind::Number;
    }
    /// The spelling of a value that is no tree; empty for null.
    [[nodiscard]] std::string id(std::string_view name) const
    {
        const Field* field = find(name);
        return field == nullptr || field->value == "null" ? std::string() : field->value;
    }

private:
    const Field& m_object;
};

std::optional<JsonSummary> jsonRpcRole(const JsonMembers& members)
{
    const bool is2 = members.text("jsonrpc") == "2.0";
    const bool isCall = !members.text("method").empty();
    const bool isReply = members.has("result") || members.has("error");
    // Version 1 has no member that says so: all of its members must be there.
    const bool is1 =
        members.has("id")
        && ((isCall && members.has("params")) || (members.has("result") && members.has("error")));
    if (!is2 && !is1) {
        return std::nullopt;
    }
    JsonSummary result{
        JsonDialect::JsonRpc, {}, std::string(members.text("method")), members.id("id")};
    if (isCall) {
        result.role = result.id.empty() ? "notification" : "request";
    } else if (isReply) {
        const Field* error = members.find("error");
        result.role = error != nullptr && error->value != "null" ? "error" : "response";
    } else {
        return std::nullopt;
    }
    return result;
}

std::optional<JsonSummary> dapRole(const JsonMembers& members)
{
    const std::string_view type = members.text("type");
    if (!members.isNumber("seq")) {
        return std::nullopt;
    }
    if (type == "request" && members.has("command")) {
        return JsonSummary{JsonDialect::Dap, "request", std::string(members.text("command")),
                           members.id("seq")};
    }
    if (type == "response" && members.has("request_seq")) {
        const Field* success = members.find("success");
        const bool failed = success != nullptr && success->value == "false";
        return JsonSummary{JsonDialect::Dap, failed ? "error" : "response",
                           std::string(members.text("command")), members.id("request_seq")};
    }
    if (type == "event" && members.has("event")) {
        return JsonSummary{JsonDialect::Dap, "event", std::string(members.text("event")), {}};
    }
    return std::nullopt;
}

std::optional<JsonSummary> discordRole(const JsonMembers& members)
{
    if (members.has("v") && members.has("client_id")) {
        return JsonSummary{JsonDialect::Discord, "request", "handshake", {}};
    }
    const std::string_view command = members.text("cmd");
    if (command.empty() || !(members.has("nonce") || members.has("evt"))) {
        return std::nullopt;
    }
    const std::string_view event = members.text("evt");
    JsonSummary result{JsonDialect::Discord, "response", std::string(command), members.id("nonce")};
    if (event == "ERROR") {
        result.role = "error";
    } else if (command == "DISPATCH") {
        result.role = "event";
        result.what = event;
    } else if (members.has("args")) {
        result.role = "request";
    }
    return result;
}

std::optional<JsonSummary> qmpRole(const JsonMembers& members)
{
    if (members.has("QMP")) {
        return JsonSummary{JsonDialect::Qmp, "greeting", "QMP", {}};
    }
    for (const std::string_view command : {"execute", "exec-oob"}) {
        if (const auto name = members.text(command); !name.empty()) {
            return JsonSummary{JsonDialect::Qmp, "request", std::string(name), members.id("id")};
        }
    }
    if (members.has("return")) {
        return JsonSummary{JsonDialect::Qmp, "response", {}, members.id("id")};
    }
    if (members.has("event") && members.has("timestamp")) {
        return JsonSummary{JsonDialect::Qmp, "event", std::string(members.text("event")), {}};
    }
    const Field* error = members.find("error");
    if (error != nullptr && JsonMembers(*error).has("class")) {
        return JsonSummary{JsonDialect::Qmp, "error",
                           std::string(JsonMembers(*error).text("class")), members.id("id")};
    }
    return std::nullopt;
}

std::optional<JsonSummary> mpvRole(const JsonMembers& members)
{
    if (const Field* command = members.find("command")) {
        JsonSummary result{JsonDialect::Mpv, "request", {}, members.id("request_id")};
        if (command->kind == FieldKind::List && !command->children.empty()) {
            result.what = command->children.front().value;
        } else {
            result.what = JsonMembers(*command).text("name");
        }
        return result;
    }
    if (members.has("request_id") && !members.text("error").empty()) {
        const bool failed = members.text("error") != "success";
        return JsonSummary{JsonDialect::Mpv, failed ? "error" : "response",
                           failed ? std::string(members.text("error")) : std::string(),
                           members.id("request_id")};
    }
    if (const auto event = members.text("event"); !event.empty()) {
        return JsonSummary{JsonDialect::Mpv, "event", std::string(event), {}};
    }
    return std::nullopt;
}

std::optional<JsonSummary> varlinkRole(const JsonMembers& members)
{
    const std::string_view method = members.text("method");
    if (method.find('.') != std::string_view::npos) {
        const Field* oneWay = members.find("oneway");
        const bool isOneWay = oneWay != nullptr && oneWay->value == "true";
        return JsonSummary{
            JsonDialect::Varlink, isOneWay ? "notification" : "request", std::string(method), {}};
    }
    const std::string_view error = members.text("error");
    if (error.find('.') != std::string_view::npos) {
        return JsonSummary{JsonDialect::Varlink, "error", std::string(error), {}};
    }
    if (members.has("parameters") && !members.has("method")) {
        return JsonSummary{JsonDialect::Varlink, "response", {}, {}};
    }
    return std::nullopt;
}

} // namespace

std::string JsonSummary::text() const
{
    std::string text(role);
    if (!what.empty()) {
        text.append(" ").append(what);
    }
    if (!id.empty()) {
        text.append(", id ").append(id);
    }
    return text;
}

JsonSummary summarizeJson(const Field& object)
{
    const JsonMembers members(object);
    // The ones with the most telling members come first.
    for (const auto roleOf : {jsonRpcRole, dapRole, discordRole, qmpRole, mpvRole, varlinkRole}) {
        if (auto role = roleOf(members)) {
            return std::move(*role);
        }
    }
    return {};
}

} // namespace pipecore
