#include "socket_facts.h"

#include "unix_error.h"

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#include <cerrno>

namespace pipecore {
namespace {

Result<int> option(int socket, int name)
{
    int value = 0;
    socklen_t size = sizeof(value);
    if (getsockopt(socket, SOL_SOCKET, name, &value, &size) != 0) {
        return std::unexpected(systemError("getsockopt", errno));
    }
    return value;
}

Result<PipeInfo> readInfo(int socket)
{
    const auto type = option(socket, SO_TYPE);
    const auto out = option(socket, SO_SNDBUF);
    const auto in = option(socket, SO_RCVBUF);
    for (const auto* const value : {&type, &out, &in}) {
        if (!*value) {
            return std::unexpected(value->error());
        }
    }
    return PipeInfo{.type = *type == SOCK_SEQPACKET ? PipeMode::Message : PipeMode::Byte,
                    .outBufferSize = static_cast<std::uint32_t>(*out),
                    .inBufferSize = static_cast<std::uint32_t>(*in),
                    .maxInstances = 0};
}

Result<Waiting> readWaiting(int socket)
{
    int toRead = 0;
    int unread = 0;
    if (ioctl(socket, FIONREAD, &toRead) != 0 || ioctl(socket, SIOCOUTQ, &unread) != 0) {
        return std::unexpected(systemError("ioctl", errno));
    }
    return Waiting{.bytes = static_cast<std::uint32_t>(toRead),
                   .leftInMessage = {},
                   .unreadByPeer = static_cast<std::uint32_t>(unread)};
}

} // namespace

PipeFacts readSocketFacts(int socket)
{
    return {.info = readInfo(socket),
            .state = refuse("AF_UNIX sockets have no handle state", ErrorKind::NotSupported),
            .waiting = readWaiting(socket)};
}

} // namespace pipecore
