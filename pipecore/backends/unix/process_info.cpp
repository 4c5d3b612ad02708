#include "process_info.h"

#include "unix_error.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <string>

namespace pipecore {
namespace {

Result<std::string> imageOf(pid_t process)
{
    const std::string link = "/proc/" + std::to_string(process) + "/exe";
    std::array<char, PATH_MAX> target{};
    const ssize_t length = readlink(link.c_str(), target.data(), target.size());
    if (length < 0) {
        return std::unexpected(systemError("readlink", errno, link));
    }
    return std::string(target.data(), static_cast<std::size_t>(length));
}

} // namespace

PeerInfo peerOfProcess(pid_t process)
{
    if (process <= 0) {
        Error error;
        error.kind = ErrorKind::NotSupported;
        error.api = "getsockopt";
        error.detail = "the peer's process is in another PID namespace";
        return {.processId = std::unexpected(error), .image = std::unexpected(error)};
    }
    return {.processId = static_cast<std::uint32_t>(process), .image = imageOf(process)};
}

} // namespace pipecore
