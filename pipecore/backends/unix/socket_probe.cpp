#include "socket_probe.h"

#include "file_descriptor.h"

#include <cerrno>

namespace pipecore {

int probeSocket(const SocketAddress& address)
{
    const FileDescriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return socket && ::connect(socket.get(), address.get(), address.length()) == 0 ? 0 : errno;
}

} // namespace pipecore
