#include "pipecore/base/translatable.h"
#include "pipecore/discovery/inspection.h"
#include "pipecore/model/pipe_name.h"
#include "socket_diag.h"
#include "socket_holders.h"
#include "socket_lister.h"
#include "socket_options.h"
#include "socket_probe.h"
#include "unix_error.h"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>

namespace pipecore {

namespace {

constexpr std::size_t accountSize =
    16 * 1024; // what getpwuid_r and getgrgid_r need at most, usually

Result<std::string> userName(uid_t user)
{
    passwd entry{};
    passwd* found = nullptr;
    std::array<char, accountSize> text{};
    const int code = getpwuid_r(user, &entry, text.data(), text.size(), &found);
    if (code != 0) {
        return std::unexpected(systemError("getpwuid_r", code));
    }
    return found != nullptr ? Result<std::string>(entry.pw_name)
                            : refuse("the user has no name on this system", ErrorKind::NotFound);
}

Result<std::string> groupName(gid_t group)
{
    ::group entry{};
    ::group* found = nullptr;
    std::array<char, accountSize> text{};
    const int code = getgrgid_r(group, &entry, text.data(), text.size(), &found);
    if (code != 0) {
        return std::unexpected(systemError("getgrgid_r", code));
    }
    return found != nullptr ? Result<std::string>(entry.gr_name)
                            : refuse("the group has no name on this system", ErrorKind::NotFound);
}

/// As `ls -l` writes it, and the digits for chmod: `srw-rw---- 0660`.
std::string modeText(mode_t mode)
{
    constexpr std::string_view letters = "rwxrwxrwx";
    std::string text = "s";
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool isSet = (mode & (1U << (letters.size() - 1 - i))) != 0;
        text += isSet ? letters[i] : '-';
    }
    text += ' ';
    for (const unsigned shift : {9U, 6U, 3U, 0U}) {
        text += static_cast<char>('0' + ((mode >> shift) & 7U));
    }
    return text;
}

void readFile(const struct stat& file, PipeInspection& pipe)
{
    pipe.owner = userName(file.st_uid);
    pipe.ownerId = std::to_string(file.st_uid);
    pipe.group = groupName(file.st_gid);
    pipe.groupId = std::to_string(file.st_gid);
    pipe.security = modeText(file.st_mode);
}

void setFileFacts(const std::unexpected<Error>& why, PipeInspection& pipe)
{
    pipe.owner = why;
    pipe.ownerId = why;
    pipe.group = why;
    pipe.groupId = why;
    pipe.security = why;
}

void setServerFacts(const std::unexpected<Error>& why, PipeInspection& pipe)
{
    pipe.type = why;
    pipe.connected = why;
    pipe.waiting = why;
    pipe.processId = why;
    pipe.image = why;
}

/// The listener that clients of the path reach: of several the newest.
std::vector<ListedPipe> newestOf(std::vector<ListedPipe> pipes)
{
    if (pipes.size() > 1) {
        pipes.front() = *std::ranges::max_element(pipes, {}, &ListedPipe::inode);
        pipes.resize(1);
    }
    return pipes;
}

std::vector<ListedPipe> listenersNamed(const std::string& path, std::vector<ListedPipe> pipes)
{
    std::erase_if(pipes, [&](const ListedPipe& pipe) {
        const bool isAbstract = path.starts_with('@') || pipe.path.starts_with('@');
        return isAbstract ? pipe.path != path
                          : std::filesystem::path(pipe.path).lexically_normal() != path;
    });
    return newestOf(std::move(pipes));
}

/// The listener of this file; by its name only where numbers of files do not tell.
std::vector<ListedPipe> listenersOf(const struct stat& file, const std::string& path,
                                    const std::vector<ListedPipe>& pipes)
{
    std::vector<ListedPipe> same;
    std::vector<ListedPipe> perhaps;
    for (const ListedPipe& pipe : pipes) {
        const SameFile isSame =
            pipe.file ? isFileOf(*pipe.file, path.c_str(), file) : SameFile::Unknown;
        if (isSame == SameFile::Yes) {
            same.push_back(pipe);
        } else if (isSame == SameFile::Unknown) {
            perhaps.push_back(pipe);
        }
    }
    if (!same.empty()) {
        return newestOf(std::move(same));
    }
    std::error_code failed;
    const auto canonical = std::filesystem::canonical(path, failed);
    return listenersNamed(failed ? path : canonical.string(), std::move(perhaps));
}

/// Why no listener was found for a path.
std::unexpected<Error> noListener(bool hasFile, const std::string& path)
{
    const auto address = SocketAddress::make(path);
    const int code = hasFile && address ? probeSocket(*address) : ECONNREFUSED;
    switch (code) {
    case ECONNREFUSED:
        return refuse(hasFile ? "no server listens; the socket's file was left behind"
                              : "no server listens",
                      ErrorKind::NotFound);
    case 0: return refuse("this is a socket for datagrams", ErrorKind::WrongType);
    default:
        return refuse("a server may listen that is not visible from here, for example in another "
                      "network namespace",
                      ErrorKind::NotSupported);
    }
}

/// `file`: the socket's file, null when it cannot be read or there is none. Tells whether somebody listens,
/// or it cannot be known.
bool readServer(const struct stat* file, PipeInspection& pipe)
{
    const auto rows = readSocketTable();
    if (!rows) {
        setServerFacts(std::unexpected(rows.error()), pipe);
        return true;
    }
    const std::vector<ListedPipe> all = listedSockets(*rows, temporaryFolder());
    std::vector<ListedPipe> found =
        file != nullptr ? listenersOf(*file, pipe.path, all) : listenersNamed(pipe.path, all);
    if (found.empty()) {
        const auto reason = noListener(file != nullptr, pipe.path);
        setServerFacts(reason, pipe);
        return reason.error().kind != ErrorKind::NotFound;
    }
    SocketHolders().fillIn(found);
    const ListedPipe& server = found.front();
    pipe.type = *server.mode;
    pipe.connected = *server.connected;
    pipe.waiting = *server.waiting;
    pipe.processId = server.server.processId;
    pipe.image = server.server.image;
    return true;
}

Result<PipeInspection> inspectAbstract(std::string_view name)
{
    PipeInspection pipe = emptyInspection(std::string(name), notSupportedHere());
    if (!readServer(nullptr, pipe)) {
        return refuse("no server listens on the abstract socket " + pipe.path, ErrorKind::NotFound);
    }
    setFileFacts(
        refuse("an abstract socket has no file, owner or permissions", ErrorKind::NotFound), pipe);
    return pipe;
}

} // namespace

Result<PipeInspection> inspectPipe(std::string_view name)
{
    if (name.starts_with('@')) {
        return inspectAbstract(name);
    }
    const auto parsed = PipeName::parse(name);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    PipeInspection pipe = emptyInspection(parsed->native(), notSupportedHere());
    struct stat file
    {};
    if (stat(pipe.path.c_str(), &file) != 0) {
        const Error error = systemError("stat", errno, pipe.path);
        // Its folder may be closed to us, and the server still be known.
        if (error.kind != ErrorKind::AccessDenied) {
            return std::unexpected(error);
        }
        setFileFacts(std::unexpected(error), pipe);
        readServer(nullptr, pipe);
        return pipe;
    }
    if (!S_ISSOCK(file.st_mode)) {
        return refuse(pipe.path + " is not a socket");
    }
    readFile(file, pipe);
    readServer(&file, pipe);
    return pipe;
}

Result<bool> waitsForClient(const PipeName& /*name*/)
{
    return refusePhrase(
        {PIPECORE_TR("ErrorDetail", "pipes on this system have no limit of instances")},
        ErrorKind::NotSupported);
}

} // namespace pipecore
