// The options, and how the value of each is taken over.
#include "argument_draft.h"

#include "payload/utf8.h"
#include "pipecore/payload.h"
#include "session/vocabulary.h"

#include <algorithm>
#include <array>
#include <charconv>
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
    {"--backpressure", forPipes, true,
     [](Draft& d, Value v) { return readWord(v, d.arguments.backpressure); }},
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

} // namespace

std::span<const Option> optionTable()
{
    return options;
}

} // namespace pipescope::cli
