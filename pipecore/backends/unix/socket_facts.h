#pragma once

#include "pipecore/model/pipe_facts.h"

namespace pipecore {

/// Properties of a connected AF_UNIX socket: getsockopt(2) for SO_TYPE, SO_SNDBUF and
/// SO_RCVBUF, ioctl(2) for FIONREAD and SIOCOUTQ. Any thread.
[[nodiscard]] PipeFacts readSocketFacts(int socket);

} // namespace pipecore
