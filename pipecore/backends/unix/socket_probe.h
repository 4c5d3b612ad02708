#pragma once

#include "socket_options.h"

namespace pipecore {

/// How connecting a datagram socket to a socket file ends: 0 or an errno. Where nobody listens, it is
/// refused (ECONNREFUSED). A living stream or message socket has the wrong type (EPROTOTYPE), and its server
/// does not see a client.
[[nodiscard]] int probeSocket(const SocketAddress& address);

} // namespace pipecore
