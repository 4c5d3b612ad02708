#pragma once

#include "file_descriptor.h"
#include "pipecore/base/error.h"
#include "socket_options.h"

#include <sys/stat.h>

#include <memory>
#include <string>

namespace pipecore {

/// How a server takes its socket's path, and the path of a server that is gone.
///
/// A dead socket is removed under a lock: the file PATH.pipescope-lock, which is there only meanwhile
/// and which no other program uses. It is made locked (link(2) of a locked file), removed only by who
/// made it, and never waited for: a server that finds it held, or a file there that is not a lock
/// of this user, gives up at once and reports it.
///
/// bind(2) and listen(2) are two steps, and in between a socket looks dead. So who removes one moves
/// it aside first, looks again, and puts it back if a server listens by now (link(2), which replaces
/// nothing); and who listens looks afterwards whether the path is still its own. One of two servers
/// that start at once always sees the other. Engine's thread; nothing here waits for others.
class NameTakeover
{
public:
    NameTakeover();
    NameTakeover(const NameTakeover&) = delete;
    NameTakeover& operator=(const NameTakeover&) = delete;
    ~NameTakeover();

    /// Binds `socket` to `path`; a dead socket there is removed first. The lock, where it was needed, is
    /// held until destruction: destroy this after listen(2). NameInUse when a server listens there, when
    /// something else is there, or when another server takes the path over at this moment.
    [[nodiscard]] Result<void> bind(int socket, const SocketAddress& address,
                                    const std::string& path);

    /// After listen(2): whether `path` still leads to the file that bind() made, `own`. Waits some
    /// milliseconds for one that moved it aside to put it back.
    [[nodiscard]] static bool isStillAt(const std::string& path, const struct stat& own);

private:
    class Lock;
    std::unique_ptr<Lock> m_lock;
};

} // namespace pipecore
