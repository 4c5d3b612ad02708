#include "extcap.h"

#include "extcap_pipes.h"

#include "session/vocabulary.h"

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

/// An option with a value, and where the value goes. Null: it means nothing here.
struct Valued
{
    std::string_view name;
    std::string ExtcapArguments::*member;
};
constexpr std::array valued = std::to_array<Valued>({
    {"--extcap-interface", &ExtcapArguments::interface},
    {"--fifo", &ExtcapArguments::fifo},
    {"--name", &ExtcapArguments::name},
    {"--mode", &ExtcapArguments::mode},
    {"--access", &ExtcapArguments::access},
    {"--extcap-version", nullptr},
    // A capture filter is for packets of networks. Wireshark's display filters do what one wants.
    {"--extcap-capture-filter", nullptr},
    {"--extcap-control-in", nullptr},
    {"--extcap-control-out", nullptr},
});

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
    // Where pipes are not listed, these two are all there is.
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
        .with("tooltip", serves
                             ? "Name of the pipe to listen on; on Linux also the path of a socket"
                             : "Name of the pipe to connect to; on Linux also the path of a socket")
        .line();
}

std::string configText(std::string_view interface)
{
    // One that is there is listed with its mode, but not on Windows.
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
                 .with("tooltip", "How the pipe carries data")
                 .line()
           + (knowsMode ? choice("1", listed, "As the pipe does", true) : std::string())
           + choice("1", "message", "Messages", !knowsMode) + choice("1", "byte", "Bytes", false)
           + Sentence("arg")
                 .with("number", "2")
                 .with("call", "--access")
                 .with("display", "Direction")
                 .with("type", "selector")
                 .with("tooltip", "Which way data flows, seen from the server")
                 .line()
           + choice("2", "duplex", "Both ways", true)
           + choice("2", "inbound", "To the server", false)
           + choice("2", "outbound", "From the server", false)
           + Sentence("arg")
                 .with("number", "3")
                 .with("call", "--echo")
                 .with("display", "Echo")
                 .with("type", "boolflag")
                 .with("tooltip", "Send back all that is received")
                 .line();
}

/// Takes arguments[index] in, with its value, and leaves index on the last of them.
std::optional<std::string> readOne(std::span<const std::string> arguments, std::size_t& index,
                                   ExtcapArguments& into)
{
    const std::string& argument = arguments[index];
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    if (const auto request = std::ranges::find(requests, name); request != requests.end()) {
        into.request = static_cast<ExtcapArguments::Request>(request - requests.begin());
        return std::nullopt;
    }
    if (name == "--echo") {
        into.echo = true;
        return std::nullopt;
    }
    const auto option = std::ranges::find(valued, name, &Valued::name);
    if (option == valued.end()) {
        return "unknown option " + name;
    }
    std::string value;
    if (equals != std::string::npos) {
        value = argument.substr(equals + 1);
    } else if (++index == arguments.size()) {
        return name + " needs a value after it";
    } else {
        value = arguments[index];
    }
    if (option->member != nullptr) {
        into.*(option->member) = value;
    }
    return std::nullopt;
}

} // namespace

bool isExtcap(std::span<const std::string> arguments)
{
    const bool isCommand = arguments.empty() || !arguments[0].starts_with("--");
    return !isCommand && std::ranges::any_of(arguments, [](std::string_view argument) {
        return std::ranges::find(requests, argument) != requests.end();
    });
}

std::expected<ExtcapArguments, std::string> parseExtcap(std::span<const std::string> arguments)
{
    ExtcapArguments extcap;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (const auto problem = readOne(arguments, i, extcap)) {
            return std::unexpected("extcap: " + *problem);
        }
    }
    if (extcap.request == ExtcapArguments::Request::Interfaces) {
        return extcap;
    }
    if (!isInterface(extcap.interface)) {
        return std::unexpected(
            "extcap: there is no interface \"" + extcap.interface + "\": write --extcap-interface "
            + std::string(serveInterface) + " or " + std::string(connectInterface));
    }
    if (const auto pipe = pipeOfInterface(extcap.interface)) {
        extcap.name = *pipe;
    }
    if (extcap.request != ExtcapArguments::Request::Capture) {
        return extcap;
    }
    if (extcap.fifo.empty()) {
        return std::unexpected("extcap: --capture needs --fifo and the pipe to write to");
    }
    if (extcap.name.empty()) {
        return std::unexpected(
            "extcap: which pipe? Set its name in the options of the interface (--name)");
    }
    return extcap;
}

std::string extcapText(const ExtcapArguments& arguments)
{
    switch (arguments.request) {
    case ExtcapArguments::Request::Interfaces: return interfacesText();
    case ExtcapArguments::Request::LinkTypes: return linkTypesText();
    case ExtcapArguments::Request::Config: return configText(arguments.interface);
    case ExtcapArguments::Request::Capture: break;
    }
    return {};
}

std::expected<Arguments, std::string> captureArguments(const ExtcapArguments& extcap)
{
    const bool isListed = pipeOfInterface(extcap.interface).has_value();
    const bool asks = extcap.mode.empty() || extcap.mode == listed;
    const std::string mode =
        !asks ? extcap.mode
              : std::string(pipecore::wordFor(isListed ? listedMode(extcap.name)
                                                       : pipecore::PipeMode::Message));
    std::vector<std::string> line = {extcap.interface == serveInterface ? "serve" : "connect",
                                     "--mode=" + mode, "--access=" + extcap.access};
    if (extcap.echo) {
        line.emplace_back("--echo");
    }
    line.insert(line.end(), {"--", extcap.name});
    auto arguments = parseArguments(line);
    if (arguments) {
        arguments->fifo = extcap.fifo;
    }
    return arguments;
}

} // namespace pipescope::cli
