#pragma once

#include "backends/unix/file_descriptor.h"
#include "backends/unix/socket_options.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>
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

/// A stream socket that listens in the abstract namespace: a name without a file. None when that fails.
[[nodiscard]] inline pipecore::FileDescriptor listenWithoutFile(const std::string& name)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    name.copy(&address.sun_path[1], sizeof address.sun_path - 1);
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    pipecore::FileDescriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), length) != 0
        || listen(socket.get(), 1) != 0) {
        return {};
    }
    return socket;
}
