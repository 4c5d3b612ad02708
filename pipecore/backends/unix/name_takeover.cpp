#include "name_takeover.h"

#include "pipecore/base/translatable.h"
#include "socket_probe.h"
#include "unix_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <string_view>
#include <thread>
#include <utility>

namespace pipecore {
namespace {

constexpr std::string_view isListenedAt = PIPECORE_TR("ErrorDetail", "A server is listening on %1");

/// A path beside `path` that nothing else has, of this process or another.
std::string uniqueBeside(const std::string& path)
{
    static std::atomic<unsigned> number{0};
    return path + ".pipescope-" + std::to_string(getpid()) + '-' + std::to_string(++number);
}

bool isSame(const struct stat& one, const struct stat& other)
{
    return one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

bool isAt(const std::string& path, const struct stat& file)
{
    struct stat there
    {};
    return lstat(path.c_str(), &there) == 0 && isSame(there, file);
}

Error inUse(std::string_view sentence, const std::string& path)
{
    return systemError("bind", EADDRINUSE, {sentence, {path}});
}

Error notRemoved(std::string_view api, int code, const std::string& path)
{
    return systemError(
        api, code,
        {PIPECORE_TR("ErrorDetail", "%1 was left behind by a server that has ended"), {path}});
}

/// Whether nobody listens at a socket file.
bool isDead(const SocketAddress& address)
{
    return probeSocket(address) == ECONNREFUSED;
}

std::string codeText(int code)
{
    return std::to_string(code) + ' '
           + std::string(symbolicName(ErrorDomain::Errno, static_cast<std::uint32_t>(code)));
}

} // namespace

class NameTakeover::Lock
{
public:
    static Result<std::unique_ptr<Lock>> take(const std::string& socketPath)
    {
        const std::string path = socketPath + ".pipescope-lock";
        // Again when a holder removed the file that we had already opened.
        constexpr int attempts = 100;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            auto made = make(path, socketPath);
            if (!made || *made) {
                return made;
            }
            auto found = find(path, socketPath);
            if (!found || *found) {
                return found;
            }
        }
        return std::unexpected(inUse(beingTaken, socketPath));
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    ~Lock()
    {
        if (!m_madePath.empty()) {
            unlink(m_madePath.c_str());
        }
    }

private:
    static constexpr const char* beingTaken =
        PIPECORE_TR("ErrorDetail", "Another server is taking over %1");

    Lock(FileDescriptor file, std::string madePath)
        : m_file(std::move(file))
        , m_madePath(std::move(madePath))
    {}

    /// A new lock, locked before it has its name, so that no other program locks it first. Null if one exists.
    static Result<std::unique_ptr<Lock>> make(const std::string& path,
                                              const std::string& socketPath)
    {
        const std::string temporary = uniqueBeside(socketPath);
        FileDescriptor file(
            open(temporary.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!file) {
            return std::unexpected(notRemoved("open", errno, socketPath));
        }
        int code = 0;
        if (flock(file.get(), LOCK_EX | LOCK_NB) != 0
            || link(temporary.c_str(), path.c_str()) != 0) {
            code = errno;
        }
        unlink(temporary.c_str());
        if (code == EEXIST) {
            return nullptr;
        }
        if (code != 0) {
            return std::unexpected(notRemoved("link", code, socketPath));
        }
        return std::unique_ptr<Lock>(new Lock(std::move(file), path));
    }

    /// Opens an existing lock, left by a killed process. It stays. Null when it is gone.
    static Result<std::unique_ptr<Lock>> find(const std::string& path,
                                              const std::string& socketPath)
    {
        // Without O_NONBLOCK opening a FIFO of that name would wait.
        FileDescriptor file(open(path.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
        if (!file && errno == ENOENT) {
            return nullptr;
        }
        struct stat own
        {};
        if (!file || fstat(file.get(), &own) != 0 || !S_ISREG(own.st_mode)
            || own.st_uid != geteuid()) {
            return std::unexpected(
                inUse(PIPECORE_TR("ErrorDetail", "%1.pipescope-lock is not a lock of this user: "
                                                 "the leftover socket was not removed"),
                      socketPath));
        }
        if (flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
            return std::unexpected(inUse(beingTaken, socketPath));
        }
        if (!isAt(path, own)) {
            return nullptr;
        }
        return std::unique_ptr<Lock>(new Lock(std::move(file), {}));
    }

    FileDescriptor m_file;
    std::string m_madePath; ///< empty: made by another program
};

NameTakeover::NameTakeover() = default;
NameTakeover::~NameTakeover() = default;

namespace {

/// From bind(2) to listen(2), for a server that is slow.
constexpr std::chrono::milliseconds timeToListen{5};

/// Success when the file at `path` is a socket without a listener, or is gone; else the reason to keep it.
Result<void> checkDead(const SocketAddress& address, const std::string& path)
{
    struct stat status
    {};
    if (lstat(path.c_str(), &status) != 0) {
        return errno == ENOENT ? Result<void>()
                               : std::unexpected(systemError("bind", EADDRINUSE, path));
    }
    if (!S_ISSOCK(status.st_mode)) {
        return std::unexpected(inUse(
            PIPECORE_TR("ErrorDetail", "%1 exists and is not a socket; it was not changed"), path));
    }
    const int code = probeSocket(address);
    if (code == EACCES || code == EPERM) {
        return std::unexpected(systemError(
            "bind", EADDRINUSE,
            {PIPECORE_TR("ErrorDetail", "%1 exists; whether a server listens there is not known, "
                                        "because connecting to it failed with %2"),
             {path, codeText(code)}}));
    }
    return code == ECONNREFUSED ? Result<void>() : std::unexpected(inUse(isListenedAt, path));
}

/// Removes the dead socket at `path`, unless it turns out to live. The lock is held.
Result<void> removeDead(const std::string& path)
{
    const std::string aside = uniqueBeside(path);
    if (rename(path.c_str(), aside.c_str()) != 0) {
        // It takes the same rights as unlink(2), by which people know it and the explanations go.
        return errno == ENOENT ? Result<void>()
                               : std::unexpected(notRemoved("unlink", errno, path));
    }
    const auto address = SocketAddress::make(aside);
    struct stat status
    {};
    const bool isSocket = lstat(aside.c_str(), &status) == 0 && S_ISSOCK(status.st_mode);
    // Too long a path for another look: it was looked at a moment ago.
    if (isSocket && (!address || isDead(*address))) {
        unlink(aside.c_str());
        return {};
    }
    // A server listens by now, or the file was replaced: it goes back, unless the path was taken
    // meanwhile. Where link(2) is refused, rename(2) does it as well.
    if (link(aside.c_str(), path.c_str()) == 0 || errno == EEXIST) {
        unlink(aside.c_str());
    } else {
        std::rename(aside.c_str(), path.c_str());
    }
    return std::unexpected(inUse(isListenedAt, path));
}

} // namespace

Result<void> NameTakeover::bind(int socket, const SocketAddress& address, const std::string& path)
{
    const auto tryBind = [&]() -> int {
        return ::bind(socket, address.get(), address.length()) == 0 ? 0 : errno;
    };
    int code = tryBind();
    if (code == EADDRINUSE) {
        if (auto dead = checkDead(address, path); !dead) {
            return dead;
        }
        auto lock = Lock::take(path);
        if (!lock) {
            return std::unexpected(lock.error());
        }
        m_lock = std::move(*lock);
        // The holder before us may serve by now. And a server that has bound and does not listen yet
        // looks dead as well: it gets the time.
        std::this_thread::sleep_for(timeToListen);
        if (auto dead = checkDead(address, path); !dead) {
            return dead;
        }
        if (auto removed = removeDead(path); !removed) {
            return removed;
        }
        // Only once: a server that bound in between is not dead.
        code = tryBind();
    }
    return code == 0 ? Result<void>() : std::unexpected(systemError("bind", code, path));
}

bool NameTakeover::isStillAt(const std::string& path, const struct stat& own)
{
    constexpr int looks = 20;
    constexpr std::chrono::milliseconds between{1};
    for (int look = 0; look < looks; ++look) {
        if (isAt(path, own)) {
            return true;
        }
        std::this_thread::sleep_for(between);
    }
    return false;
}

} // namespace pipecore
