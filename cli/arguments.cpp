#include "arguments.h"

#include "payload/utf8.h"
#include "pipecore/payload.h"
#include "session/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <utility>

namespace pipescope::cli {

namespace {

using pipecore::Access;
using pipecore::ClientAccess;
using pipecore::PipeMode;

/// What goes wrong while reading options; empty when nothing does.
using Problem = std::optional<std::string>;

constexpr unsigned forServe = 1;
constexpr unsigned forConnect = 2;
constexpr unsigned forCall = 4;
constexpr unsigned forTransact = 8;
constexpr unsigned forOpen = forConnect | forTransact; ///< clients that open the pipe themselves
constexpr unsigned forClients = forOpen | forCall;
constexpr unsigned forPipes = forServe | forOpen;
constexpr unsigned forAll = forServe | forClients;

/// The command line as it is being read.
struct Draft
{
    Arguments arguments;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex;
    std::optional<std::uint32_t> buffer;
    std::optional<std::uint32_t> outBuffer;
    std::optional<std::uint32_t> inBuffer;
    pipecore::IoModel io = pipecore::IoModel::Overlapped;
    bool writeThrough = false;
    bool echo = false;
    std::optional<std::chrono::milliseconds> timeout;
    std::optional<std::string> name;
    std::optional<Command> asked; ///< --help or --version among the options
};

struct Option
{
    std::string_view name;
    unsigned commands;
    bool takesValue;
    /// Takes the value over. The problem it returns is put behind the option's name.
    Problem (*apply)(Draft&, const std::string& value);
};

template <typename T>
Problem readNumber(const std::string& value, T& number)
{
    const char* end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, number);
    if (error == std::errc::result_out_of_range) {
        return "takes a smaller number than " + value;
    }
    if (value.empty() || error != std::errc{} || rest != end) {
        return "takes a number, not \"" + value + "\"";
    }
    return std::nullopt;
}

template <typename E>
Problem readWord(const std::string& value, E& result)
{
    if (const auto found = pipecore::valueFor<E>(value)) {
        result = *found;
        return std::nullopt;
    }
    std::string words;
    const auto all = pipecore::wordsOf(E{});
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0) {
            words += i + 1 == all.size() ? " or " : ", ";
        }
        words += all[i].word;
    }
    return "takes " + words + ", not \"" + value + "\"";
}

Problem addStep(Draft& draft, Step::Kind kind, pipecore::Parsed<pipecore::Bytes> payload,
                const std::string& value)
{
    if (!payload) {
        return "\"" + value + "\" is wrong at character "
               + std::to_string(pipecore::characterNumber(value, payload.error().offset)) + ": "
               + payload.error().reason;
    }
    draft.arguments.script.push_back({kind, std::move(*payload)});
    return std::nullopt;
}

Problem addText(Draft& draft, Step::Kind kind, const std::string& value)
{
    return addStep(
        draft, kind,
        pipecore::parseText(value, pipecore::TextEncoding::Utf8, pipecore::LineEnding::None),
        value);
}

Problem addHex(Draft& draft, Step::Kind kind, const std::string& value)
{
    return addStep(draft, kind, pipecore::parseHex(value), value);
}

Problem addInput(Draft& draft)
{
    auto& script = draft.arguments.script;
    if (std::ranges::any_of(script, [](const Step& s) { return s.kind == Step::Kind::Input; })) {
        return "is there twice: standard input has one end only";
    }
    script.push_back({Step::Kind::Input, {}});
    return std::nullopt;
}

Problem setTimeout(Draft& draft, const std::string& value)
{
    std::uint32_t milliseconds = 0;
    if (auto problem = readNumber(value, milliseconds)) {
        return problem;
    }
    draft.timeout = std::chrono::milliseconds(milliseconds);
    return std::nullopt;
}

/// A number that may stay unset.
Problem readOptional(const std::string& value, std::optional<std::uint32_t>& number)
{
    return readNumber(value, number.emplace());
}

Problem readSwitch(const std::string& value, bool& on)
{
    if (value != "on" && value != "off") {
        return "takes on or off, not \"" + value + "\"";
    }
    on = value == "on";
    return std::nullopt;
}

Problem readOctal(const std::string& value, std::uint32_t& number)
{
    const char* end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, number, 8);
    if (value.empty() || error != std::errc{} || rest != end) {
        return "takes octal digits such as 0660, not \"" + value + "\"";
    }
    return std::nullopt;
}

Problem setReadMode(Draft& draft, const std::string& value)
{
    return readWord(value, draft.arguments.server.readMode.emplace());
}

Problem setDefaultTimeout(Draft& draft, const std::string& value)
{
    std::uint32_t milliseconds = 0;
    if (auto problem = readNumber(value, milliseconds)) {
        return problem;
    }
    draft.arguments.server.defaultTimeout = std::chrono::milliseconds(milliseconds);
    return std::nullopt;
}

Problem setSddl(Draft& draft, const std::string& value)
{
    if (value.empty()) {
        return "takes a security descriptor such as D:(A;;GA;;;BA)";
    }
    draft.arguments.server.sddl = value;
    return std::nullopt;
}

/// Sets a flag of the server's or the client's options.
template <auto Options, auto Member, bool Value = true>
Problem setFlag(Draft& draft, const std::string& /*value*/)
{
    (draft.arguments.*Options).*Member = Value;
    return std::nullopt;
}

Problem setRecord(Draft& draft, const std::string& value)
{
    if (value.empty()) {
        return "takes the name of a file";
    }
    draft.arguments.record = value;
    return std::nullopt;
}

Problem setExitAfter(Draft& draft, const std::string& value)
{
    if (auto problem = readNumber(value, draft.arguments.exitAfterDisconnects)) {
        return problem;
    }
    if (draft.arguments.exitAfterDisconnects == 0) {
        return "takes a number from 1";
    }
    return std::nullopt;
}

using pipecore::ClientOptions;
using pipecore::ServerOptions;
using Value = const std::string&;
constexpr std::array options = std::to_array<Option>({
    {"--mode", forPipes, true, [](Draft& d, Value v) { return readWord(v, d.mode); }},
    {"--access", forPipes, true, [](Draft& d, Value v) { return readWord(v, d.access); }},
    {"--instances", forServe, true,
     [](Draft& d, Value v) { return readNumber(v, d.arguments.server.instances); }},
    {"--buffer", forPipes, true, [](Draft& d, Value v) { return readOptional(v, d.buffer); }},
    {"--out-buffer", forServe, true, [](Draft& d, Value v) { return readOptional(v, d.outBuffer); }},
    {"--in-buffer", forServe, true, [](Draft& d, Value v) { return readOptional(v, d.inBuffer); }},
    {"--read-mode", forServe, true, setReadMode},
    {"--default-timeout", forServe, true, setDefaultTimeout},
    {"--first-instance", forServe, true,
     [](Draft& d, Value v) { return readSwitch(v, d.arguments.server.firstInstance); }},
    {"--allow-remote", forServe, false,
     setFlag<&Arguments::server, &ServerOptions::rejectRemote, false>},
    {"--reuse", forServe, false,
     [](Draft& d, Value) {
         d.arguments.server.policy = pipecore::InstancePolicy::Reuse;
         return Problem{};
     }},
    {"--sddl", forServe, true, setSddl},
    {"--file-mode", forServe, true,
     [](Draft& d, Value v) { return readOctal(v, d.arguments.server.fileMode); }},
    {"--backlog", forServe, true,
     [](Draft& d, Value v) { return readNumber(v, d.arguments.server.backlog); }},
    {"--sync", forPipes, false,
     [](Draft& d, Value) {
         d.io = pipecore::IoModel::Synchronous;
         return Problem{};
     }},
    {"--write-through", forPipes, false,
     [](Draft& d, Value) { d.writeThrough = true; return Problem{}; }},
    {"--echo", forPipes, false, [](Draft& d, Value) { d.echo = true; return Problem{}; }},
    {"--record", forAll, true, setRecord},
    {"--jsonl", forAll, false,
     [](Draft& d, Value) { d.arguments.jsonLines = true; return Problem{}; }},
    {"--identity", forServe | forConnect, false,
     [](Draft& d, Value) { d.arguments.identity = true; return Problem{}; }},
    {"--facts", forServe | forConnect, false,
     [](Draft& d, Value) { d.arguments.facts = true; return Problem{}; }},
    {"--exit-after-disconnects", forServe | forConnect, true, setExitAfter},
    {"--send-text", forClients, true,
     [](Draft& d, Value v) { return addText(d, Step::Kind::Send, v); }},
    {"--send-hex", forClients, true,
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Send, v); }},
    {"--expect-text", forClients, true,
     [](Draft& d, Value v) { return addText(d, Step::Kind::Expect, v); }},
    {"--expect-hex", forClients, true,
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Expect, v); }},
    {"--timeout", forClients, true, setTimeout},
    {"--reply-limit", forCall, true,
     [](Draft& d, Value v) { return readNumber(v, d.arguments.call.replyLimit); }},
    {"--wait", forOpen, true,
     [](Draft& d, Value v) { return readWord(v, d.arguments.client.wait); }},
    {"--sqos", forOpen, true,
     [](Draft& d, Value v) { return readWord(v, d.arguments.client.sqos); }},
    {"--effective-only", forOpen, false,
     setFlag<&Arguments::client, &ClientOptions::effectiveOnly>},
    {"--context-tracking", forOpen, false,
     setFlag<&Arguments::client, &ClientOptions::contextTracking>},
    {"--share-read", forOpen, false, setFlag<&Arguments::client, &ClientOptions::shareRead>},
    {"--share-write", forOpen, false, setFlag<&Arguments::client, &ClientOptions::shareWrite>},
    {"--stdin", forConnect, false, [](Draft& d, Value) { return addInput(d); }},
    {"--raw", forConnect, false,
     [](Draft& d, Value) { d.arguments.rawInput = true; return Problem{}; }},
    {"--keep-line-ends", forConnect, false,
     [](Draft& d, Value) { d.arguments.keepLineEnds = true; return Problem{}; }},
});

struct CommandWord
{
    Command command;
    std::string_view name;
    unsigned bit;
};
constexpr std::array commandWords = std::to_array<CommandWord>({
    {Command::Serve, "serve", forServe},
    {Command::Connect, "connect", forConnect},
    {Command::Call, "call", forCall},
    {Command::Transact, "transact", forTransact},
});

const CommandWord& wordOf(Command command)
{
    return *std::ranges::find(commandWords, command, &CommandWord::command);
}

std::string_view commandName(Command command)
{
    return wordOf(command).name;
}

bool belongsTo(const Option& option, Command command)
{
    return (option.commands & wordOf(command).bit) != 0;
}

/// All of them: those that need no engine are read elsewhere.
constexpr std::string_view commandNames =
    "serve, connect, call, transact, list, inspect, check or explain";
constexpr std::string_view seeHelp = "; pipescope-cli --help lists the options";

/// Reads one option and its value at arguments[index], and leaves index on the last of them.
Problem readOption(std::span<const std::string> arguments, std::size_t& index, Draft& draft)
{
    const std::string& argument = arguments[index];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end()) {
        return "unknown option " + name + std::string(seeHelp);
    }
    if (!belongsTo(*option, draft.arguments.command)) {
        return name + " does not belong to " + std::string(commandName(draft.arguments.command))
               + std::string(seeHelp);
    }

    std::string value;
    if (!option->takesValue && equals != std::string::npos) {
        return name + " takes no value: leave out " + argument.substr(equals);
    }
    if (option->takesValue && equals != std::string::npos) {
        value = argument.substr(equals + 1);
    } else if (option->takesValue) {
        if (++index == arguments.size()) {
            return name + " needs a value after it" + std::string(seeHelp);
        }
        value = arguments[index];
    }
    if (auto problem = option->apply(draft, value)) {
        return name + " " + *problem;
    }
    return std::nullopt;
}

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

Problem finish(Draft& draft)
{
    switch (draft.arguments.command) {
    case Command::Serve: return finishServer(draft);
    case Command::Call: return finishCall(draft);
    case Command::Transact: return finishTransact(draft);
    default: return finishClient(draft);
    }
}

/// The command that an argument asks for instead of everything else.
std::optional<Command> asksFor(std::string_view argument)
{
    if (argument == "--help" || argument == "-h") {
        return Command::Help;
    }
    if (argument == "--version" || argument == "-V") {
        return Command::Version;
    }
    return std::nullopt;
}

Problem readAll(std::span<const std::string> arguments, Draft& draft)
{
    bool onlyNames = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!onlyNames && argument == "--") {
            onlyNames = true;
        } else if (const auto asked = asksFor(argument); asked && !onlyNames) {
            draft.asked = asked;
            return std::nullopt;
        } else if (!onlyNames && argument.starts_with('-')) {
            if (auto problem = readOption(arguments, i, draft)) {
                return problem;
            }
        } else if (draft.name) {
            return "\"" + argument + "\" is one name too many after " + *draft.name
                   + ": quote a name with spaces";
        } else {
            draft.name = argument;
        }
    }
    if (!draft.name) {
        return "the name of the pipe is missing: write pipescope-cli "
               + std::string(commandName(draft.arguments.command)) + " NAME";
    }
    return std::nullopt;
}

/// `check` has options of its own.
std::expected<Arguments, std::string> readCheck(std::span<const std::string> arguments)
{
    Arguments result;
    for (const std::string& argument : arguments) {
        if (const auto asked = asksFor(argument)) {
            result.command = *asked;
            return result;
        }
    }
    auto check = parseCheck(arguments);
    if (!check) {
        return std::unexpected(check.error());
    }
    result.command = Command::Check;
    result.check = std::move(*check);
    return result;
}

} // namespace

std::expected<Arguments, std::string> parseArguments(std::span<const std::string> arguments)
{
    Draft draft;
    if (arguments.empty()) {
        return std::unexpected("what to do is missing: write " + std::string(commandNames)
                               + std::string(seeHelp));
    }
    if (const auto asked = asksFor(arguments[0])) {
        draft.arguments.command = *asked;
        return std::move(draft.arguments);
    }
    if (arguments[0] == "check") {
        return readCheck(arguments.subspan(1));
    }
    const auto word = std::ranges::find(commandWords, arguments[0], &CommandWord::name);
    if (word == commandWords.end()) {
        return std::unexpected("\"" + arguments[0] + "\" is no command: write "
                               + std::string(commandNames) + std::string(seeHelp));
    }
    draft.arguments.command = word->command;

    auto problem = readAll(arguments.subspan(1), draft);
    if (draft.asked) {
        draft.arguments.command = *draft.asked;
        return std::move(draft.arguments);
    }
    if (!problem) {
        problem = finish(draft);
    }
    if (problem) {
        return std::unexpected(std::string(commandName(draft.arguments.command)) + ": " + *problem);
    }
    return std::move(draft.arguments);
}

} // namespace pipescope::cli
