// The options, and how the value of each is taken over.
#include "arguments/talk_draft.h"

#include "pipecore/base/utf8.h"
#include "pipecore/model/vocabulary.h"
#include "pipecore/payload/payload.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

namespace pipescope::cli {

namespace {

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

// Commands that an option is for: a set of bits.
constexpr unsigned forServe = 1;
constexpr unsigned forConnect = 2;
constexpr unsigned forCall = 4;
constexpr unsigned forTransact = 8;
constexpr unsigned forOpen = forConnect | forTransact; // clients that open the pipe themselves
constexpr unsigned forClients = forOpen | forCall;
constexpr unsigned forPipes = forServe | forOpen;
constexpr unsigned forAll = forServe | forClients;

unsigned bitOf(Talk talk)
{
    switch (talk) {
    case Talk::Serve: return forServe;
    case Talk::Connect: return forConnect;
    case Talk::Call: return forCall;
    case Talk::Transact: break;
    }
    return forTransact;
}

struct Option
{
    unsigned commands;
    const char* name;
    const char* value; ///< null: it takes none
    const char* help;
    /// Takes the value over. The problem it returns is put behind the option's name.
    Problem (*apply)(Draft&, const std::string& value);
};

struct Group
{
    const char* heading;
    std::span<const Option> options;
};

using pipecore::ClientOptions;
using pipecore::ServerOptions;
using Value = const std::string&;

constexpr std::array script = std::to_array<Option>({
    {forClients, "--send-text", "TEXT", R"(send a message; \n \r \t \0 \xHH \\ are understood)",
     [](Draft& d, Value v) { return addText(d, Step::Kind::Send, v); }},
    {forClients, "--send-hex", "HEX", R"(send a message written as 0A 0b, 0x0A, \x0a or 0a0b)",
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Send, v); }},
    {forClients, "--expect-text", "TEXT", "wait for the next message, which must be this",
     [](Draft& d, Value v) { return addText(d, Step::Kind::Expect, v); }},
    {forClients, "--expect-hex", "HEX", "the same, written in hex",
     [](Draft& d, Value v) { return addHex(d, Step::Kind::Expect, v); }},
    {forConnect, "--stdin", nullptr,
     "send each line of standard input, without its end, as a message",
     [](Draft& d, Value) { return addInput(d); }},
    {forConnect, "--raw", nullptr, "with --stdin: send bytes as they come, not lines",
     [](Draft& d, Value) {
         d.arguments.rawInput = true;
         return Problem{};
     }},
    {forConnect, "--keep-line-ends", nullptr, "with --stdin: send lines with their ends",
     [](Draft& d, Value) {
         d.arguments.keepLineEnds = true;
         return Problem{};
     }},
});

constexpr std::array pipe = std::to_array<Option>({
    {forPipes, "--mode", "message|byte", "how the pipe carries data (message)",
     [](Draft& d, Value v) { return readWord(v, d.mode); }},
    {forPipes, "--access", "duplex|inbound|outbound",
     "which way data flows, seen from the server (duplex)",
     [](Draft& d, Value v) { return readWord(v, d.access); }},
    {forServe, "--instances", "N", "clients at once, 1 to 254; 0: no limit (0)",
     [](Draft& d, Value v) { return readNumber(v, d.arguments.server.instances); }},
    {forPipes, "--buffer", "BYTES",
     "size of the system's buffers, 0 leaves it to the system (65536)",
     [](Draft& d, Value v) { return readOptional(v, d.buffer); }},
    {forServe, "--out-buffer", "BYTES", "the size of one of them",
     [](Draft& d, Value v) { return readOptional(v, d.outBuffer); }},
    {forServe, "--in-buffer", "BYTES", "the size of the other",
     [](Draft& d, Value v) { return readOptional(v, d.inBuffer); }},
    {forPipes, "--echo", nullptr, "send back all that is received",
     [](Draft& d, Value) {
         d.echo = true;
         return Problem{};
     }},
    {forOpen, "--timeout", "MS",
     "time to connect (0: one try), and for each expectation (0: no limit) (5000)", setTimeout},
    {forCall, "--timeout", "MS", "time to wait for a free instance; 0: the server's default (5000)",
     setTimeout},
    {forCall, "--reply-limit", "BYTES", "of the reply that is taken (65536)",
     [](Draft& d, Value v) { return readNumber(v, d.arguments.call.replyLimit); }},
    {forOpen, "--wait", "keep-trying|wait-named-pipe|fail-at-once",
     R"(through "no such pipe" and "busy"; as WaitNamedPipe does, through "busy"; or not at all )"
     "(keep-trying)",
     [](Draft& d, Value v) { return readWord(v, d.arguments.client.wait); }},
    {forServe | forConnect, "--exit-after-disconnects", "N", "end after N connections have ended",
     setExitAfter},
});

constexpr std::array output = std::to_array<Option>({
    {forAll, "--record", "FILE.pcapng",
     R"(record the session into a new file; "-": to standard output as it comes, for )"
     "... --record - | wireshark -k -i - (events then go to standard error)",
     setRecord},
    {forAll, "--jsonl", nullptr, "print events as JSON, one a line",
     [](Draft& d, Value) {
         d.arguments.jsonLines = true;
         return Problem{};
     }},
    {forServe | forConnect, "--identity", nullptr,
     "look up who is at the other end: program, user, rights",
     [](Draft& d, Value) {
         d.arguments.identity = true;
         return Problem{};
     }},
    {forServe | forConnect, "--facts", nullptr, "say what the system says of each connection",
     [](Draft& d, Value) {
         d.arguments.facts = true;
         return Problem{};
     }},
    {forPipes, "--backpressure", "throttle|drop",
     "when the disk or the output is behind: read more slowly, or leave payloads out and count "
     "them (throttle)",
     [](Draft& d, Value v) { return readWord(v, d.arguments.backpressure); }},
});

constexpr std::array
    onWindows =
        std::to_array<Option>(
            {
                {forServe, "--read-mode", "message|byte",
                 "how this end reads a message pipe (message)", setReadMode},
                {forServe, "--default-timeout", "MS",
                 "for clients that leave the waiting time to the server (0: 50 ms)",
                 setDefaultTimeout},
                {forServe, "--first-instance", "on|off",
                 "off: join a server that holds the name (on)",
                 [](Draft& d, Value v) { return readSwitch(v, d.arguments.server.firstInstance); }},
                {forServe, "--allow-remote", nullptr, "take clients from other computers",
                 setFlag<&Arguments::server, &ServerOptions::rejectRemote, false>},
                {forServe, "--reuse", nullptr,
                 "DisconnectNamedPipe and serve the next client, instead of making a fresh "
                 "instance",
                 [](Draft& d, Value) {
                     d.arguments.server.policy = pipecore::InstancePolicy::Reuse;
                     return Problem{};
                 }},
                {forServe, "--sddl", "SDDL",
                 "security descriptor (current user, Administrators, SYSTEM)", setSddl},
                {forOpen, "--sqos", "anonymous|identification|impersonation|delegation",
                 "what the server may do with this user's identity (identification)",
                 [](Draft& d, Value v) { return readWord(v, d.arguments.client.sqos); }},
                {forOpen, "--effective-only", nullptr,
                 "hide groups and privileges that are switched off",
                 setFlag<&Arguments::client, &ClientOptions::effectiveOnly>},
                {forOpen, "--context-tracking", nullptr,
                 "let the server see later changes of the identity",
                 setFlag<&Arguments::client, &ClientOptions::contextTracking>},
                {forOpen, "--share-read", nullptr, "FILE_SHARE_READ",
                 setFlag<&Arguments::client, &ClientOptions::shareRead>},
                {forOpen, "--share-write", nullptr, "FILE_SHARE_WRITE",
                 setFlag<&Arguments::client, &ClientOptions::shareWrite>},
                {forPipes, "--sync", nullptr, "a handle without FILE_FLAG_OVERLAPPED",
                 [](Draft& d, Value) {
                     d.io = pipecore::IoModel::Synchronous;
                     return Problem{};
                 }},
                {forPipes, "--write-through", nullptr, "FILE_FLAG_WRITE_THROUGH",
                 [](Draft& d, Value) {
                     d.writeThrough = true;
                     return Problem{};
                 }},
            });

constexpr std::array onLinux = std::to_array<Option>({
    {forServe, "--file-mode", "OCTAL", "permissions of the socket file (0600)",
     [](Draft& d, Value v) { return readOctal(v, d.arguments.server.fileMode); }},
    {forServe, "--backlog", "N", "clients that may wait to be accepted (4096)",
     [](Draft& d, Value v) { return readNumber(v, d.arguments.server.backlog); }},
});

constexpr std::array groups = std::to_array<Group>({
    {"Done in the order given", script},
    {"Pipe", pipe},
    {"Output", output},
    {"On Windows", onWindows},
    {"On Linux", onLinux},
});

} // namespace

void describeTalk(Options& options, Draft& draft)
{
    options.positional(
        "NAME", "name",
        R"(orders, \\.\pipe\orders or \\server\pipe\orders; on Linux also the path of a )"
        "socket",
        [&draft](Value name) {
            draft.name = name;
            return Problem{};
        });
    for (const Group& group : groups) {
        options.heading(group.heading);
        for (const Option& option : group.options) {
            if ((option.commands & bitOf(draft.arguments.talk)) == 0) {
                continue;
            }
            if (option.value != nullptr) {
                options.value(
                    option.name, option.value, option.help,
                    [&draft, &option](Value value) { return option.apply(draft, value); });
            } else {
                options.flag(option.name, option.help,
                             [&draft, &option] { return option.apply(draft, {}); });
            }
        }
    }
}

} // namespace pipescope::cli
