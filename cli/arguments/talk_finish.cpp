// Checks of the options of a command together.
#include "arguments/talk_draft.h"

#include "pipecore/model/option_table.h"

#include <algorithm>
#include <utility>

namespace pipescope::cli {

namespace {

using pipecore::ClientAccess;
using pipecore::PipeMode;

template <typename Options>
Problem finishOptions(Draft& draft, Options& options)
{
    options.name = *draft.name;
    if (const auto valid = pipecore::validate(options); !valid) {
        return valid.error().detail;
    }
    return std::nullopt;
}

Problem checkEndSending(const Arguments& arguments)
{
    if (!arguments.endSending) {
        return std::nullopt;
    }
    if (pipecore::thisSystem == pipecore::System::Windows) {
        return "--end-sending is an option of Linux (shutdown with SHUT_WR). A pipe of Windows "
               "ends as "
               "a whole: use --stay to wait for replies";
    }
    if (arguments.client.access == ClientAccess::Read) {
        return "--end-sending needs an end that sends: this one reads an outbound pipe";
    }
    if (arguments.client.connection.echo) {
        return "--end-sending and --echo exclude each other: an end that has ended its sending "
               "cannot "
               "answer";
    }
    return std::nullopt;
}

Problem checkScript(const Draft& draft)
{
    const pipecore::ClientOptions& client = draft.arguments.client;
    for (const Step& step : draft.arguments.script) {
        const bool expects = step.kind == Step::Kind::Expect;
        if (expects && client.access == ClientAccess::Write) {
            return "an inbound pipe sends no data to its clients: remove the expectations";
        }
        if (!expects && client.access == ClientAccess::Read) {
            return "an outbound pipe accepts no data from its clients: remove the sends";
        }
        if (step.kind == Step::Kind::Send && step.payload.empty()
            && client.mode == PipeMode::Byte) {
            return "byte pipes cannot carry empty messages: remove the message";
        }
    }
    const bool input = std::ranges::any_of(
        draft.arguments.script, [](const Step& step) { return step.kind == Step::Kind::Input; });
    if (draft.arguments.rawInput && !input) {
        return "--raw requires --stdin";
    }
    if (draft.arguments.keepLineEnds && !input) {
        return "--keep-line-ends requires --stdin";
    }
    if (draft.arguments.rawInput && draft.arguments.keepLineEnds) {
        return "--keep-line-ends cannot be combined with --raw";
    }
    return std::nullopt;
}

Problem finishClient(Draft& draft)
{
    if (auto problem = checkScript(draft)) {
        return problem;
    }
    if (auto problem = checkEndSending(draft.arguments)) {
        return problem;
    }
    if (draft.arguments.exitAfterDisconnects > 1) {
        return "--exit-after-disconnects of connect must be 1: a client has one connection";
    }
    draft.arguments.expectTime = draft.arguments.client.timeout;
    return finishOptions(draft, draft.arguments.client);
}

Problem finishCall(Draft& draft)
{
    std::vector<Step>& script = draft.arguments.script;
    const auto sends = [](const Step& step) { return step.kind == Step::Kind::Send; };
    if (std::ranges::count_if(script, sends) != 1 || !sends(script.front())) {
        return "call sends one message: use --send-text or --send-hex once, before an expectation";
    }
    if (script.size() > 2) {
        return "call receives one reply: use one expectation";
    }
    pipecore::CallOptions& call = draft.arguments.call;
    call.request = std::move(script.front().payload);
    script.erase(script.begin());
    draft.arguments.expectTime = call.timeout;
    return finishOptions(draft, call);
}

Problem finishTransact(Draft& draft)
{
    const pipecore::ClientOptions& client = draft.arguments.client;
    if (client.mode != PipeMode::Message || client.access != ClientAccess::ReadWrite) {
        return "a transaction requires message mode and both directions: remove --mode and "
               "--access";
    }
    if (draft.arguments.script.empty()) {
        return "missing message: use --send-text or --send-hex";
    }
    return finishClient(draft);
}

Problem finishProxy(Draft& draft)
{
    Arguments& arguments = draft.arguments;
    if (arguments.target.empty()) {
        return "missing target: use pipescope-cli proxy NAME --to TARGET";
    }
    arguments.given = draft.given;
    if (auto problem = finishOptions(draft, arguments.server)) {
        return problem;
    }
    const auto valid = pipecore::validate(relayOptions(arguments));
    return valid ? Problem() : Problem(valid.error().detail);
}

} // namespace

pipecore::RelayOptions relayOptions(const Arguments& arguments)
{
    pipecore::RelayOptions options;
    options.server = arguments.server;
    options.target.name = arguments.target;
    options.target.mode = arguments.server.mode;
    options.target.access = pipecore::asClientAccess(arguments.server.access);
    options.target.bufferSize = arguments.server.outBufferSize;
    options.allowOtherUsers = arguments.allowOtherUsers;
    return options;
}

std::string_view wordOf(Talk talk)
{
    switch (talk) {
    case Talk::Serve: return "serve";
    case Talk::Proxy: return "proxy";
    case Talk::Connect: return "connect";
    case Talk::Call: return "call";
    case Talk::Transact: break;
    }
    return "transact";
}

Problem finish(Draft& draft)
{
    if (!draft.name) {
        return "missing pipe name: use pipescope-cli " + std::string(wordOf(draft.arguments.talk))
               + " NAME";
    }
    if (auto problem = loadProto(draft.arguments.proto)) {
        return problem;
    }
    switch (draft.arguments.talk) {
    case Talk::Serve: return finishOptions(draft, draft.arguments.server);
    case Talk::Proxy: return finishProxy(draft);
    case Talk::Connect: break;
    case Talk::Call: return finishCall(draft);
    case Talk::Transact: return finishTransact(draft);
    }
    return finishClient(draft);
}

Problem checkThisSystem(const Draft& draft)
{
    const Arguments& arguments = draft.arguments;
    const bool isWindows = pipecore::thisSystem == pipecore::System::Windows;
    if (!isWindows && (arguments.talk == Talk::Call || arguments.talk == Talk::Transact)) {
        return "it is a command of Windows ("
               + std::string(arguments.talk == Talk::Call ? "CallNamedPipe" : "TransactNamedPipe")
               + "). Use connect with --send-text and --expect-text here";
    }
    if (isWindows && arguments.endSending) {
        return "--end-sending is an option of Linux (shutdown with SHUT_WR). A pipe of Windows "
               "ends as a "
               "whole: use --stay to wait for replies";
    }
    if (draft.foreign) {
        return draft.foreign;
    }
    const bool isServer = arguments.talk == Talk::Serve || arguments.talk == Talk::Proxy;
    const auto supported = isServer ? pipecore::checkSystem(arguments.server)
                                    : pipecore::checkSystem(arguments.client);
    return supported ? Problem() : Problem(supported.error().detail);
}

} // namespace pipescope::cli
