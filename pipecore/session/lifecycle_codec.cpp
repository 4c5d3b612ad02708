#include "pipecore/session/lifecycle_codec.h"

#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/model/row_json.h"

namespace pipecore {

namespace {

/// Files of version 1 have identities in words. Of these the session's facts need the user: the line
/// "User: ACME\ann (S-1-5-...)".
std::string version1User(std::string_view text)
{
    constexpr std::string_view label = "\nUser: ";
    const std::size_t line = text.find(label);
    if (line == std::string_view::npos) {
        return {};
    }
    text.remove_prefix(line + label.size());
    text = text.substr(0, text.find('\n'));
    if (text.starts_with("not known: ")) {
        return {};
    }
    return std::string(text.substr(0, text.rfind(" (")));
}

} // namespace

std::string lifecycleJson(const Event& event)
{
    JsonWriter json;
    json.text("event", wordFor(kindOf(event.body)));
    if (event.endpoint) {
        json.number("endpoint", event.endpoint.value);
    }
    if (event.connection) {
        json.number("connection", event.connection.value);
    }
    putBody(json, event.body);
    return json.take();
}

std::optional<Record> lifecycleRecord(std::string_view text)
{
    const auto json = JsonValue::parse(text);
    if (!json || !json->isObject()) {
        return std::nullopt;
    }
    const std::string word = json->text("event");
    if (word.empty() || word == rowWords(RecordKind::Message).word) {
        return std::nullopt;
    }
    Record record;
    record.endpoint.value = json->number<std::uint64_t>("endpoint");
    record.connection.value = json->number<std::uint64_t>("connection");
    record.body = bodyFrom(word, *json);
    if (auto* const client = std::get_if<ClientIdentified>(&record.body);
        client != nullptr && !client->identity) {
        client->version1User = version1User(client->version1Text);
    }
    return record;
}

} // namespace pipecore
