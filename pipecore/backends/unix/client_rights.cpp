#include "client_rights.h"

#include "pipecore/base/thread_start.h"
#include "unix_error.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <thread>
#include <utility>

namespace pipecore {

ClientRights::ClientRights(uid_t user, gid_t group, std::vector<gid_t> groups)
    : m_user(user)
    , m_group(group)
    , m_groups(std::move(groups))
{}

Result<ClientRights> ClientRights::of(int socket)
{
    if (geteuid() != 0) {
        return refuse("only root can act as another user", ErrorKind::NotSupported);
    }
    ucred peer{};
    socklen_t length = sizeof peer;
    if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0) {
        return std::unexpected(systemError("getsockopt", errno, "SO_PEERCRED"));
    }
    std::vector<gid_t> groups(32);
    for (;;) {
        length = static_cast<socklen_t>(groups.size() * sizeof(gid_t));
        if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups.data(), &length) == 0) {
            groups.resize(length / sizeof(gid_t));
            return ClientRights(peer.uid, peer.gid, std::move(groups));
        }
        if (errno != ERANGE) {
            return std::unexpected(systemError("getsockopt", errno, "SO_PEERGROUPS"));
        }
        groups.resize(length / sizeof(gid_t));
    }
}

Result<void> ClientRights::run(const std::function<void()>& work) const
{
    Result<void> done;
    std::thread thread;
    auto started = startThread(thread, "a client's rights", [&] {
        // Not through the C library, which would change those of all threads. The user comes last: it may
        // not change the groups any more.
        const auto failed = [&](const char* call) {
            done = std::unexpected(systemError(call, errno));
        };
        if (syscall(SYS_setgroups, m_groups.size(), m_groups.data()) != 0) {
            failed("setgroups");
        } else if (syscall(SYS_setresgid, m_group, m_group, m_group) != 0) {
            failed("setresgid");
        } else if (syscall(SYS_setresuid, m_user, m_user, m_user) != 0) {
            failed("setresuid");
        } else {
            work();
        }
    });
    if (!started) {
        return started;
    }
    thread.join();
    return done;
}

} // namespace pipecore
