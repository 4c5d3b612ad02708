// What the options of a command must be together.
#include "arguments/talk_draft.h"

#include <algorithm>
#include <utility>

namespace pipescope::cli {

namespace {

using pipecore::Access;
using pipecore::ClientAccess;
using pipecore::PipeMode;

ClientAccess clientAccess(Access access)
{
    // The pipe's direction is the server's: what comes in there goes out here.
    switch (access) {
    case Access::Inbound: return ClientAccess::Write;
    case Access::Outbound: return ClientAccess::Read;
    case Access::Duplex: break;
    }
    return ClientAccess::ReadWrite;
}

Problem finishServer(Draft& draft)
{
    pipecore::ServerOptions& server = draft.arguments.server;
    server.name = *draft.name;
    server.mode = draft.mode;
    server.access = draft.access;
    server.connection.echo = draft.echo;
    server.io = draft.io;
    server.writeThrough = draft.writeThrough;
    if (draft.buffer) {
        server.outBufferSize = server.inBufferSize = *draft.buffer;
    }
    server.outBufferSize = draft.outBuffer.value_or(server.outBufferSize);
    server.inBufferSize = draft.inBuffer.value_or(server.inBufferSize);
    if (const auto valid = pipecore::validate(server); !valid) {
        return valid.error().detail;
    }
    return std::nullopt;
}

Problem checkScript(const Draft& draft)
{
    for (const Step& step : draft.arguments.script) {
        const bool expects = step.kind == Step::Kind::Expect;
        if (expects && draft.access == Access::Inbound) {
            return "nothing can be expected from an inbound pipe: it only takes what is sent";
        }
        if (!expects && draft.access == Access::Outbound) {
            return "nothing can be sent to an outbound pipe: it can only be read";
        }
        if (step.kind == Step::Kind::Send && step.payload.empty() && draft.mode == PipeMode::Byte) {
            return "an empty message means nothing in byte mode: leave it out";
        }
    }
    const bool input = std::ranges::any_of(
        draft.arguments.script, [](const Step& step) { return step.kind == Step::Kind::Input; });
    if (draft.arguments.rawInput && !input) {
        return "--raw says how standard input is sent: add --stdin";
    }
    if (draft.arguments.keepLineEnds && !input) {
        return "--keep-line-ends says how standard input is sent: add --stdin";
    }
    if (draft.arguments.rawInput && draft.arguments.keepLineEnds) {
        return "--keep-line-ends is about lines, and --raw sends bytes: leave one of them out";
    }
    return std::nullopt;
}

Problem finishClient(Draft& draft)
{
    if (auto problem = checkScript(draft)) {
        return problem;
    }
    if (draft.arguments.exitAfterDisconnects > 1) {
        return "--exit-after-disconnects of connect is 1: a client has one connection";
    }
    pipecore::ClientOptions& client = draft.arguments.client;
    client.name = *draft.name;
    client.mode = draft.mode;
    client.access = clientAccess(draft.access);
    client.connection.echo = draft.echo;
    client.io = draft.io;
    client.writeThrough = draft.writeThrough;
    if (draft.buffer) {
        client.bufferSize = *draft.buffer;
    }
    if (draft.timeout) {
        client.timeout = *draft.timeout;
    }
    draft.arguments.expectTime = client.timeout;
    if (const auto valid = pipecore::validate(client); !valid) {
        return valid.error().detail;
    }
    return std::nullopt;
}

Problem finishCall(Draft& draft)
{
    std::vector<Step>& script = draft.arguments.script;
    const auto sends = [](const Step& step) { return step.kind == Step::Kind::Send; };
    if (std::ranges::count_if(script, sends) != 1 || !sends(script.front())) {
        return "one message is sent, and its reply may be expected after it: write --send-text or "
               "--send-hex once, and first";
    }
    if (script.size() > 2) {
        return "one reply comes: expect it once";
    }
    pipecore::CallOptions& call = draft.arguments.call;
    call.name = *draft.name;
    call.request = std::move(script.front().payload);
    script.erase(script.begin());
    call.timeout = draft.timeout.value_or(call.timeout);
    draft.arguments.expectTime = call.timeout;
    if (const auto valid = pipecore::validate(call); !valid) {
        return valid.error().detail;
    }
    return std::nullopt;
}

Problem finishTransact(Draft& draft)
{
    if (draft.mode != PipeMode::Message || draft.access != Access::Duplex) {
        return "a transaction needs messages and both directions: leave --mode and --access out";
    }
    if (draft.arguments.script.empty()) {
        return "the message is missing: write --send-text or --send-hex";
    }
    return finishClient(draft);
}

} // namespace

std::string_view wordOf(Talk talk)
{
    switch (talk) {
    case Talk::Serve: return "serve";
    case Talk::Connect: return "connect";
    case Talk::Call: return "call";
    case Talk::Transact: break;
    }
    return "transact";
}

Problem finish(Draft& draft)
{
    if (!draft.name) {
        return "the name of the pipe is missing: write pipescope-cli "
               + std::string(wordOf(draft.arguments.talk)) + " NAME";
    }
    switch (draft.arguments.talk) {
    case Talk::Serve: return finishServer(draft);
    case Talk::Connect: break;
    case Talk::Call: return finishCall(draft);
    case Talk::Transact: return finishTransact(draft);
    }
    return finishClient(draft);
}

} // namespace pipescope::cli
