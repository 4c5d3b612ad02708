#include "commands/extcap_pipes.h"

#include "pipecore/payload/payload.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace pipescope::cli {

namespace {

constexpr std::string_view prefix = "pipescope-connect.";
constexpr std::size_t maxPipes = 100;
// Wireshark puts about 40 characters around it, and a file name has at most 255.
constexpr std::size_t maxInterfaceName = 200;

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == '_';
}

/// A name can have any bytes; a brace would end the sentence.
std::string shownForWireshark(const std::string& name)
{
    std::string text = pipecore::previewText(pipecore::asBytes(name), pipecore::TextEncoding::Utf8,
                                             std::numeric_limits<std::size_t>::max());
    std::ranges::replace(text, '{', '(');
    std::ranges::replace(text, '}', ')');
    return text;
}

} // namespace

std::string interfaceOfPipe(std::string_view name)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text(prefix);
    for (const char c : name) {
        if (isUnreserved(c)) {
            text += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            text += {'%', digits[byte / 16], digits[byte % 16]};
        }
    }
    return text;
}

std::optional<std::string> pipeOfInterface(std::string_view interface)
{
    if (!interface.starts_with(prefix) || interface.size() == prefix.size()) {
        return std::nullopt;
    }
    std::string name;
    for (std::string_view rest = interface.substr(prefix.size()); !rest.empty();) {
        if (rest[0] != '%') {
            name += rest[0];
            rest.remove_prefix(1);
            continue;
        }
        const std::string_view digits = rest.substr(1, 2);
        const char* const end = digits.data() + digits.size();
        unsigned byte = 0;
        if (digits.size() != 2 || std::from_chars(digits.data(), end, byte, 16).ptr != end) {
            return std::nullopt;
        }
        name += static_cast<char>(byte);
        rest.remove_prefix(3);
    }
    return name;
}

std::vector<ExtcapPipe> extcapPipes(const std::vector<pipecore::ListedPipe>& pipes)
{
    std::vector<ExtcapPipe> interfaces;
    for (const pipecore::ListedPipe& pipe : pipes) {
        ExtcapPipe found{.interface = interfaceOfPipe(pipe.name),
                         .display = "PipeScope: connect to " + shownForWireshark(pipe.name)};
        // Two sockets can have one path, of which one is reached.
        const bool isNew = std::ranges::find(interfaces, found.interface, &ExtcapPipe::interface)
                           == interfaces.end();
        if (pipe.canConnect && isNew && found.interface.size() <= maxInterfaceName
            && interfaces.size() < maxPipes) {
            interfaces.push_back(std::move(found));
        }
    }
    return interfaces;
}

pipecore::PipeMode listedMode(std::string_view name)
{
    if (const auto pipes = pipecore::listPipes()) {
        const auto found = std::ranges::find_if(*pipes, [name](const pipecore::ListedPipe& pipe) {
            return pipe.canConnect && pipe.name == name;
        });
        if (found != pipes->end() && found->mode) {
            return *found->mode;
        }
    }
    return pipecore::PipeMode::Message;
}

} // namespace pipescope::cli
