#pragma once

#include "pipecore/model/event.h"

#include <sys/types.h>

namespace pipecore {

/// The peer with this process ID, and its image by readlink(2) of /proc/PID/exe. An ID of 0 is a process
/// that is not visible from here (another PID namespace). Its user is not asked for.
[[nodiscard]] PeerInfo peerOfProcess(pid_t process);

} // namespace pipecore
