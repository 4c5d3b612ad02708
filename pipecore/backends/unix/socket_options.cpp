#include "socket_options.h"

#include "pipecore/base/translatable.h"
#include "unix_error.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <sys/socket.h>

namespace pipecore {

namespace {

/// net.core.wmem_max: what SO_SNDBUF can be raised to without privileges. 0 when it is not known.
std::size_t largestSendBuffer()
{
    std::ifstream file("/proc/sys/net/core/wmem_max");
    std::size_t value = 0;
    file >> value;
    return value;
}

} // namespace

int socketType(PipeMode mode)
{
    return mode == PipeMode::Byte ? SOCK_STREAM : SOCK_SEQPACKET;
}

Result<void> prepareSocket(int socket, PipeMode mode, std::uint32_t sendBuffer,
                           std::uint32_t receiveBuffer)
{
    const auto setBuffer = [socket](int option, std::uint32_t bytes) {
        if (bytes == 0) {
            return;
        }
        // The kernel doubles the value and quietly keeps to its limits.
        const int value = static_cast<int>(std::min<std::uint32_t>(bytes, 0x3fffffff));
        setsockopt(socket, SOL_SOCKET, option, &value, sizeof value);
    };
    setBuffer(SO_SNDBUF, sendBuffer);
    setBuffer(SO_RCVBUF, receiveBuffer);
    const int on = 1;
    if (mode == PipeMode::Byte) {
        // An out-of-band byte comes among the others, and nobody misses it. Older kernels have none.
        setsockopt(socket, SOL_SOCKET, SO_OOBINLINE, &on, sizeof on);
    }
    if (mode == PipeMode::Message
        && setsockopt(socket, SOL_SOCKET, SO_PASSCRED, &on, sizeof on) != 0) {
        return std::unexpected(systemError("setsockopt", errno, "SO_PASSCRED"));
    }
    return {};
}

bool raiseSendBuffer(int socket, std::size_t bytes)
{
    const int wanted = static_cast<int>(std::min<std::size_t>(bytes, 0x3fffffff));
    return setsockopt(socket, SOL_SOCKET, SO_SNDBUFFORCE, &wanted, sizeof wanted) == 0
           || setsockopt(socket, SOL_SOCKET, SO_SNDBUF, &wanted, sizeof wanted) == 0;
}

Error messageTooLarge(int socket, int code, std::size_t bytes)
{
    int buffer = 0;
    socklen_t length = sizeof buffer;
    getsockopt(socket, SOL_SOCKET, SO_SNDBUF, &buffer, &length);
    // The system reports twice the buffer that was asked for, and takes a message of nearly that.
    constexpr std::size_t messageHead = 1024;
    if (bytes + messageHead <= static_cast<std::size_t>(std::max(buffer, 0))) {
        Error error = systemError(
            "send", code,
            {PIPECORE_TR("ErrorDetail",
                         "%1 bytes are more than the kernel carries in one message of a "
                         "socket, whatever its buffer is"),
             {std::to_string(bytes)}});
        error.kind = ErrorKind::MessageTooLarge;
        return error;
    }
    Error error = systemError(
        "send", code,
        std::to_string(bytes) + " bytes do not fit one message of this socket: its send buffer is "
            + std::to_string(buffer) + " bytes, and net.core.wmem_max allows "
            + std::to_string(largestSendBuffer())
            + "; send less at once, raise the limit, or use byte mode");
    error.kind = ErrorKind::MessageTooLarge;
    return error;
}

Result<void> shutSending(int socket)
{
    if (shutdown(socket, SHUT_WR) != 0) {
        return std::unexpected(systemError("shutdown", errno));
    }
    return {};
}

Result<SocketAddress> SocketAddress::make(const std::string& path)
{
    SocketAddress address;
    if (path.empty() || path.size() >= sizeof address.m_address.sun_path) {
        return refuse("the socket's path has " + std::to_string(path.size())
                      + " bytes; 1 to 107 are possible: " + path);
    }
    address.m_address.sun_family = AF_UNIX;
    std::memcpy(&address.m_address.sun_path[0], path.data(), path.size());
    return address;
}

} // namespace pipecore
