#include "output/event_printer.h"

#include "output/decoded_output.h"
#include "output/identity_lines.h"

#include "pipecore/analysis/protocol_search.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/export/json_line.h"
#include "pipecore/export/proto_json.h"

namespace pipescope::cli {

namespace {

/// "shop.Order {"id":1}", one message behind the other.
std::string typedText(const pipecore::Decoded& decoded)
{
    std::string text;
    for (const pipecore::TypedPart& part : pipecore::typedParts(decoded)) {
        text += (text.empty() ? "" : ", ") + part.type + ' ' + pipecore::fieldsJson(*part.message);
    }
    return text;
}

} // namespace

std::string EventPrinter::line(const pipecore::Event& event, const pipecore::Phrase* problem)
{
    if (const auto* opened = std::get_if<pipecore::EndpointOpened>(&event.body)) {
        m_pipes[event.endpoint] = {opened->name, opened->role};
    } else if (const auto* connected = std::get_if<pipecore::PeerConnected>(&event.body)) {
        m_peers[event.connection].client = connected->peer;
    } else if (const auto* reached = std::get_if<pipecore::TargetConnected>(&event.body)) {
        m_peers[event.connection].target = reached->peer;
    }
    const auto typed = m_types ? m_types->next(event) : std::nullopt;
    std::string text;
    if (m_format == Format::JsonLines) {
        text = jsonLine(event, problem, typed ? pipecore::protoJson(*typed) : std::string());
    } else {
        text = textLine(event, problem, typed ? typedText(*typed) : std::string());
    }
    if (pipecore::hasAddedDecoders() && std::holds_alternative<pipecore::Message>(event.body)
        && !event.payload.empty()) {
        addDecoded(text, event);
    }
    if (std::holds_alternative<pipecore::Disconnected>(event.body)) {
        m_peers.erase(event.connection);
    } else if (std::holds_alternative<pipecore::EndpointClosed>(event.body)) {
        m_pipes.erase(event.endpoint);
    }
    return text;
}

void EventPrinter::addDecoded(std::string& line, const pipecore::Event& event) const
{
    pipecore::EndpointFacts endpoint;
    if (const auto pipe = m_pipes.find(event.endpoint); pipe != m_pipes.end()) {
        endpoint.name = *pipe->second.name;
        endpoint.role = pipe->second.role;
    }
    const auto context =
        pipecore::contextOf(endpoint, std::get<pipecore::Message>(event.body).direction);
    if (m_format == Format::JsonLines) {
        addDecodedMembers(line, event.payload, context);
    } else if (line.ends_with('\n')) {
        line.insert(line.size() - 1, pipecore::onOneLine(decodedText(event.payload, context)));
    }
}

std::string EventPrinter::jsonLine(const pipecore::Event& event, const pipecore::Phrase* problem,
                                   std::string_view proto) const
{
    if (const auto* const read = std::get_if<pipecore::FactsRead>(&event.body)) {
        // The answer to a question, and no row: it is not in files either.
        pipecore::JsonWriter json;
        json.text("time", pipecore::isoUtcText(event.wallNs))
            .text("event", "facts")
            .number("connection", event.connection.value);
        putFacts(json, *read->facts);
        return json.take() + '\n';
    }
    std::string line;
    if (pipecore::isRow(event.body)) {
        const auto pipe = m_pipes.find(event.endpoint);
        const auto peer = m_peers.find(event.connection);
        pipecore::RowView row(event);
        row.problem = problem;
        pipecore::appendJsonLine(
            line, row,
            {.pipe =
                 pipe == m_pipes.end() ? std::string_view() : std::string_view(*pipe->second.name),
             .peer = peer == m_peers.end() ? nullptr : peer->second.client.get(),
             .target = peer == m_peers.end() ? nullptr : peer->second.target.get(),
             .note = {},
             .proto = proto});
    }
    return line;
}

} // namespace pipescope::cli
