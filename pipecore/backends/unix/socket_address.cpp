#include "socket_address.h"

#include <cstring>

namespace pipecore {

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
