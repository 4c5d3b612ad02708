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
constexpr unsigned forBoth = forServe | forConnect;

/// The command line as it is being read.
struct Draft
{
    Arguments arguments;
    PipeMode mode = PipeMode::Message;
    Access access = Access::Duplex;
    std::optional<std::uint32_t> buffer;
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

Problem setBuffer(Draft& draft, const std::string& value)
{
    std::uint32_t bytes = 0;
    if (auto problem = readNumber(value, bytes)) {
        return problem;
    }
    draft.buffer = bytes;
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

using Value = const std::string&;
constexpr std::array options = std::to_array<Option>({
    {"--mode", forBoth, true, [](Draft& d, Value v) { return readWord(v, d.mode); }},
    {"--access", forBoth, true, [](Draft& d, Value v) { return readWord(v, d.access); }},
    {"--instances", forServe, true,
     [](Draft& d, Value v) { return readNumber(v, d.arguments.server.instances); }},
    {"--buffer", forBoth, true, setBuffer},
    {"--echo", forBoth, false, [](Draft& d, Value) { d.echo = true; return Problem{}; }},
    {"--record", forBoth, true, setRecord},
    {"--jsonl", forBoth, false,
     [](Draft& d, Value) { d.arguments.jsonLines = true; return Problem{}; }},
    {"--exit-after-disconnects", forBoth, true, setExitAfter},
    {"--send-text", forConnect, true,
     [](Draft& d, Value v) { return addText(d, Step::Kind::Send, v); }},
    {"--send-hex", forConnect, true,
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Send, v); }},
    {"--expect-text", forConnect, true,
     [](Draft& d, Value v) { return addText(d, Step::Kind::Expect, v); }},
    {"--expect-hex", forConnect, true,
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Expect, v); }},
    {"--timeout", forConnect, true, setTimeout},
    {"--stdin", forConnect, false, [](Draft& d, Value) { return addInput(d); }},
    {"--raw", forConnect, false,
     [](Draft& d, Value) { d.arguments.rawInput = true; return Problem{}; }},
    {"--keep-line-ends", forConnect, false,
     [](Draft& d, Value) { d.arguments.keepLineEnds = true; return Problem{}; }},
});

std::string_view commandName(Command command)
{
    return command == Command::Serve ? "serve" : "connect";
}

bool belongsTo(const Option& option, Command command)
{
    return (option.commands & (command == Command::Serve ? forServe : forConnect)) != 0;
}

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
    if (draft.buffer) {
        server.outBufferSize = server.inBufferSize = *draft.buffer;
    }
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
        return std::unexpected(
            "what to do is missing: serve NAME, connect NAME, check NAME or --help");
    }
    if (const auto asked = asksFor(arguments[0])) {
        draft.arguments.command = *asked;
        return std::move(draft.arguments);
    }
    if (arguments[0] == "check") {
        return readCheck(arguments.subspan(1));
    }
    if (arguments[0] == "serve") {
        draft.arguments.command = Command::Serve;
    } else if (arguments[0] == "connect") {
        draft.arguments.command = Command::Connect;
    } else {
        return std::unexpected("\"" + arguments[0]
                               + "\" is no command: the commands are serve, connect and check"
                               + std::string(seeHelp));
    }

    auto problem = readAll(arguments.subspan(1), draft);
    if (draft.asked) {
        draft.arguments.command = *draft.asked;
        return std::move(draft.arguments);
    }
    if (!problem) {
        problem =
            draft.arguments.command == Command::Serve ? finishServer(draft) : finishClient(draft);
    }
    if (problem) {
        return std::unexpected(std::string(commandName(draft.arguments.command)) + ": " + *problem);
    }
    return std::move(draft.arguments);
}

} // namespace pipescope::cli
