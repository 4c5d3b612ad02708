#pragma once

#include <string>

namespace bench {

/// A bare relay, for comparison: epoll, 64 KiB, nothing but the system calls. Serves `front` with
/// sockets of this type, connects to `back` for each client, and returns when it has had `clients` of
/// them and all are gone. Linux. Throws std::runtime_error.
void runBareRelay(const std::string& front, const std::string& back, int type, unsigned clients);

} // namespace bench
