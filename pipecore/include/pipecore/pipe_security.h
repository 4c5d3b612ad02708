#pragma once

#include "pipecore/pipe_name.h"
#include "pipecore/security.h"
#include "pipecore/security_check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// What a pipe that is there says about who may come in.
struct LiveSecurity
{
    // Windows:
    std::optional<SecurityDescriptor> descriptor; ///< owner, group, access list and label
    std::optional<Sid> serverUser;                ///< who runs the server, if this process may know
    // Elsewhere:
    std::optional<SocketSecurity> socket;
};

/// Judges it with what is known around it: a socket as checkSocket(), else the descriptor as
/// checkSecurity(), run by `serverUser` when `context` names nobody. Most severe first. Any thread, no
/// system call.
[[nodiscard]] std::vector<SecurityFinding> checkLive(const LiveSecurity& live,
                                                     SecurityContext context = {});

// What only the system knows about security: each function makes system calls and may block (accounts
// of a domain are asked for over the network). Any thread. NotSupported where there is no such thing.

/// Windows: opens the pipe with READ_CONTROL only, at identification level, and asks
/// GetKernelObjectSecurity. It takes an instance for that moment: the server sees a client come and
/// leave. Elsewhere: stat(2) of the socket and of its folder, nothing is opened. NotFound, Busy,
/// AccessDenied; WrongType for a file that is no socket.
[[nodiscard]] Result<LiveSecurity> readSecurity(const PipeName& name);

/// Who this process runs as (OpenProcessToken, GetTokenInformation). Windows.
[[nodiscard]] Result<Sid> currentUser();
/// All of this process's token that an access check looks at. Windows.
[[nodiscard]] Result<AccessSubject> currentSubject();

/// Finds an account by what a person writes: a SID, two letters, a well-known English name on every
/// system; any name of this computer or domain on Windows (LookupAccountName). NotFound, NotSupported.
[[nodiscard]] Result<Sid> findAccount(std::string_view text);
/// `COMPUTER\name` of a SID (LookupAccountSid). NotFound. Windows.
[[nodiscard]] Result<std::string> accountName(const Sid& sid);

} // namespace pipecore
