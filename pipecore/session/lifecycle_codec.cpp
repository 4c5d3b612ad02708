#include "pipecore/session/lifecycle_codec.h"

#include "interned.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/json.h"
#include "pipecore/base/json_value.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/vocabulary.h"
#include "user_not_recorded.h"

#include <algorithm>

namespace pipecore {

namespace {

// Texts are cut here so that a row always fits into one packet, however badly they must be escaped:
// a name or an image, and the details of two errors, at eight bytes a byte.
constexpr std::size_t longestRowText = 16 * 1024;
constexpr std::size_t longestRowDetail = 4 * 1024;
constexpr std::size_t longestRowApi = 256;
/// `DOMAIN\name` has at most 512 UTF-16 units.
constexpr std::size_t longestUser = 2048;

template <class... F>
struct Overloaded : F...
{
    using F::operator()...;
};
// clang 16 does not make this guide by itself.
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

void putError(JsonWriter& json, std::string_view key, const Error& error)
{
    json.beginObject(key)
        .text("kind", wordFor(error.kind))
        .text("domain", wordFor(error.domain))
        .number("code", error.code);
    if (const auto symbol = symbolicName(error.domain, error.code); !symbol.empty()) {
        json.text("symbol", symbol);
    }
    json.text("api", clipUtf8(error.api, longestRowApi));
    json.text("detail", clipUtf8(error.detail, longestRowDetail)).endObject();
}

Error errorFrom(const JsonValue& json, std::string_view key)
{
    Error error;
    if (json.has(key)) {
        const JsonValue value = json.member(key);
        error.kind = valueFor<ErrorKind>(value.text("kind")).value_or(ErrorKind::Io);
        error.domain = valueFor<ErrorDomain>(value.text("domain")).value_or(ErrorDomain::None);
        error.code = value.number<std::uint32_t>("code");
        error.api = interned(value.text("api"));
        error.detail = value.text("detail");
    }
    return error;
}

void putPeer(JsonWriter& json, const PeerInfo& peer)
{
    json.beginObject("peer");
    if (peer.processId) {
        json.number("pid", *peer.processId);
    } else {
        putError(json, "pidError", peer.processId.error());
    }
    if (peer.image) {
        json.text("image", clipUtf8(*peer.image, longestRowText));
    } else {
        putError(json, "imageError", peer.image.error());
    }
    if (peer.user) {
        json.text("user", clipUtf8(*peer.user, longestUser));
    } else {
        putError(json, "userError", peer.user.error());
    }
    json.endObject();
}

std::shared_ptr<const PeerInfo> peerFrom(const JsonValue& json)
{
    auto peer = std::make_shared<PeerInfo>();
    const JsonValue from = json.member("peer");
    if (from.has("pid")) {
        peer->processId = from.number<std::uint32_t>("pid");
    } else {
        peer->processId = std::unexpected(errorFrom(from, "pidError"));
    }
    if (from.has("image")) {
        peer->image = from.text("image");
    } else {
        peer->image = std::unexpected(errorFrom(from, "imageError"));
    }
    if (from.has("user")) {
        peer->user = from.text("user");
    } else if (from.has("userError")) {
        peer->user = std::unexpected(errorFrom(from, "userError"));
    } else {
        peer->user = userNotRecorded();
    }
    return peer;
}

void putText(JsonWriter& json, std::string summary, const std::vector<IdentityFact>& facts)
{
    // A name may hold anything; the first line is the summary's.
    std::ranges::replace(summary, '\n', ' ');
    const std::string text = summary + "\n" + textOf(facts);
    json.text("text", clipUtf8(text, longestRowText));
}

void putBody(JsonWriter& json, const EventBody& body)
{
    std::visit(
        Overloaded{
            [&](const EndpointOpened& opened) {
                json.text("role", wordFor(opened.role))
                    .text("mode", wordFor(opened.mode))
                    .text("access", wordFor(opened.access))
                    .number("instances", opened.instances)
                    .text("name", clipUtf8(*opened.name, longestRowText));
            },
            [&](const PeerConnected& connected) { putPeer(json, *connected.peer); },
            [&](const Disconnected& disconnected) {
                json.text("reason", wordFor(disconnected.reason))
                    .number("discardedBytes", disconnected.discardedBytes);
            },
            [&](const Failed& failed) {
                putError(json, "error", failed.error);
                json.boolean("outcomeUnknown", failed.outcomeUnknown);
            },
            [&](const Dropped& dropped) {
                json.number("count", dropped.count).number("bytes", dropped.bytes);
            },
            [&](const ClientIdentified& identified) {
                putText(json, summaryOf(*identified.identity), factsOf(*identified.identity));
            },
            [&](const AccessChecked& checked) {
                putText(json, summaryOf(*checked.answer), factsOf(*checked.answer));
            },
            [&](const ReadModeChanged& changed) { json.text("mode", wordFor(changed.mode)); },
            [](const auto&) {},
        },
        body);
}

} // namespace

std::optional<RecordKind> recordKindOf(const Event& event)
{
    using Kind = std::optional<RecordKind>;
    return std::visit(
        Overloaded{
            [](const EndpointOpened&) -> Kind { return RecordKind::EndpointOpened; },
            [](const EndpointClosed&) -> Kind { return RecordKind::EndpointClosed; },
            [](const StateChanged&) -> Kind { return std::nullopt; },
            // An answer to who asked, and nothing that happened on the pipe.
            [](const FactsRead&) -> Kind { return std::nullopt; },
            [](const ReadModeChanged&) -> Kind { return RecordKind::ReadModeChanged; },
            [](const PeerConnected&) -> Kind { return RecordKind::Connected; },
            [](const Data&) -> Kind { return RecordKind::Message; },
            [](const Disconnected&) -> Kind { return RecordKind::Disconnected; },
            [](const Failed&) -> Kind { return RecordKind::Failed; },
            [](const Dropped&) -> Kind { return RecordKind::Dropped; },
            [](const ClientIdentified&) -> Kind { return RecordKind::ClientIdentified; },
            [](const AccessChecked&) -> Kind { return RecordKind::AccessChecked; },
            [](const Throttled& throttled) -> Kind {
                return throttled.on ? RecordKind::Throttled : RecordKind::Resumed;
            },
        },
        event.body);
}

std::optional<std::string> lifecycleJson(const Event& event)
{
    const auto kind = recordKindOf(event);
    if (!kind || *kind == RecordKind::Message) {
        return std::nullopt;
    }
    JsonWriter json;
    json.text("event", wordFor(*kind));
    if (event.endpoint) {
        json.number("endpoint", event.endpoint.value);
    }
    if (event.connection) {
        json.number("connection", event.connection.value);
    }
    putBody(json, event.body);
    return json.take();
}

void putLifecycle(JsonWriter& json, const Record& record)
{
    switch (record.kind) {
    case RecordKind::EndpointOpened: return putBody(json, record.opened);
    case RecordKind::Connected: return putPeer(json, *record.peer);
    case RecordKind::Disconnected:
        return putBody(json, Disconnected{record.reason, record.discardedBytes});
    case RecordKind::Failed:
        putError(json, "error", record.error);
        json.boolean("outcomeUnknown", record.outcomeUnknown);
        return;
    case RecordKind::Dropped:
        return putBody(json, Dropped{record.droppedCount, record.droppedBytes});
    case RecordKind::ClientIdentified:
    case RecordKind::AccessChecked: json.text("text", record.text); return;
    case RecordKind::ReadModeChanged: json.text("mode", wordFor(record.readMode)); return;
    case RecordKind::Message:
    case RecordKind::EndpointClosed:
    case RecordKind::Throttled:
    case RecordKind::Resumed: return;
    }
}

std::optional<Record> lifecycleRecord(std::string_view text)
{
    const auto json = JsonValue::parse(text);
    if (!json || !json->isObject()) {
        return std::nullopt;
    }
    const auto kind = valueFor<RecordKind>(json->text("event"));
    if (!kind || *kind == RecordKind::Message) {
        return std::nullopt;
    }

    Record record;
    record.kind = *kind;
    record.endpoint.value = json->number<std::uint64_t>("endpoint");
    record.connection.value = json->number<std::uint64_t>("connection");
    switch (*kind) {
    case RecordKind::EndpointOpened:
        record.opened.role = valueFor<Role>(json->text("role")).value_or(Role::Server);
        record.opened.mode = valueFor<PipeMode>(json->text("mode")).value_or(PipeMode::Message);
        record.opened.access = valueFor<Access>(json->text("access")).value_or(Access::Duplex);
        record.opened.instances = json->number<std::uint32_t>("instances");
        record.opened.name = std::make_shared<std::string>(json->text("name"));
        break;
    case RecordKind::Connected: record.peer = peerFrom(*json); break;
    case RecordKind::Disconnected:
        record.reason =
            valueFor<CloseReason>(json->text("reason")).value_or(CloseReason::PeerClosed);
        record.discardedBytes = json->number<std::uint64_t>("discardedBytes");
        break;
    case RecordKind::Failed:
        record.error = errorFrom(*json, "error");
        record.outcomeUnknown = json->boolean("outcomeUnknown");
        break;
    case RecordKind::Dropped:
        record.droppedCount = json->number<std::uint64_t>("count");
        record.droppedBytes = json->number<std::uint64_t>("bytes");
        break;
    case RecordKind::ClientIdentified:
    case RecordKind::AccessChecked: record.text = json->text("text"); break;
    case RecordKind::ReadModeChanged:
        record.readMode = valueFor<PipeMode>(json->text("mode")).value_or(PipeMode::Message);
        break;
    case RecordKind::Message:
    case RecordKind::EndpointClosed:
    case RecordKind::Throttled:
    case RecordKind::Resumed: break;
    }
    return record;
}

} // namespace pipecore
