#include "pipecore/model/pipe_name.h"

#include "pipecore/base/translatable.h"
#include "pipecore/base/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace pipecore {

namespace {

constexpr std::size_t windowsLimit = 256; // characters, CreateNamedPipe's "lpName"
constexpr std::size_t unixLimit = 107;    // bytes, sockaddr_un::sun_path without its terminator
constexpr std::string_view localPrefix = R"(\\.\pipe\)";
constexpr std::string_view verbatimPrefix = R"(\\?\pipe\)";

struct Parts
{
    std::string computer; ///< empty: this one
    std::string own;
    bool isVerbatim = false; ///< behind `\\?\`
};

bool equalsIgnoringCase(std::string_view text, std::string_view lower)
{
    if (text.size() != lower.size()) {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != lower[i]) {
            return false;
        }
    }
    return true;
}

/// UTF-16 code units of a valid UTF-8 text: what Windows counts as characters.
std::size_t utf16Length(std::string_view text)
{
    std::size_t units = 0;
    for (std::size_t position = 0; position < text.size();) {
        const Utf8Step step = decodeUtf8(text, position);
        units += step.codePoint >= 0x10000 ? 2 : 1;
        position += step.length;
    }
    return units;
}

/// The number of a character, counted as a person counts.
std::string placeOf(std::string_view text, std::size_t byteOffset)
{
    std::size_t character = 1;
    for (std::size_t position = 0; position < byteOffset; ++character) {
        position += decodeUtf8(text, position).length;
    }
    return std::to_string(character);
}

/// Checks for every system.
Result<void> checkText(std::string_view text)
{
    if (text.empty()) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "the pipe's name is empty: write a name like "
                                        "orders or \\\\.\\pipe\\orders")});
    }
    if (const auto bad = findInvalidUtf8(text); bad != std::string_view::npos) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "the pipe's name is not valid UTF-8 at byte %1"),
             {std::to_string(bad + 1)}});
    }
    if (const auto bad = text.find('\0'); bad != std::string_view::npos) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "the pipe's name contains a NUL at character %1"),
             {placeOf(text, bad)}});
    }
    return {};
}

/// Spells `//./pipe/orders` as `\\.\pipe\orders`, and leaves other texts alone: on Unix they are paths.
std::string withBackslashes(std::string_view text)
{
    constexpr std::size_t prefix = localPrefix.size();
    std::string name(text);
    if (text.size() >= prefix && text.starts_with("//") && (text[2] == '.' || text[2] == '?')
        && text[3] == '/' && equalsIgnoringCase(text.substr(4, prefix - 5), "pipe")
        && text[prefix - 1] == '/') {
        std::replace(name.begin(), name.begin() + static_cast<std::ptrdiff_t>(prefix), '/', '\\');
    }
    return name;
}

/// Takes `orders`, `\\.\pipe\orders` and `\\server\pipe\orders` apart.
Result<Parts> splitName(std::string_view text)
{
    Parts parts;
    std::size_t ownAt = 0;
    if (text.starts_with(R"(\\)")) {
        const std::size_t computerEnd = text.find('\\', 2);
        if (computerEnd == 2) {
            return refusePhrase({PIPECORE_TR(
                "ErrorDetail", "missing computer after \\\\: write \\\\.\\pipe\\orders")});
        }
        const std::size_t wordAt =
            computerEnd == std::string_view::npos ? text.size() : computerEnd + 1;
        const std::size_t wordEnd = text.find('\\', wordAt);
        if (wordEnd == std::string_view::npos
            || !equalsIgnoringCase(text.substr(wordAt, wordEnd - wordAt), "pipe")) {
            return refusePhrase(
                {PIPECORE_TR("ErrorDetail", "expected pipe\\ at character %1: write "
                                            "\\\\.\\pipe\\orders or \\\\server\\pipe\\orders"),
                 {placeOf(text, wordAt)}});
        }
        const std::string_view computer = text.substr(2, computerEnd - 2);
        parts.isVerbatim = computer == "?";
        if (computer != "." && !parts.isVerbatim) {
            parts.computer = computer;
        }
        ownAt = wordEnd + 1;
    }
    const std::string_view own = text.substr(ownAt);
    if (own.starts_with('\\')) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "the pipe's own part begins with a \\ at character %1: "
                                        "write \\\\.\\pipe\\orders"),
             {placeOf(text, ownAt)}});
    }
    if (own.empty()) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "missing name after %1"), {std::string(text)}});
    }
    parts.own = own;
    return parts;
}

/// The own part as Windows makes it of what follows `\\.\pipe\` before the pipe file system sees it: `/` is
/// a `\`, `.` and `..` go, and so do empty parts, and dots and blanks at the end. Source: "Naming Files,
/// Paths, and Namespaces", RtlGetFullPathName_U.
std::string asServed(std::string_view own)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= own.size();) {
        const std::size_t end = std::min(own.find_first_of("\\/", at), own.size());
        const std::string_view part = own.substr(at, end - at);
        if (part == ".." && !parts.empty()) {
            parts.pop_back();
        } else if (!part.empty() && part != "." && part != "..") {
            parts.push_back(part);
        }
        at = end + 1;
    }
    std::string served;
    for (const std::string_view part : parts) {
        served += (served.empty() ? "" : "\\") + std::string(part);
    }
    served.erase(served.find_last_not_of(". ") + 1);
    return served;
}

/// Refuses a name of Windows that would be served under another.
Result<void> checkServedName(std::string_view prefix, const Parts& parts)
{
    const std::string served = parts.isVerbatim ? parts.own : asServed(parts.own);
    if (served == parts.own) {
        return {};
    }
    if (served.empty()) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail", "Windows drops dots, blanks and slashes at the end of a "
                                        "name, and nothing is left of %1"),
             {parts.own}});
    }
    return refusePhrase(
        {PIPECORE_TR("ErrorDetail", "Windows would serve this name as %1: write that, or %2 to "
                                    "keep it as it is"),
         {std::string(prefix) + served, std::string(verbatimPrefix) + parts.own}});
}

/// The file name that .NET gives the socket of a named pipe.
std::string dotNetPath(std::string_view temporaryFolder, std::string_view own)
{
    std::string path(temporaryFolder);
    if (!path.ends_with('/')) {
        path += '/';
    }
    path += "CoreFxPipe_";
    path += own;
    return path;
}

} // namespace

Result<PipeName> PipeName::parse(std::string_view text)
{
#ifdef _WIN32
    return parseWindows(text);
#else
    // The program never changes the environment.
    const char* folder = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe)
    return parseUnix(text, folder != nullptr && *folder != '\0' ? folder : "/tmp");
#endif
}

Result<PipeName> PipeName::parseWindows(std::string_view text)
{
    if (auto checked = checkText(text); !checked) {
        return std::unexpected(checked.error());
    }
    // Windows reads / as a backslash here, a computer's name included.
    std::string turned(text);
    if (text.starts_with("//")) {
        std::ranges::replace(turned, '/', '\\');
    }
    auto parts = splitName(turned);
    if (!parts) {
        return std::unexpected(parts.error());
    }

    const std::string prefix = !parts->computer.empty() ? R"(\\)" + parts->computer + R"(\pipe\)"
                               : parts->isVerbatim      ? std::string(verbatimPrefix)
                                                        : std::string(localPrefix);
    if (auto checked = checkServedName(prefix, *parts); !checked) {
        return std::unexpected(checked.error());
    }

    PipeName name;
    name.m_shortName = std::move(parts->own);
    name.m_computer = std::move(parts->computer);
    name.m_native = prefix + name.m_shortName;
    name.m_display = name.m_native;
    if (const std::size_t length = utf16Length(name.m_native); length > windowsLimit) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "the pipe's name has %1 characters, %2 included: at most %3 are allowed"),
             {std::to_string(length),
              std::string(name.m_native, 0, name.m_native.size() - name.m_shortName.size()),
              std::to_string(windowsLimit)}});
    }
    return name;
}

Result<PipeName> PipeName::parseUnix(std::string_view given, std::string_view temporaryFolder)
{
    const std::string text = withBackslashes(given);
    if (auto checked = checkText(text); !checked) {
        return std::unexpected(checked.error());
    }

    PipeName name;
    if (text.starts_with('/')) {
        if (text.ends_with('/')) {
            return refusePhrase({PIPECORE_TR(
                "ErrorDetail", "the socket's path ends with a /: add the name of the socket")});
        }
        name.m_display = text;
        name.m_native = text;
        name.m_shortName = text.substr(text.rfind('/') + 1);
    } else {
        auto parts = splitName(text);
        if (!parts) {
            return std::unexpected(parts.error());
        }
        if (!parts->computer.empty()) {
            return refusePhrase(
                {PIPECORE_TR("ErrorDetail", "pipes on other computers (%1) exist only on Windows: "
                                            "use . for this computer"),
                 {parts->computer}});
        }
        if (const auto bad = parts->own.find('/'); bad != std::string::npos) {
            return refusePhrase(
                {PIPECORE_TR("ErrorDetail", "the pipe's name contains a / at character %1: remove "
                                            "it, or write an absolute path (/…)"),
                 {placeOf(text, text.size() - parts->own.size() + bad)}});
        }
        name.m_shortName = std::move(parts->own);
        name.m_display = std::string(localPrefix) + name.m_shortName;
        name.m_native = dotNetPath(temporaryFolder, name.m_shortName);
    }
    if (name.m_native.size() > unixLimit) {
        return refusePhrase(
            {PIPECORE_TR("ErrorDetail",
                         "the socket's path %1 has %2 bytes: at most %3 are allowed"),
             {name.m_native, std::to_string(name.m_native.size()), std::to_string(unixLimit)}});
    }
    return name;
}

} // namespace pipecore
