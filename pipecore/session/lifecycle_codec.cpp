#include "pipecore/session/lifecycle_codec.h"

#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/row_json.h"

namespace pipecore {

namespace {

/// Files of version 1 have identities in words; of these the session's facts need the user: the line
/// "User: ACME\ann (S-1-5-...)".
std::shared_ptr<const ClientIdentity> version1Identity(std::string_view text)
{
    constexpr std::string_view label = "\nUser: ";
    const auto nobody = refuse("not recorded", ErrorKind::NotSupported);
    auto identity = std::make_shared<ClientIdentity>();
    identity->token.user = nobody;
    const std::size_t line = text.find(label);
    if (line == std::string_view::npos) {
        return identity;
    }
    text.remove_prefix(line + label.size());
    text = text.substr(0, text.find('\n'));
    if (text.starts_with("not known: ")) {
        return identity;
    }
    Account user;
    if (const std::size_t id = text.rfind(" ("); id != std::string_view::npos) {
        user.name = std::string(text.substr(0, id));
        text.remove_prefix(id + 2);
        text = text.substr(0, text.find(')'));
    } else {
        user.name = nobody;
    }
    user.id = text;
    identity->token.user = std::move(user);
    return identity;
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
        client->identity = version1Identity(client->version1Text);
    }
    return record;
}

} // namespace pipecore
