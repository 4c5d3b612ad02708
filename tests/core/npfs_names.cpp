#include "npfs_names.h"

#include "npfs_codes.h"

#include <algorithm>
#include <vector>

namespace npfs {
namespace {

std::string inSmallLetters(std::string_view text)
{
    std::string folded(text);
    for (char& c : folded) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return folded;
}

/// RtlGetFullPathName_U for what follows the device or computer.
std::string normalized(std::string_view path)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('\\', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "..") {
            if (!parts.empty()) {
                parts.pop_back();
            }
        } else if (!part.empty() && part != ".") {
            parts.emplace_back(part);
        }
        at = end + 1;
    }
    std::string whole;
    for (const std::string& part : parts) {
        whole += (whole.empty() ? "" : "\\") + part;
    }
    whole.erase(whole.find_last_not_of(". ") + 1);
    return whole;
}

} // namespace

std::expected<Name, Code> parseName(std::string_view path, bool normalizes)
{
    const bool verbatim = path.starts_with(R"(\\?\)");
    std::string text(path);
    if (!verbatim) {
        std::ranges::replace(text, '/', '\\');
    }
    if (!text.starts_with(R"(\\)")) {
        return std::unexpected(code::invalidName);
    }
    const std::size_t computerEnd = text.find('\\', 2);
    if (computerEnd == std::string::npos || computerEnd == 2) {
        return std::unexpected(code::invalidName);
    }
    const std::string computer = text.substr(2, computerEnd - 2);
    std::string rest = text.substr(computerEnd + 1);
    if (!verbatim && normalizes) {
        rest = normalized(rest);
    }
    rest = inSmallLetters(rest);
    constexpr std::string_view device = "pipe\\";
    if (!rest.starts_with(device) || rest.size() == device.size()) {
        return std::unexpected(code::invalidName);
    }
    const bool isLocal = verbatim || computer == ".";
    return Name{.own = rest.substr(device.size()),
                .computer = isLocal ? std::string() : inSmallLetters(computer)};
}

} // namespace npfs
