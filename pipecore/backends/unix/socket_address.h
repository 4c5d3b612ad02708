#pragma once

#include "pipecore/base/error.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <string>

namespace pipecore {

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
