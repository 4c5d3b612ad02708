#include "pipecore/model/identity.h"

#include "accounts.h"
#include "not_on_unix.h"
#include "pipecore/base/translatable.h"
#include "pipecore/model/pid_reuse.h"
#include "proc_files.h"
#include "unix_error.h"

#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <ctime>

namespace pipecore {
namespace {

constexpr std::int64_t nsPerSecond = 1'000'000'000;

std::string procPath(std::uint32_t processId, std::string_view file)
{
    return "/proc/" + std::to_string(processId) + "/" + std::string(file);
}

Result<std::int64_t> clockNs(clockid_t clock)
{
    timespec time{};
    if (clock_gettime(clock, &time) != 0) {
        return std::unexpected(systemError("clock_gettime", errno));
    }
    return time.tv_sec * nsPerSecond + time.tv_nsec;
}

Result<std::int64_t> startOf(std::uint32_t processId)
{
    const auto stat = readProcFile(procPath(processId, "stat"));
    if (!stat) {
        return std::unexpected(stat.error());
    }
    const auto ticks = parseStartTicks(*stat);
    if (!ticks) {
        return std::unexpected(ticks.error());
    }
    // The system's start from the two clocks as they are now: /proc/stat knows it to the second only.
    const auto now = clockNs(CLOCK_REALTIME);
    const auto sinceStart = clockNs(CLOCK_BOOTTIME);
    if (!now || !sinceStart) {
        return std::unexpected(now ? sinceStart.error() : now.error());
    }
    const std::int64_t nsPerTick = nsPerSecond / sysconf(_SC_CLK_TCK);
    return *now - *sinceStart + static_cast<std::int64_t>(*ticks) * nsPerTick;
}

Result<std::string> commandLineOf(std::uint32_t processId)
{
    const auto arguments = readProcFile(procPath(processId, "cmdline"));
    if (!arguments) {
        return std::unexpected(arguments.error());
    }
    if (arguments->empty()) {
        return refuse(
            PIPECORE_TR("IdentityReason", "none: the process has ended or is a kernel thread"),
            ErrorKind::NotFound);
    }
    return commandLineFrom(*arguments);
}

Result<ProcStatus> statusOf(std::uint32_t processId)
{
    const auto text = readProcFile(procPath(processId, "status"));
    return text ? parseProcStatus(*text) : std::unexpected(text.error());
}

Result<std::uint64_t> loginSessionOf(std::uint32_t processId)
{
    const auto text = readProcFile(procPath(processId, "sessionid"));
    if (!text) {
        return std::unexpected(text.error());
    }
    constexpr std::string_view none = "4294967295";
    if (*text == none) {
        return refuse(PIPECORE_TR("IdentityReason", "the process belongs to no login session"),
                      ErrorKind::NotFound);
    }
    std::uint64_t session = 0;
    const char* const end = text->data() + text->size();
    if (std::from_chars(text->data(), end, session).ptr != end) {
        return refuse("the session's number cannot be read", ErrorKind::Corrupt);
    }
    return session;
}

} // namespace

ProcessIdentity identify(std::uint32_t processId, std::int64_t connectedAtNs)
{
    ProcessIdentity identity;
    identity.processId = processId;
    identity.image = peerOfProcess(static_cast<pid_t>(processId)).image;
    identity.commandLine = commandLineOf(processId);
    identity.startedNs = startOf(processId);
    identity.reuse = reuseOf(identity.startedNs, connectedAtNs);
    TokenFacts& facts = identity.token;
    markWindowsFacts(facts);
    if (const auto status = statusOf(processId); status) {
        facts.user = accountOfUser(status->user);
        facts.primaryGroup = accountOfGroup(status->group);
    } else {
        facts.user = std::unexpected(status.error());
        facts.primaryGroup = std::unexpected(status.error());
    }
    facts.logonSession = loginSessionOf(processId);
    return identity;
}

ProcessRights rightsOf(std::uint32_t processId)
{
    const auto status = statusOf(processId);
    if (!status) {
        return {.groups = std::unexpected(status.error()),
                .privileges = std::unexpected(status.error())};
    }
    ProcessRights rights;
    for (const gid_t group : status->groups) {
        rights.groups->push_back({.account = accountOfGroup(group)});
    }
    for (unsigned number = 0; number < 64; ++number) {
        if ((status->capabilities >> number & 1U) != 0) {
            rights.privileges->push_back({.name = capabilityName(number)});
        }
    }
    return rights;
}

} // namespace pipecore
