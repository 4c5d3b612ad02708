#pragma once

#include "pipecore/discovery/listing.h"
#include "pipecore/discovery/socket_table.h"

#include <string>
#include <vector>

namespace pipecore {

/// The whole of a file of /proc, which has no size to ask for. NotSupported when it is not there.
[[nodiscard]] Result<std::string> readProcFile(const char* path);

/// The sockets of this network namespace: by sock_diag(7), or where that is not to be had by /proc/net/unix,
/// which does not tell their files.
[[nodiscard]] Result<std::vector<SocketRow>> readSocketTable();

/// ${TMPDIR:-/tmp}, where .NET puts the sockets of its named pipes.
[[nodiscard]] std::string temporaryFolder();

} // namespace pipecore
