#pragma once

#include "pipecore/discovery/listing.h"

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pipecore {

/// Finds out which processes hold sockets, by the links in /proc/PID/fd.
///
/// Searching all processes is expensive, so results are cached and only verified later; a new
/// search runs for a socket that was not searched before, or whose holder has changed. One
/// thread at a time.
class SocketHolders
{
public:
    /// Fills in `server` of each pipe by its inode. Of several processes it is the one with the
    /// lowest number; process 1, which may hold sockets for services that it starts, only if there is
    /// no other. AccessDenied where a process of another user may be the one; NotFound where all could
    /// be looked at; TimedOut when the search took longer than a quarter of a second.
    void fillIn(std::vector<ListedPipe>& pipes);

private:
    struct Holder
    {
        pid_t process = 0;
        int descriptor = -1;
    };
    [[nodiscard]] static bool stillHolds(const Holder& holder, std::uint64_t inode);
    void search(std::unordered_set<std::uint64_t> wanted);
    void searchProcess(pid_t process, std::unordered_set<std::uint64_t>& wanted, bool& denied);

    std::unordered_map<std::uint64_t, Holder> m_holders;
    std::unordered_map<std::uint64_t, Error> m_unknown; ///< looked for, and not found
};

} // namespace pipecore
