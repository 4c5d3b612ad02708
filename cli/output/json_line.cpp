#include "output/event_printer.h"

#include "output/clock_text.h"
#include "output/facts_lines.h"
#include "output/identity_lines.h"

#include "pipecore/base/hex_digits.h"
#include "pipecore/base/json.h"
#include "pipecore/model/vocabulary.h"

namespace pipescope::cli {

namespace {

using pipecore::JsonWriter;

std::string hexOf(pipecore::ByteView bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::byte byte : bytes) {
        text += pipecore::lowerHexDigits[std::to_integer<unsigned>(byte) >> 4U];
        text += pipecore::lowerHexDigits[std::to_integer<unsigned>(byte) & 0x0fU];
    }
    return text;
}

/// Writes the members of one event, by its kind. A member that means nothing for it is left out.
struct JsonBody
{
    JsonWriter& json;
    const pipecore::Event& event;
    const pipecore::PeerInfo* peer;

    void begin(std::string_view name) const
    {
        json.text("event", name).text("time", isoTime(event.wallNs));
        if (event.connection) {
            json.number("connection", event.connection.value);
        }
        if (peer != nullptr && peer->processId) {
            json.number("pid", *peer->processId);
        }
        if (peer != nullptr && peer->image) {
            json.text("image", *peer->image);
        }
        if (peer != nullptr && peer->user) {
            json.text("user", *peer->user);
        }
    }

    void operator()(const pipecore::EndpointOpened& body) const
    {
        begin(body.role == pipecore::Role::Server ? "listening" : "connecting");
        json.text("name", *body.name)
            .text("mode", pipecore::wordFor(body.mode))
            .text("access", pipecore::wordFor(body.access));
    }
    void operator()(const pipecore::EndpointClosed&) const { begin("closed"); }
    void operator()(const pipecore::StateChanged&) const {}
    void operator()(const pipecore::PeerConnected& body) const
    {
        begin("connected");
        if (!body.peer->processId) {
            json.text("pidError", pipecore::describe(body.peer->processId.error()));
        }
        if (!body.peer->image) {
            json.text("imageError", pipecore::describe(body.peer->image.error()));
        }
        if (!body.peer->user) {
            json.text("userError", pipecore::describe(body.peer->user.error()));
        }
    }
    void operator()(const pipecore::Data& body) const
    {
        begin("message");
        json.text("direction",
                  body.direction == pipecore::Direction::Received ? "received" : "sent");
        json.number("length", body.payload.size() + body.droppedBytes)
            .text("hex", hexOf(body.payload));
        if (body.droppedBytes != 0) {
            json.number("dropped", body.droppedBytes);
        }
        if (body.continues) {
            json.boolean("continues", true);
        }
    }
    void operator()(const pipecore::Disconnected& body) const
    {
        begin("disconnected");
        json.text("reason", pipecore::wordFor(body.reason));
        if (body.discardedBytes > 0) {
            json.number("discarded", body.discardedBytes);
        }
    }
    void operator()(const pipecore::Failed& body) const
    {
        begin("error");
        json.text("error", pipecore::describe(body.error))
            .text("kind", pipecore::wordFor(body.error.kind))
            .text("api", body.error.api)
            .number("code", body.error.code)
            .text("name", pipecore::symbolicName(body.error.domain, body.error.code))
            .text("hint", pipecore::hint(body.error));
    }
    void operator()(const pipecore::Dropped& body) const
    {
        begin("dropped");
        json.number("count", body.count).number("length", body.bytes);
    }
    void operator()(const pipecore::FactsRead& body) const
    {
        begin("facts");
        putFacts(json, *body.facts);
    }
    void operator()(const pipecore::ReadModeChanged& body) const
    {
        begin("readMode");
        json.text("mode", pipecore::wordFor(body.mode));
    }
    void operator()(const pipecore::ClientIdentified& body) const
    {
        begin("clientIdentified");
        putFacts(json, "identity", pipecore::factsOf(*body.identity));
    }
    void operator()(const pipecore::AccessChecked& body) const
    {
        begin("accessChecked");
        json.boolean("allowed", body.answer->isAllowed);
        putFacts(json, "answer", pipecore::factsOf(*body.answer));
    }
    void operator()(const pipecore::Throttled& body) const
    {
        begin(body.on ? "throttled" : "resumed");
    }
};

} // namespace

std::string jsonLine(const pipecore::Event& event, const pipecore::PeerInfo* peer)
{
    if (std::holds_alternative<pipecore::StateChanged>(event.body)) {
        return {};
    }
    JsonWriter json;
    std::visit(JsonBody{json, event, peer}, event.body);
    return json.take() + '\n';
}

} // namespace pipescope::cli
