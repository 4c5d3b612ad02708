#pragma once

#include "pipecore/base/error.h"
#include "pipecore/model/options.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <sys/socket.h>
#include <sys/un.h>

namespace pipecore {

/// Sets what every connected socket of ours needs: buffer sizes in bytes (0 leaves them), and
/// SO_PASSCRED, which distinguishes an empty message from the end.
Result<void> prepareSocket(int socket, PipeMode mode, std::uint32_t sendBuffer,
                           std::uint32_t receiveBuffer);

/// A SOCK_SEQPACKET message must fit the send buffer whole: makes the buffer as large as one of `bytes`
/// needs, as far as the system allows (SO_SNDBUFFORCE with privileges, SO_SNDBUF up to
/// net.core.wmem_max). False when it does not.
bool raiseSendBuffer(int socket, std::size_t bytes);

/// Why a message of `bytes` was refused with `code`: MessageTooLarge, with the figures.
[[nodiscard]] Error messageTooLarge(int socket, int code, std::size_t bytes);

/// SOCK_STREAM or SOCK_SEQPACKET.
[[nodiscard]] int socketType(PipeMode mode);

/// Ends the sending half of a connected socket: shutdown(2) with SHUT_WR, whose error it returns.
[[nodiscard]] Result<void> shutSending(int socket);

/// A sockaddr_un of a path. Paths have at most 107 bytes.
class SocketAddress
{
public:
    [[nodiscard]] static Result<SocketAddress> make(const std::string& path);

    [[nodiscard]] const sockaddr* get() const
    {
        return reinterpret_cast<const sockaddr*>(&m_address);
    }
    [[nodiscard]] socklen_t length() const { return sizeof m_address; }

private:
    sockaddr_un m_address{};
};

} // namespace pipecore
