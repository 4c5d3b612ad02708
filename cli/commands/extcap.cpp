#include "commands/extcap.h"

#include "commands/extcap_pipes.h"
#include "commands/program.h"
#include "commands/talk.h"

#include "pipecore/model/vocabulary.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pipescope::cli {

namespace {

constexpr std::string_view serveInterface = "pipescope-serve";
constexpr std::string_view connectInterface = "pipescope-connect";
constexpr std::string_view listed = "listed"; // a mode: what the listing says
constexpr std::array<std::string_view, 4> requests = {"--extcap-interfaces", "--extcap-dlts",
                                                      "--extcap-config", "--capture"};

bool isInterface(std::string_view name)
{
    return name == serveInterface || name == connectInterface || pipeOfInterface(name);
}

enum class Question { Interfaces, LinkTypes, Config, Capture };

struct Call
{
    Question request = Question::Interfaces;
    std::string interface;
    std::string fifo;
    std::string name;
    std::string mode; ///< empty: that of the pipe, as far as it is listed; else messages
    std::string access = "duplex";
    bool echo = false;
};

/// Sentences of the protocol: a word, then pairs in braces.
class Sentence
{
public:
    explicit Sentence(std::string_view word) : m_text(word) { m_text += ' '; }
    Sentence& with(std::string_view key, std::string_view value)
    {
        m_text += '{';
        m_text += key;
        m_text += '=';
        m_text += value;
        m_text += '}';
        return *this;
    }
    [[nodiscard]] std::string line() const { return m_text + '\n'; }

private:
    std::string m_text;
};

std::string interfaceLine(std::string_view value, std::string_view display)
{
    return Sentence("interface").with("value", value).with("display", display).line();
}

std::string interfacesText()
{
    std::string text =
        Sentence("extcap").with("version", PIPESCOPE_VERSION).with("display", "PipeScope").line()
        + interfaceLine(serveInterface, "PipeScope: serve a pipe")
        + interfaceLine(connectInterface, "PipeScope: connect to a pipe");
    // If pipes are not listed, these two are the only interfaces.
    if (const auto pipes = pipecore::listPipes()) {
        for (const ExtcapPipe& pipe : extcapPipes(*pipes)) {
            text += interfaceLine(pipe.interface, pipe.display);
        }
    }
    return text;
}

std::string linkTypesText()
{
    return Sentence("dlt")
        .with("number", "252")
        .with("name", "WIRESHARK_UPPER_PDU")
        .with("display", "PipeScope messages and events")
        .line();
}

std::string choice(std::string_view argument, std::string_view value, std::string_view display,
                   bool isDefault)
{
    return Sentence("value")
        .with("arg", argument)
        .with("value", value)
        .with("display", display)
        .with("default", isDefault ? "true" : "false")
        .line();
}

std::string nameText(bool serves)
{
    return Sentence("arg")
        .with("number", "0")
        .with("call", "--name")
        .with("display", "Pipe")
        .with("type", "string")
        .with("required", "true")
        .with("placeholder", "orders")
        .with("tooltip", serves ? "Name of the pipe to listen on; on Linux also a socket path"
                                : "Name of the pipe to connect to; on Linux also a socket path")
        .line();
}

std::string configText(std::string_view interface)
{
    // An existing pipe is listed with its mode, but not on Windows.
#ifdef _WIN32
    const bool knowsMode = false;
#else
    const bool knowsMode = pipeOfInterface(interface).has_value();
#endif
    return (pipeOfInterface(interface) ? std::string() : nameText(interface == serveInterface))
           + Sentence("arg")
                 .with("number", "1")
                 .with("call", "--mode")
                 .with("display", "Mode")
                 .with("type", "selector")
                 .with("tooltip", "Whether the pipe carries messages or bytes")
                 .line()
           + (knowsMode ? choice("1", listed, "Same as the pipe", true) : std::string())
           + choice("1", "message", "Messages", !knowsMode) + choice("1", "byte", "Bytes", false)
           + Sentence("arg")
                 .with("number", "2")
                 .with("call", "--access")
                 .with("display", "Direction")
                 .with("type", "selector")
                 .with("tooltip", "Direction of the data, seen from the server")
                 .line()
           + choice("2", "duplex", "Both ways", true)
           + choice("2", "inbound", "To the server", false)
           + choice("2", "outbound", "From the server", false)
           + Sentence("arg")
                 .with("number", "3")
                 .with("call", "--echo")
                 .with("display", "Echo")
                 .with("type", "boolflag")
                 .with("tooltip", "Echo received data")
                 .line();
}

std::expected<Call, std::string> parseCall(std::span<const std::string> arguments)
{
    Call call;
    CLI::App app("", "extcap");
    prepare(app);
    Options options(app);
    for (std::size_t i = 0; i < requests.size(); ++i) {
        options.flag(std::string(requests[i]), "", [&call, i] {
            call.request = static_cast<Question>(i);
            return Problem();
        });
    }
    options.flag("--echo", "", call.echo);
    const auto value = [&options](const char* name, std::string* into) {
        options.value(name, "", "", [into](const std::string& text) {
            if (into != nullptr) {
                *into = text;
            }
            return Problem();
        });
    };
    value("--extcap-interface", &call.interface);
    value("--fifo", &call.fifo);
    value("--name", &call.name);
    value("--mode", &call.mode);
    value("--access", &call.access);
    // A capture filter is for packets of networks. Wireshark's display filters do what one wants.
    for (const char* unused : {"--extcap-version", "--extcap-capture-filter", "--extcap-control-in",
                               "--extcap-control-out"}) {
        value(unused, nullptr);
    }
    if (const auto read = readCommandLine(app, arguments); !read) {
        return std::unexpected("extcap: " + read.error());
    }
    if (const auto problem = options.apply()) {
        return std::unexpected("extcap: " + *problem);
    }
    return call;
}

/// Whether a capture, or a query of one interface, is possible.
Problem checkCall(Call& call)
{
    if (call.request == Question::Interfaces) {
        return std::nullopt;
    }
    if (!isInterface(call.interface)) {
        return "unknown interface \"" + call.interface + "\": use --extcap-interface "
               + std::string(serveInterface) + " or " + std::string(connectInterface);
    }
    if (const auto pipe = pipeOfInterface(call.interface)) {
        call.name = *pipe;
    }
    if (call.request != Question::Capture) {
        return std::nullopt;
    }
    if (call.fifo.empty()) {
        return "--capture requires --fifo with the pipe to write to";
    }
    if (call.name.empty()) {
        return "missing pipe name: set it in the options of the interface (--name)";
    }
    return std::nullopt;
}

/// The command that a capture is.
std::expected<Arguments, std::string> captureArguments(const Call& call)
{
    const bool isListed = pipeOfInterface(call.interface).has_value();
    const bool asks = call.mode.empty() || call.mode == listed;
    const std::string mode =
        !asks ? call.mode
              : std::string(pipecore::wordFor(isListed ? listedMode(call.name)
                                                       : pipecore::PipeMode::Message));
    std::vector<std::string> line = {call.interface == serveInterface ? "serve" : "connect",
                                     "--mode=" + mode, "--access=" + call.access};
    if (call.echo) {
        line.emplace_back("--echo");
    }
    line.insert(line.end(), {"--", call.name});
    auto request = parseProgram(line);
    if (!request) {
        return std::unexpected(request.error());
    }
    Arguments arguments = dynamic_cast<const TalkCommand&>(*request->command).arguments();
    arguments.fifo = call.fifo;
    return arguments;
}

} // namespace

bool isExtcap(std::span<const std::string> arguments)
{
    const bool isCommand = arguments.empty() || !arguments[0].starts_with("--");
    return !isCommand && std::ranges::any_of(arguments, [](std::string_view argument) {
        return std::ranges::find(requests, argument) != requests.end();
    });
}

std::expected<ExitStatus, std::string> extcap(std::span<const std::string> arguments,
                                              Console& console)
{
    auto call = parseCall(arguments);
    if (!call) {
        return std::unexpected(call.error());
    }
    if (const auto problem = checkCall(*call)) {
        return std::unexpected("extcap: " + *problem);
    }
    switch (call->request) {
    case Question::Interfaces: console.write(interfacesText()); break;
    case Question::LinkTypes: console.write(linkTypesText()); break;
    case Question::Config: console.write(configText(call->interface)); break;
    case Question::Capture: {
        const auto capture = captureArguments(*call);
        if (!capture) {
            return std::unexpected(capture.error());
        }
        return talk(*capture, console);
    }
    }
    return ExitStatus::Done;
}

} // namespace pipescope::cli
