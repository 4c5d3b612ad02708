#pragma once

#include "pipecore/base/error.h"
#include "pipecore/discovery/socket_table.h"

#include <vector>

struct stat;

namespace pipecore {

/// The sockets of this network namespace by NETLINK_SOCK_DIAG: with the file that each is bound to, which
/// /proc/net/unix does not say, and with names as they are. Fails where the kernel lacks it or a sandbox
/// forbids it (socket, send, recv).
[[nodiscard]] Result<std::vector<SocketRow>> readSocketDiag();

/// Whether a path leads to a socket's file.
enum class SameFile : std::uint8_t {
    Yes,
    No,
    Unknown, ///< the file system has other numbers for its users than for the kernel (overlayfs, btrfs, …)
};
/// `there` is stat(2) of `path`.
[[nodiscard]] SameFile isFileOf(const SocketFile& file, const char* path, const struct stat& there);

} // namespace pipecore
