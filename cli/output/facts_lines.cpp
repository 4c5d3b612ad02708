#include "output/facts_lines.h"

#include "pipecore/model/vocabulary.h"

namespace pipescope::cli {

namespace {

std::string unknown(std::string_view what, const pipecore::Error& error)
{
    return std::string(what) + " not known: " + pipecore::describe(error);
}

std::string infoText(const pipecore::PipeInfo& info)
{
    return std::string(pipecore::wordFor(info.type)) + " pipe, buffers "
           + std::to_string(info.outBufferSize) + " out, " + std::to_string(info.inBufferSize)
           + " in"
           + (info.maxInstances == 0
                  ? std::string()
                  : ", at most " + std::to_string(info.maxInstances) + " instances");
}

std::string stateText(const pipecore::HandleState& state)
{
    std::string text = "reads " + std::string(pipecore::wordFor(state.readMode)) + "s, "
                       + std::to_string(state.instances) + " instances";
    if (state.collectionBytes) {
        text += ", collects " + std::to_string(*state.collectionBytes) + " bytes";
    }
    if (state.collectionMs) {
        text += " for " + std::to_string(*state.collectionMs) + " ms";
    }
    return text;
}

std::string waitingText(const pipecore::Waiting& waiting)
{
    std::string text = std::to_string(waiting.bytes) + " bytes to read";
    if (waiting.leftInMessage) {
        text += ", " + std::to_string(*waiting.leftInMessage) + " left in the message";
    }
    if (waiting.unreadByPeer) {
        text += ", " + std::to_string(*waiting.unreadByPeer) + " not read by the other end";
    }
    return text;
}

} // namespace

std::string factsText(const pipecore::PipeFacts& facts)
{
    std::string text =
        facts.info ? infoText(*facts.info) : unknown("the pipe is", facts.info.error());
    if (facts.state) {
        text += "; " + stateText(*facts.state);
    } else if (facts.state.error().kind != pipecore::ErrorKind::NotSupported) {
        text += "; " + unknown("its mode is", facts.state.error());
    }
    text += "; "
            + (facts.waiting ? waitingText(*facts.waiting)
                             : unknown("what waits is", facts.waiting.error()));
    return text;
}

void putFacts(pipecore::JsonWriter& json, const pipecore::PipeFacts& facts)
{
    json.beginObject("facts");
    if (facts.info) {
        json.text("type", pipecore::wordFor(facts.info->type))
            .number("outBuffer", facts.info->outBufferSize)
            .number("inBuffer", facts.info->inBufferSize)
            .number("maxInstances", facts.info->maxInstances);
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
