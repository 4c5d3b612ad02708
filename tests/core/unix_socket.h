#pragma once

#include "unix/file_descriptor.h"
#include "unix/socket_address.h"

#include <sys/socket.h>

#include <string>

// Sockets of a test's own, without the engine.

/// A socket that listens at `path`; none when that fails.
[[nodiscard]] inline pipecore::FileDescriptor listenAt(const std::string& path, int type)
{
    pipecore::FileDescriptor socket(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const auto address = pipecore::SocketAddress::make(path);
    if (!address || bind(socket.get(), address->get(), address->length()) != 0
        || listen(socket.get(), 5) != 0) {
        return {};
    }
    return socket;
}
