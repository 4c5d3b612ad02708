#pragma once

#include "pipecore/model/pipe_name.h"
#include "pipecore/security/account_lookup.h"
#include "pipecore/security/security.h"
#include "pipecore/security/security_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// Permissions of an existing pipe.
struct LiveSecurity
{
    // Windows:
    std::optional<SecurityDescriptor> descriptor; ///< owner, group, access list and label
    std::optional<Sid> serverUser;                ///< account of the server, if readable
    bool isOwnServer = false;                     ///< read from a server of this process, unopened
    // Elsewhere:
    std::optional<SocketSecurity> socket;
};

/// Checks it with its context: a socket as checkSocket(), else the descriptor as
/// checkSecurity(), run by `serverUser` when `context` has no user. Most severe first. Any thread, no
/// system call.
[[nodiscard]] std::vector<SecurityFinding> checkLive(const LiveSecurity& live,
                                                     SecurityContext context = {});

/// Windows: GetKernelObjectSecurity. A pipe that this process serves is asked through the server's own
/// handle. Another is opened with READ_CONTROL only, at identification level, which takes an instance for
/// that moment: its server sees a client come and leave. Elsewhere: stat(2) of the socket and of its folder,
/// nothing is opened. NotFound, Busy, AccessDenied; WrongType for a file that is not a socket. May block.
/// Any thread.
[[nodiscard]] Result<LiveSecurity> readSecurity(const PipeName& name);

} // namespace pipecore
