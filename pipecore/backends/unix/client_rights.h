#pragma once

#include "pipecore/base/error.h"

#include <sys/socket.h>
#include <sys/types.h>

#include <functional>
#include <vector>

namespace pipecore {

/// User and groups of the process at the other end of a socket, as the kernel noted them when it connected
/// (SO_PEERCRED, SO_PEERGROUPS).
class ClientRights
{
public:
    /// NotSupported unless this process is root: nobody else may act as others.
    [[nodiscard]] static Result<ClientRights> of(int socket);

    /// Calls `work` with these rights, on a thread of its own that has no others and ends with it, and waits:
    /// it must not block. Linux changes the rights of a single thread where the C library is not asked.
    [[nodiscard]] Result<void> run(const std::function<void()>& work) const;

private:
    ClientRights(uid_t user, gid_t group, std::vector<gid_t> groups);

    uid_t m_user;
    gid_t m_group;
    std::vector<gid_t> m_groups;
};

} // namespace pipecore
