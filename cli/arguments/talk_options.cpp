// The options, and how the value of each is taken over.
#include "arguments/talk_draft.h"

#include "pipecore/base/utf8.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>
#include <utility>

namespace pipescope::cli {

namespace {

using pipecore::OptionKind;
using pipecore::System;

Problem addStep(Draft& draft, Step::Kind kind, pipecore::Parsed<pipecore::Bytes> payload,
                const std::string& value)
{
    if (!payload) {
        return "\"" + value + "\" is invalid at character "
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
        return "can be used only once";
    }
    script.push_back({Step::Kind::Input, {}});
    return std::nullopt;
}

Problem setRecord(Draft& draft, const std::string& value)
{
    if (value.empty()) {
        return "requires a file name";
    }
    draft.arguments.record = value;
    return std::nullopt;
}

Problem problemOf(const pipecore::Result<void>& result)
{
    return result ? Problem() : Problem(result.error().detail);
}

// Options that are not of the core, in its words: numbers and choices are read and refused as its own.

constexpr pipecore::OptionInfo bothBuffers{
    .key = "buffer",
    .kind = OptionKind::Size,
    .help = "size of both buffers, unless set separately; 0: system default"};

constexpr pipecore::OptionInfo exitAfter{.key = "exit-after-disconnects",
                                         .kind = OptionKind::Number,
                                         .help = "exit after N connections have ended",
                                         .low = 1,
                                         .high = std::numeric_limits<std::int64_t>::max(),
                                         .rangeRefusal =
                                             "--exit-after-disconnects must be at least %2"};

constexpr pipecore::OptionInfo stay{
    .key = "stay",
    .kind = OptionKind::Time,
    .help =
        "after the script, end when nothing came or went for so long; otherwise at once, or with "
        "--echo, --end-sending or without a script when the other end closes",
    .high = std::int64_t{24} * 60 * 60 * 1000,
    .rangeRefusal = "--stay takes %2 to %3 milliseconds"};

constexpr pipecore::OptionInfo backpressure{.key = "backpressure",
                                            .kind = OptionKind::Choice,
                                            .help =
                                                "if the disk or the output cannot keep up: "
                                                "throttle reading, or drop payloads and count them",
                                            .words = pipecore::allWords<pipecore::Backpressure>};

/// Sets both buffers of a server, but for one that is set on its own.
Problem setBuffers(Draft& draft, const std::string& value)
{
    for (const std::string_view key : {"out-buffer", "in-buffer"}) {
        const auto* option = pipecore::findOption<pipecore::ServerOptions>(key);
        if (draft.given.contains(key)) {
            continue;
        }
        if (auto problem = problemOf(
                pipecore::setOption(draft.arguments.server, *option, value, "--buffer"))) {
            return problem;
        }
    }
    return std::nullopt;
}

Problem setExitAfter(Draft& draft, const std::string& value)
{
    const auto number = pipecore::readOption(exitAfter, value, "--exit-after-disconnects");
    if (!number) {
        return number.error().detail;
    }
    draft.arguments.exitAfterDisconnects =
        static_cast<std::uint64_t>(std::get<std::int64_t>(*number));
    return problemOf(pipecore::checkOption(exitAfter, *number));
}

Problem setStay(Draft& draft, const std::string& value)
{
    const auto time = pipecore::readOption(stay, value, "--stay");
    if (!time) {
        return time.error().detail;
    }
    draft.arguments.stay = std::chrono::milliseconds(std::get<std::int64_t>(*time));
    return problemOf(pipecore::checkOption(stay, *time));
}

Problem setBackpressure(Draft& draft, const std::string& value)
{
    const auto word = pipecore::readOption(backpressure, value, "--backpressure");
    if (!word) {
        return word.error().detail;
    }
    draft.arguments.backpressure =
        pipecore::valueFor<pipecore::Backpressure>(value).value_or(draft.arguments.backpressure);
    return std::nullopt;
}

// Commands that an option is for: a set of bits.
constexpr unsigned forServe = 1;
constexpr unsigned forConnect = 2;
constexpr unsigned forCall = 4;
constexpr unsigned forTransact = 8;
constexpr unsigned forProxy = 16;
constexpr unsigned forServers = forServe | forProxy;
constexpr unsigned forClients = forConnect | forTransact | forCall;
constexpr unsigned forAll = forServers | forClients;

unsigned bitOf(Talk talk)
{
    switch (talk) {
    case Talk::Serve: return forServe;
    case Talk::Proxy: return forProxy;
    case Talk::Connect: return forConnect;
    case Talk::Call: return forCall;
    case Talk::Transact: break;
    }
    return forTransact;
}

struct OwnOption
{
    unsigned commands;
    const char* name;
    const char* value; ///< null: it takes none
    const char* help;
    /// Takes the value over. The problem it returns is put behind the option's name.
    Problem (*apply)(Draft&, const std::string& value);
};

using Value = const std::string&;

constexpr std::array script = std::to_array<OwnOption>({
    {forClients, "--send-text", "TEXT", R"(send a message; escapes: \n \r \t \0 \xHH \\)",
     [](Draft& d, Value v) { return addText(d, Step::Kind::Send, v); }},
    {forClients, "--send-hex", "HEX",
     R"(send a message given in hex, such as 0A 0b, 0x0A, \x0a or 0a0b)",
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Send, v); }},
    {forClients, "--expect-text", "TEXT", "wait for the next message and compare it with TEXT",
     [](Draft& d, Value v) { return addText(d, Step::Kind::Expect, v); }},
    {forClients, "--expect-hex", "HEX", "wait for the next message and compare it with HEX",
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Expect, v); }},
    {forConnect | forTransact, "--stdin", nullptr,
     "send each line of standard input as a message, without its line end",
     [](Draft& d, Value) { return addInput(d); }},
    {forConnect | forTransact, "--raw", nullptr, "with --stdin: send raw bytes instead of lines",
     [](Draft& d, Value) {
         d.arguments.rawInput = true;
         return Problem{};
     }},
    {forConnect | forTransact, "--keep-line-ends", nullptr, "with --stdin: keep the line ends",
     [](Draft& d, Value) {
         d.arguments.keepLineEnds = true;
         return Problem{};
     }},
    {forCall, "--allow-cut-reply", nullptr,
     "accept a reply that --reply-limit cuts; otherwise that is an error",
     [](Draft& d, Value) {
         d.arguments.allowCutReply = true;
         return Problem{};
     }},
    {forConnect, "--end-sending", nullptr,
     "after the script, tell the peer that no more data follows, and stay until it closes "
     "(Linux)",
     [](Draft& d, Value) {
         d.arguments.endSending = true;
         return Problem{};
     }},
});

constexpr std::array between = std::to_array<OwnOption>({
    {forProxy, "--to", "TARGET", "the pipe that each client is passed on to; required",
     [](Draft& d, Value v) {
         d.arguments.target = v;
         return Problem{};
     }},
    {forProxy, "--allow-other-users", nullptr,
     "serve clients of other users too: the target takes them for the user of this program",
     [](Draft& d, Value) {
         d.arguments.allowOtherUsers = true;
         return Problem{};
     }},
});

constexpr std::array output = std::to_array<OwnOption>({
    {forAll, "--record", "FILE.pcapng",
     R"(record the session to a new file; "-" streams it to standard output, as in )"
     "... --record - | wireshark -k -i - (events then go to standard error)",
     setRecord},
    {forAll, "--jsonl", nullptr, "print events as JSON Lines",
     [](Draft& d, Value) {
         d.arguments.jsonLines = true;
         return Problem{};
     }},
    {forServers | forConnect, "--framing", "RULE",
     "print the frames of this rule instead of reads and writes, such as line, u32be or headers "
     "(docs/FRAMING.md); a recording keeps reads and writes",
     [](Draft& d, Value v) { return setFramingRule(d.arguments.framing, v); }},
    {forServers | forConnect, "--decoder", "FILE.lua",
     "decode messages with this script (docs/LUA.md) and print what it says; may be given again; "
     "loaded again when the file changes",
     [](Draft& d, Value v) { return d.arguments.decoders.add(v); }},
    {forServers | forConnect | forTransact, "--identity", nullptr,
     "report the identity of each peer: program, user, rights",
     [](Draft& d, Value) {
         d.arguments.identity = true;
         return Problem{};
     }},
    {forServers | forConnect | forTransact, "--facts", nullptr,
     "report the pipe properties of each connection",
     [](Draft& d, Value) {
         d.arguments.facts = true;
         return Problem{};
     }},
});

void describeOwn(Options& options, Draft& draft, std::span<const OwnOption> own)
{
    for (const OwnOption& option : own) {
        if ((option.commands & bitOf(draft.arguments.talk)) == 0) {
            continue;
        }
        if (option.value != nullptr) {
            options.value(option.name, option.value, option.help,
                          [&draft, &option](Value value) { return option.apply(draft, value); });
        } else {
            options.flag(option.name, option.help,
                         [&draft, &option] { return option.apply(draft, {}); });
        }
    }
}

/// The refusal of an option that this system lacks.
std::string ofOtherSystem(const pipecore::OptionInfo& option)
{
    const bool isOfWindows = option.only == System::Windows;
    const std::string_view terms = isOfWindows ? option.windowsTerms : option.unixTerms;
    return "--" + std::string(option.key) + " is an option of "
           + (isOfWindows ? "Windows" : "Linux") + " (" + std::string(terms) + "). "
           + (isOfWindows && !option.notOnUnix.empty() ? std::string(option.notOnUnix)
                                                       : "Leave it out here");
}

/// Adds the options of `target` that both systems have, or only `system`. Its name and what it sends come
/// another way.
template <typename Target>
void describeCore(Options& options, Draft& draft, Target& target, std::optional<System> system)
{
    for (const pipecore::Option<Target>& option : pipecore::optionsOf<Target>()) {
        if (option.only != system || option.kind == OptionKind::Name
            || option.kind == OptionKind::Payload) {
            continue;
        }
        const bool isExpectTime =
            std::is_same_v<Target, pipecore::ClientOptions> && option.key == "timeout";
        options.option(option, option.get(Target()),
                       isExpectTime ? "; also the limit of each expectation (0: no limit)" : "",
                       [&draft, &target, &option](Value value) {
                           if (option.only && *option.only != pipecore::thisSystem
                               && !draft.foreign) {
                               draft.foreign = ofOtherSystem(option);
                           }
                           draft.given.insert(option.key);
                           return problemOf(pipecore::setOption(target, option, value,
                                                                "--" + std::string(option.key)));
                       });
    }
}

void describeCore(Options& options, Draft& draft, std::optional<System> system)
{
    Arguments& arguments = draft.arguments;
    switch (arguments.talk) {
    case Talk::Serve:
    case Talk::Proxy: describeCore(options, draft, arguments.server, system); break;
    case Talk::Connect:
    case Talk::Transact: describeCore(options, draft, arguments.client, system); break;
    case Talk::Call: describeCore(options, draft, arguments.call, system); break;
    }
}

} // namespace

void describeTalk(Options& options, Draft& draft)
{
    const Talk talk = draft.arguments.talk;
    options.positional("NAME", "name",
                       std::string(pipecore::findOption<pipecore::ClientOptions>("name")->help),
                       [&draft](Value name) {
                           draft.name = name;
                           return Problem{};
                       });
    const bool isServer = talk == Talk::Serve || talk == Talk::Proxy;
    if (talk == Talk::Proxy) {
        options.heading("Target");
        describeOwn(options, draft, between);
    }
    options.heading("Script, in the given order");
    describeOwn(options, draft, script);
    options.heading(talk == Talk::Proxy ? "Pipe; what is not given is as the target has it"
                                        : "Pipe");
    describeCore(options, draft, std::nullopt);
    if (isServer) {
        options.option(bothBuffers, std::string(), {},
                       [&draft](Value value) { return setBuffers(draft, value); });
    }
    if (talk == Talk::Connect) {
        options.option(stay, std::string(), {},
                       [&draft](Value value) { return setStay(draft, value); });
    }
    if (isServer || talk == Talk::Connect) {
        options.option(exitAfter, std::string(), {},
                       [&draft](Value value) { return setExitAfter(draft, value); });
    }
    options.heading("Output");
    describeOwn(options, draft, output);
    if (talk == Talk::Serve || talk == Talk::Connect) {
        describeProto(options, draft.arguments.proto);
    }
    if (talk != Talk::Call) {
        options.option(backpressure, std::string(wordFor(draft.arguments.backpressure)), {},
                       [&draft](Value value) { return setBackpressure(draft, value); });
    }
    options.heading("Windows only");
    describeCore(options, draft, System::Windows);
    options.heading("Linux only");
    describeCore(options, draft, System::Unix);
}

} // namespace pipescope::cli
