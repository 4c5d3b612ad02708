#include "pipecore/discovery/pipe_security.h"

#include "pipecore/security/account_lookup.h"
#include "unix_error.h"

#include <cerrno>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

namespace pipecore {

namespace {

constexpr std::uint32_t permissions = 07777;

Result<struct stat> statusOf(const std::filesystem::path& path)
{
    struct stat status
    {};
    if (::stat(path.c_str(), &status) != 0) {
        return std::unexpected(systemError("stat", errno, path.string()));
    }
    return status;
}

std::unexpected<Error> onlyOnWindows(std::string detail)
{
    return refuse(std::move(detail), ErrorKind::NotSupported);
}

} // namespace

Result<LiveSecurity> readSecurity(const PipeName& name)
{
    const std::filesystem::path path(name.native());
    const auto socket = statusOf(path);
    if (!socket) {
        return std::unexpected(socket.error());
    }
    if (!S_ISSOCK(socket->st_mode)) {
        return refuse(path.string() + " is a file, not a socket", ErrorKind::WrongType);
    }
    const auto folder = statusOf(path.parent_path());
    if (!folder) {
        return std::unexpected(folder.error());
    }
    LiveSecurity live;
    live.socket = SocketSecurity{.isAbstract = false,
                                 .mode = socket->st_mode & permissions,
                                 .owner = socket->st_uid,
                                 .group = socket->st_gid,
                                 .folderMode = folder->st_mode & permissions,
                                 .folderOwner = folder->st_uid,
                                 .user = ::geteuid()};
    return live;
}

Result<Sid> currentUser()
{
    return onlyOnWindows("users have no SID on Linux");
}

Result<AccessSubject> currentSubject()
{
    return onlyOnWindows("users have no SID on Linux");
}

Result<Sid> lookUpAccount(std::string_view name)
{
    return onlyOnWindows("account names are supported only on Windows; use the SID of "
                         + std::string(name) + ", or a well-known name such as Everyone");
}

Result<std::string> accountName(const Sid& /*sid*/)
{
    return onlyOnWindows("SIDs have names only on Windows");
}

} // namespace pipecore
