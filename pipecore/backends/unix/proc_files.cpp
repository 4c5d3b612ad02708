#include "proc_files.h"

#include "file_descriptor.h"
#include "unix_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <climits>
#include <fcntl.h>
#include <string>
#include <unistd.h>

namespace pipecore {

namespace {

/// Command lines may have megabytes; more than this is not useful.
constexpr std::size_t maxReadBytes = std::size_t{256} * 1024;

/// Takes the next word off `text`.
std::string_view takeWord(std::string_view& text)
{
    const std::size_t start = std::min(text.find_first_not_of(" \t\n"), text.size());
    text.remove_prefix(start);
    const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end);
    return word;
}

template <typename T>
bool readNumber(std::string_view word, T& number, int base = 10)
{
    const char* const end = word.data() + word.size();
    const auto [rest, error] = std::from_chars(word.data(), end, number, base);
    return error == std::errc{} && rest == end && !word.empty();
}

std::unexpected<Error> corrupt(std::string detail)
{
    return refuse(std::move(detail), ErrorKind::Corrupt);
}

/// The rest of the line that begins with `key`; empty when there is none.
std::string_view lineOf(std::string_view text, std::string_view key)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (line.starts_with(key)) {
            return line.substr(key.size());
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || std::string_view("_-+=./:,@%^").find(c) != std::string_view::npos
           || static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::array<std::string_view, 41> capabilityNames{"CHOWN",
                                                           "DAC_OVERRIDE",
                                                           "DAC_READ_SEARCH",
                                                           "FOWNER",
                                                           "FSETID",
                                                           "KILL",
                                                           "SETGID",
                                                           "SETUID",
                                                           "SETPCAP",
                                                           "LINUX_IMMUTABLE",
                                                           "NET_BIND_SERVICE",
                                                           "NET_BROADCAST",
                                                           "NET_ADMIN",
                                                           "NET_RAW",
                                                           "IPC_LOCK",
                                                           "IPC_OWNER",
                                                           "SYS_MODULE",
                                                           "SYS_RAWIO",
                                                           "SYS_CHROOT",
                                                           "SYS_PTRACE",
                                                           "SYS_PACCT",
                                                           "SYS_ADMIN",
                                                           "SYS_BOOT",
                                                           "SYS_NICE",
                                                           "SYS_RESOURCE",
                                                           "SYS_TIME",
                                                           "SYS_TTY_CONFIG",
                                                           "MKNOD",
                                                           "LEASE",
                                                           "AUDIT_WRITE",
                                                           "AUDIT_CONTROL",
                                                           "SETFCAP",
                                                           "MAC_OVERRIDE",
                                                           "MAC_ADMIN",
                                                           "SYSLOG",
                                                           "WAKE_ALARM",
                                                           "BLOCK_SUSPEND",
                                                           "AUDIT_READ",
                                                           "PERFMON",
                                                           "BPF",
                                                           "CHECKPOINT_RESTORE"};

} // namespace

Result<std::string> readProcFile(const std::string& path)
{
    const FileDescriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return std::unexpected(systemError("open", errno, path));
    }
    std::string text;
    std::array<char, 4096> part; // NOLINT(cppcoreguidelines-pro-type-member-init): read(2) fills it
    while (text.size() < maxReadBytes) {
        const ssize_t count = read(file.get(), part.data(), part.size());
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count < 0) {
            return std::unexpected(systemError("read", errno, path));
        }
        if (count == 0) {
            break;
        }
        text.append(part.data(), static_cast<std::size_t>(count));
    }
    return text;
}

Result<ProcStatus> parseProcStatus(std::string_view text)
{
    ProcStatus status;
    const auto second = [&](std::string_view key, auto& number) {
        std::string_view line = lineOf(text, key);
        takeWord(line); // the real one
        return readNumber(takeWord(line), number);
    };
    if (!second("Uid:", status.user) || !second("Gid:", status.group)) {
        return corrupt("the status of the process has no line Uid or Gid");
    }
    std::string_view groups = lineOf(text, "Groups:");
    for (std::string_view word = takeWord(groups); !word.empty(); word = takeWord(groups)) {
        gid_t group = 0;
        if (!readNumber(word, group)) {
            return corrupt("the status of the process has a line Groups that cannot be read");
        }
        status.groups.push_back(group);
    }
    std::string_view capabilities = lineOf(text, "CapEff:");
    if (!readNumber(takeWord(capabilities), status.capabilities, 16)) {
        return corrupt("the status of the process has no line CapEff");
    }
    return status;
}

Result<std::uint64_t> parseStartTicks(std::string_view stat)
{
    const std::size_t nameEnd = stat.rfind(')');
    if (nameEnd == std::string_view::npos) {
        return corrupt("the stat line of the process has no name in it");
    }
    std::string_view rest = stat.substr(nameEnd + 1);
    constexpr int fieldAfterName = 3;
    constexpr int startField = 22;
    for (int field = fieldAfterName; field < startField; ++field) {
        takeWord(rest);
    }
    std::uint64_t ticks = 0;
    if (!readNumber(takeWord(rest), ticks)) {
        return corrupt("the stat line of the process has no field 22");
    }
    return ticks;
}

std::string commandLineFrom(std::string_view arguments)
{
    if (arguments.ends_with('\0')) {
        arguments.remove_suffix(1);
    }
    std::string line;
    for (;;) {
        const std::size_t end = std::min(arguments.find('\0'), arguments.size());
        const std::string_view argument = arguments.substr(0, end);
        if (!argument.empty() && std::ranges::all_of(argument, isPlain)) {
            line += argument;
        } else {
            line += '\'';
            for (const char c : argument) {
                line += c == '\'' ? std::string("'\\''") : std::string(1, c);
            }
            line += '\'';
        }
        if (end == arguments.size()) {
            return line;
        }
        line += ' ';
        arguments.remove_prefix(end + 1);
    }
}

std::string capabilityName(unsigned number)
{
    return number < capabilityNames.size() ? "CAP_" + std::string(capabilityNames.at(number))
                                           : "CAP_" + std::to_string(number);
}

namespace {

Result<std::string> imageOf(pid_t process)
{
    const std::string link = "/proc/" + std::to_string(process) + "/exe";
    std::array<char, PATH_MAX> target{};
    const ssize_t length = readlink(link.c_str(), target.data(), target.size());
    if (length < 0) {
        return std::unexpected(systemError("readlink", errno, link));
    }
    return std::string(target.data(), static_cast<std::size_t>(length));
}

} // namespace

PeerInfo peerOfProcess(pid_t process)
{
    if (process <= 0) {
        Error error;
        error.kind = ErrorKind::NotSupported;
        error.api = "getsockopt";
        error.detail = "the peer's process is in another PID namespace";
        return {.processId = std::unexpected(error), .image = std::unexpected(error)};
    }
    return {.processId = static_cast<std::uint32_t>(process), .image = imageOf(process)};
}

} // namespace pipecore
