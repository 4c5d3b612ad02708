#include "pipecore/export/json_line.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/base/elapsed.h"
#include "pipecore/base/hex_digits.h"
#include "pipecore/base/json.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/row_json.h"

namespace pipecore {

namespace {

struct PeerNames
{
    const char* processId;
    const char* image;
    const char* user;
};

void putPeer(JsonWriter& json, const PeerInfo& peer, const PeerNames& names)
{
    if (peer.processId) {
        json.number(names.processId, *peer.processId);
    }
    if (peer.image) {
        json.text(names.image, *peer.image);
    }
    if (peer.user) {
        json.text(names.user, *peer.user);
    }
}

void putPayload(JsonWriter& json, ByteView payload)
{
    if (const auto text = asText(payload); !text.empty() && isPlainText(text)) {
        json.text("text", text);
    }
    std::string hex = "\"";
    appendHex(hex, payload);
    hex += '"';
    json.value("hex", hex);
}

} // namespace

void appendJsonLine(std::string& out, const RowView& row, const RowContext& context)
{
    JsonWriter json;
    if (row.number != 0) {
        json.number("row", row.number);
    }
    const auto* const unknown = std::get_if<UnknownRow>(&row.body);
    if (row.wallNs != noTime) {
        json.text("time", isoUtcText(row.wallNs));
    }
    json.text("event", unknown != nullptr ? unknown->word : wordFor(kindOf(row.body)));
    if (row.endpoint) {
        json.number("endpoint", row.endpoint.value);
        if (!context.pipe.empty()) {
            json.text("pipe", context.pipe);
        }
    }
    if (row.connection) {
        json.number("connection", row.connection.value);
        if (context.peer != nullptr) {
            putPeer(json, *context.peer, {"pid", "image", "user"});
        }
        if (context.target != nullptr) {
            putPeer(json, *context.target, {"targetPid", "targetImage", "targetUser"});
        }
    }
    putBody(json, row.body);
    if (std::holds_alternative<Message>(row.body)) {
        if (row.problem != nullptr) {
            json.text("problem", row.problem->text());
        }
        if (!context.proto.empty()) {
            json.value("proto", context.proto);
        }
        putPayload(json, row.payload);
    } else if (const auto* const failed = std::get_if<Failed>(&row.body)) {
        json.text("text", describe(failed->error)).text("hint", hint(failed->error));
    }
    if (!context.note.isEmpty()) {
        json.boolean("marked", context.note.marked).text("comment", context.note.comment);
    }
    out += json.take();
    out += '\n';
}

} // namespace pipecore
