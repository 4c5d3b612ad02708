#pragma once

#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"

#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace pipecore {

/// A whole file of /proc: open(2) and read(2), whose failure is the error.
[[nodiscard]] Result<std::string> readProcFile(const std::string& path);

/// Content of /proc/PID/status.
struct ProcStatus
{
    uid_t user = 0;  ///< effective
    gid_t group = 0; ///< effective
    std::vector<gid_t> groups;
    std::uint64_t capabilities = 0; ///< effective, a bit each
};
/// Corrupt when a line is missing.
[[nodiscard]] Result<ProcStatus> parseProcStatus(std::string_view text);

/// Ticks since the system's start from /proc/PID/stat, field 22. The program's name in field 2 may hold
/// anything, also ") 1 2 3". Corrupt when the line is not of this form.
[[nodiscard]] Result<std::uint64_t> parseStartTicks(std::string_view stat);

/// The arguments of /proc/PID/cmdline in one line, in single quotes where a shell would need them.
[[nodiscard]] std::string commandLineFrom(std::string_view arguments);

/// "CAP_NET_ADMIN" for 12; "CAP_63" for one that this program does not know.
[[nodiscard]] std::string capabilityName(unsigned number);

/// The peer with this process ID, and its image by readlink(2) of /proc/PID/exe. An ID of 0 is a process
/// that is not visible from here (another PID namespace). Its user is not asked for.
[[nodiscard]] PeerInfo peerOfProcess(pid_t process);

} // namespace pipecore
