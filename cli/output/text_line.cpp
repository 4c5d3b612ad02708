#include "output/event_printer.h"

#include "output/clock_text.h"
#include "output/facts_lines.h"
#include "output/identity_lines.h"

#include "pipecore/base/clean_text.h"
#include "pipecore/model/pipe_name.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <algorithm>

namespace pipescope::cli {

namespace {

constexpr std::size_t previewLength = 80;
constexpr std::size_t connectionWidth = 5; // "#1234"
constexpr std::size_t lengthWidth = 7;

std::string padLeft(const std::string& text, std::size_t width)
{
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string padRight(const std::string& text, std::size_t width)
{
    return text.size() < width ? text + std::string(width - text.size(), ' ') : text;
}

std::string peerWords(const pipecore::PeerInfo& peer)
{
    const std::string name = pipecore::imageName(peer);
    std::string text = name.empty() ? "program not known" : name;
    text += peer.processId ? " (pid " + std::to_string(*peer.processId) + ")"
                           : " (pid not known: " + pipecore::describe(peer.processId.error()) + ")";
    return text;
}

std::string_view reasonText(pipecore::CloseReason reason)
{
    switch (reason) {
    case pipecore::CloseReason::PeerClosed: return "the other end closed";
    case pipecore::CloseReason::ClosedByUs: return "closed by us";
    case pipecore::CloseReason::AbortedByUs: return "aborted by us";
    case pipecore::CloseReason::EngineStopped: return "the program ended";
    case pipecore::CloseReason::Failed: break;
    }
    return "because of the error";
}

/// Says what happened, by the event's kind.
struct TextBody
{
    std::string operator()(const pipecore::EndpointOpened& body) const
    {
        const bool serves = body.role == pipecore::Role::Server;
        std::string text = serves ? "listening on " : "connecting to ";
        text += *body.name;
        // Where it really is, when the name does not say so (on Linux).
        if (const auto name = pipecore::PipeName::parse(*body.name);
            name && name->native() != *body.name) {
            text += " at " + name->native();
        }
        text += ", ";
        text += pipecore::wordFor(body.mode);
        text += " mode, ";
        text += pipecore::wordFor(body.access);
        return text;
    }
    std::string operator()(const pipecore::EndpointClosed&) const { return "closed"; }
    std::string operator()(const pipecore::StateChanged&) const { return {}; }
    std::string operator()(const pipecore::PeerConnected& body) const
    {
        return "connected: " + peerWords(*body.peer)
               + (body.peer->user ? ", user " + *body.peer->user : "");
    }
    std::string operator()(const pipecore::Data& body) const
    {
        std::string text = body.direction == pipecore::Direction::Received ? "<- " : "-> ";
        text += padLeft(std::to_string(body.payload.size() + body.droppedBytes), lengthWidth);
        text += "  ";
        if (body.droppedBytes != 0) {
            text += "(payload not kept)";
        }
        const pipecore::ByteView front =
            body.payload.first(std::min(body.payload.size(), previewLength * 4));
        text += pipecore::previewText(front, pipecore::TextEncoding::Utf8, previewLength);
        if (body.continues) {
            text += " (goes on)";
        }
        return text;
    }
    std::string operator()(const pipecore::Disconnected& body) const
    {
        std::string text = "disconnected: ";
        text += reasonText(body.reason);
        if (body.discardedBytes > 0) {
            text += ", " + std::to_string(body.discardedBytes) + " bytes were not sent";
        }
        return text;
    }
    std::string operator()(const pipecore::Failed& body) const
    {
        return "error: " + pipecore::describe(body.error);
    }
    std::string operator()(const pipecore::Dropped& body) const
    {
        return std::to_string(body.count) + " messages were dropped, " + std::to_string(body.bytes)
               + " bytes";
    }
    std::string operator()(const pipecore::FactsRead& body) const { return factsText(*body.facts); }
    std::string operator()(const pipecore::ReadModeChanged& body) const
    {
        return std::string("reads ")
               + (body.mode == pipecore::PipeMode::Message ? "messages" : "bytes") + " from now on";
    }
    std::string operator()(const pipecore::ClientIdentified& body) const
    {
        return "client: " + pipecore::onOneLine(pipecore::summaryOf(*body.identity))
               + indentedFacts(pipecore::factsOf(*body.identity));
    }
    std::string operator()(const pipecore::AccessChecked& body) const
    {
        return "access as this client: " + pipecore::summaryOf(*body.answer);
    }
    std::string operator()(const pipecore::Throttled& body) const
    {
        return body.on ? "reading pauses until the output has caught up" : "reading goes on";
    }
};

} // namespace

std::string textLine(const pipecore::Event& event)
{
    if (std::holds_alternative<pipecore::StateChanged>(event.body)) {
        return {};
    }
    std::string line = localClock(event.wallNs) + "  ";
    line += padRight(event.connection ? '#' + std::to_string(event.connection.value) : "",
                     connectionWidth);
    line += ' ';
    const std::string body = std::visit(TextBody{}, event.body);
    // Names of programs and users are chosen by others, and a line stays a line. What is several lines
    // long has seen to that itself.
    line += std::holds_alternative<pipecore::ClientIdentified>(event.body)
                ? body
                : pipecore::onOneLine(body);
    line += '\n';
    return line;
}

} // namespace pipescope::cli
