#include "output/identity_lines.h"

#include "output/clock_text.h"
#include "pipecore/base/clean_text.h"
#include "pipecore/base/time_text.h"
#include "pipecore/model/row_json.h"
#include "pipecore/model/vocabulary.h"

#include <fmt/format.h>

namespace pipescope::cli {

std::string indentedFacts(const std::vector<pipecore::IdentityFact>& facts)
{
    constexpr std::string_view indent = "\n                        ";
    std::string text;
    for (const pipecore::IdentityFact& fact : facts) {
        text += indent;
        text += fact.label;
        text += ": ";
        // A command line is written by the program itself.
        text += pipecore::onOneLine(fact.value
                                        ? pipecore::textOf(*fact.value)
                                        : "not known: " + pipecore::describe(fact.value.error()));
    }
    return text;
}

std::string identityTextLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                             const pipecore::ProcessIdentity& identity)
{
    return fmt::format("{}  {:<5} identity:{}\n", localClock(wallNs),
                       fmt::format("#{}", connection.value),
                       indentedFacts(pipecore::factsOf(identity)));
}

std::string identityJsonLine(pipecore::ConnectionId connection, std::int64_t wallNs,
                             const pipecore::ProcessIdentity& identity)
{
    pipecore::JsonWriter json;
    json.text("time", pipecore::isoUtcText(wallNs))
        .text("event", "identity")
        .number("connection", connection.value);
    putIdentity(json, "identity", identity);
    return json.take() + '\n';
}

namespace {

std::string unknown(std::string_view what, const pipecore::Error& error)
{
    return fmt::format("{} unknown: {}", what, pipecore::describe(error));
}

std::string infoText(const pipecore::PipeInfo& info)
{
    std::string text = fmt::format("{} pipe, buffers {} out, {} in", pipecore::wordFor(info.type),
                                   info.outBufferSize, info.inBufferSize);
    if (info.maxInstances != 0) {
        text += fmt::format(", at most {} instances", info.maxInstances);
    }
    return text;
}

std::string stateText(const pipecore::HandleState& state)
{
    std::string text =
        fmt::format("reads {}s, {} instances", pipecore::wordFor(state.readMode), state.instances);
    if (state.collectionBytes) {
        text += fmt::format(", collects {} bytes", *state.collectionBytes);
    }
    if (state.collectionMs) {
        text += fmt::format(" for {} ms", *state.collectionMs);
    }
    return text;
}

std::string waitingText(const pipecore::Waiting& waiting)
{
    std::string text = fmt::format("{} bytes to read", waiting.bytes);
    if (waiting.leftInMessage) {
        text += fmt::format(", {} left in the message", *waiting.leftInMessage);
    }
    if (waiting.unreadByPeer) {
        text += fmt::format(", {} not read by the peer", *waiting.unreadByPeer);
    }
    return text;
}

} // namespace

std::string factsText(const pipecore::PipeFacts& facts)
{
    std::string text = facts.info ? infoText(*facts.info) : unknown("pipe", facts.info.error());
    if (facts.state) {
        text += "; " + stateText(*facts.state);
    } else if (facts.state.error().kind != pipecore::ErrorKind::NotSupported) {
        text += "; " + unknown("read mode", facts.state.error());
    }
    text += "; "
            + (facts.waiting ? waitingText(*facts.waiting)
                             : unknown("pending data", facts.waiting.error()));
    return text;
}

void putFacts(pipecore::JsonWriter& json, const pipecore::PipeFacts& facts)
{
    json.beginObject("facts");
    if (facts.info) {
        json.text("type", pipecore::wordFor(facts.info->type))
            .number("outBuffer", facts.info->outBufferSize)
            .number("inBuffer", facts.info->inBufferSize)
            .limit("maxInstances", facts.info->maxInstances);
    } else {
        json.text("infoError", pipecore::describe(facts.info.error()));
    }
    if (facts.state) {
        json.text("readMode", pipecore::wordFor(facts.state->readMode))
            .boolean("nonBlocking", facts.state->nonBlocking)
            .number("instances", facts.state->instances);
        if (facts.state->collectionBytes) {
            json.number("collectionBytes", *facts.state->collectionBytes);
        }
        if (facts.state->collectionMs) {
            json.number("collectionMs", *facts.state->collectionMs);
        }
    } else {
        json.text("stateError", pipecore::describe(facts.state.error()));
    }
    if (facts.waiting) {
        json.number("waiting", facts.waiting->bytes);
        if (facts.waiting->leftInMessage) {
            json.number("leftInMessage", *facts.waiting->leftInMessage);
        }
        if (facts.waiting->unreadByPeer) {
            json.number("unreadByPeer", *facts.waiting->unreadByPeer);
        }
    } else {
        json.text("waitingError", pipecore::describe(facts.waiting.error()));
    }
    json.endObject();
}

} // namespace pipescope::cli
