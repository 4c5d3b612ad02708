#include "socket_holders.h"

#include "proc_files.h"
#include "unix_error.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace pipecore {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds searchTime{250};

/// The number that a file of /proc has for a name; empty for the other files.
std::optional<int> numberOf(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    int number = 0;
    const char* end = name.data() + name.size();
    const auto [rest, error] = std::from_chars(name.data(), end, number);
    return error == std::errc{} && rest == end ? std::optional(number) : std::nullopt;
}

/// The inode of the socket that a descriptor's link names; 0 for other files.
std::uint64_t socketOf(const std::string& link)
{
    constexpr std::string_view prefix = "socket:[";
    std::array<char, 64> target{};
    const ssize_t length = readlink(link.c_str(), target.data(), target.size());
    const std::string_view text(target.data(),
                                static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    if (!text.starts_with(prefix)) {
        return 0;
    }
    std::uint64_t inode = 0;
    std::from_chars(text.data() + prefix.size(), text.data() + text.size(), inode);
    return inode;
}

std::string folderOf(pid_t process)
{
    return "/proc/" + std::to_string(process) + "/fd";
}

/// All processes, in the order in which they are asked.
std::vector<pid_t> processes()
{
    std::vector<pid_t> numbers;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry("/proc", failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (const auto number = numberOf(entry->path())) {
            numbers.push_back(*number);
        }
    }
    std::ranges::sort(numbers, {}, [](pid_t process) { return std::pair(process == 1, process); });
    return numbers;
}

} // namespace

bool SocketHolders::stillHolds(const Holder& holder, std::uint64_t inode)
{
    return socketOf(folderOf(holder.process) + '/' + std::to_string(holder.descriptor)) == inode;
}

void SocketHolders::searchProcess(pid_t process, std::unordered_set<std::uint64_t>& wanted,
                                  bool& denied)
{
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(folderOf(process), failed), end;
         !failed && entry != end && !wanted.empty(); entry.increment(failed)) {
        const std::uint64_t inode = socketOf(entry->path().string());
        if (inode == 0 || wanted.erase(inode) == 0) {
            continue;
        }
        m_holders[inode] = {process, numberOf(entry->path()).value_or(-1)};
    }
    denied = denied || failed == std::errc::permission_denied;
}

void SocketHolders::search(std::unordered_set<std::uint64_t> wanted)
{
    const Clock::time_point end = Clock::now() + searchTime;
    bool denied = false;
    bool late = false;
    for (const pid_t process : processes()) {
        late = Clock::now() >= end;
        if (wanted.empty() || late) {
            break;
        }
        searchProcess(process, wanted, denied);
    }
    for (const std::uint64_t inode : wanted) {
        m_unknown[inode] =
            late     ? refuse("searching all processes takes too long", ErrorKind::TimedOut).error()
            : denied ? systemError("opendir", EACCES,
                                   "no permission to read /proc/PID/fd of other users' processes")
                     : refuse("no visible process holds the socket", ErrorKind::NotFound).error();
    }
}

void SocketHolders::fillIn(std::vector<ListedPipe>& pipes)
{
    std::unordered_set<std::uint64_t> present;
    std::unordered_set<std::uint64_t> wanted;
    for (const ListedPipe& pipe : pipes) {
        present.insert(pipe.inode);
        const auto holder = m_holders.find(pipe.inode);
        const bool isKnown = holder != m_holders.end() && stillHolds(holder->second, pipe.inode);
        if (!isKnown && !m_unknown.contains(pipe.inode)) {
            wanted.insert(pipe.inode);
        }
    }
    const auto isGone = [&](const auto& entry) {
        return !present.contains(entry.first) || wanted.contains(entry.first);
    };
    std::erase_if(m_holders, isGone);
    std::erase_if(m_unknown, isGone);
    if (!wanted.empty()) {
        search(std::move(wanted));
    }

    std::unordered_map<pid_t, Result<std::string>> images;
    for (ListedPipe& pipe : pipes) {
        if (const auto unknown = m_unknown.find(pipe.inode); unknown != m_unknown.end()) {
            pipe.server = {.processId = std::unexpected(unknown->second),
                           .image = std::unexpected(unknown->second)};
            continue;
        }
        const pid_t process = m_holders.at(pipe.inode).process;
        const auto [image, isNew] = images.try_emplace(process);
        if (isNew) {
            image->second = peerOfProcess(process).image;
        }
        pipe.server = {.processId = static_cast<std::uint32_t>(process), .image = image->second};
    }
}

} // namespace pipecore
