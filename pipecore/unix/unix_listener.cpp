#include "unix/unix_listener.h"

#include "engine/translatable.h"
#include "unix/socket_address.h"
#include "unix/unix_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace pipecore {
namespace {

/// Keeps two servers from looking at and replacing the same dead socket file at once: a lock file
/// beside it, held only while the name is being taken.
class NameLock
{
public:
    explicit NameLock(const std::string& path) : m_path(path + ".lock")
    {
        for (int attempt = 0; attempt < 100; ++attempt) {
            FileDescriptor file(
                ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
            // Somebody else's file in a shared folder, or a folder that cannot be written: then the
            // dead socket cannot be replaced either, and bind(2) says why.
            if (!file || flock(file.get(), LOCK_EX) != 0) {
                return;
            }
            // The holder before us may have removed the file that we waited for.
            struct stat ours
            {};
            struct stat named
            {};
            if (fstat(file.get(), &ours) == 0 && ::stat(m_path.c_str(), &named) == 0
                && ours.st_ino == named.st_ino && ours.st_dev == named.st_dev) {
                m_file = std::move(file);
                return;
            }
        }
    }
    NameLock(const NameLock&) = delete;
    NameLock& operator=(const NameLock&) = delete;
    ~NameLock()
    {
        if (m_file) {
            unlink(m_path.c_str());
        }
    }

private:
    std::string m_path;
    FileDescriptor m_file;
};

/// Whether nobody listens at a socket file: connecting to it is refused. Any other answer comes from a
/// living socket, mostly "wrong type": no server here has datagrams, so none of them sees a client.
bool isDead(const SocketAddress& address)
{
    const FileDescriptor probe(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return probe && ::connect(probe.get(), address.get(), address.length()) != 0
           && errno == ECONNREFUSED;
}

Result<void> bindTakingOver(int socket, const SocketAddress& address, const std::string& path)
{
    if (bind(socket, address.get(), address.length()) == 0) {
        return {};
    }
    const int code = errno;
    if (code != EADDRINUSE) {
        return std::unexpected(systemError("bind", code, path));
    }
    struct stat status
    {};
    if (lstat(path.c_str(), &status) == 0 && !S_ISSOCK(status.st_mode)) {
        return std::unexpected(systemError(
            "bind", code,
            {PIPECORE_TR("ErrorDetail", "%1 exists and is not a socket; it was left alone"),
             {path}}));
    }
    if (!isDead(address)) {
        return std::unexpected(systemError(
            "bind", code, {PIPECORE_TR("ErrorDetail", "A server is listening on %1"), {path}}));
    }
    if (unlink(path.c_str()) != 0 && errno != ENOENT) {
        return std::unexpected(systemError(
            "unlink", errno,
            {PIPECORE_TR("ErrorDetail", "%1 was left behind by a server that is gone"), {path}}));
    }
    if (bind(socket, address.get(), address.length()) != 0) {
        return std::unexpected(systemError("bind", errno, path));
    }
    return {};
}

} // namespace

UnixListener::UnixListener(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                           InquiryThread& inquiries, const ServerOptions& options)
    : Pollable(poller)
    , m_overflow(overflow)
    , m_accounts(accounts)
    , m_inquiries(inquiries)
    , m_mode(options.mode)
    , m_access(options.access)
    , m_outBufferSize(options.outBufferSize)
    , m_inBufferSize(options.inBufferSize)
{}

Result<std::unique_ptr<UnixListener>>
UnixListener::open(Poller& poller, OverflowBuffer& overflow, AccountNames& accounts,
                   InquiryThread& inquiries, const std::string& path, const ServerOptions& options)
{
    const auto address = SocketAddress::make(path);
    if (!address) {
        return std::unexpected(address.error());
    }
    std::unique_ptr<UnixListener> listener(
        new UnixListener(poller, overflow, accounts, inquiries, options));
    listener->m_socket = FileDescriptor(
        ::socket(AF_UNIX, socketType(options.mode) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const int socket = listener->m_socket.get();
    if (!listener->m_socket) {
        return std::unexpected(systemError("socket", errno));
    }

    const NameLock lock(path);
    if (auto bound = bindTakingOver(socket, *address, path); !bound) {
        return std::unexpected(bound.error());
    }
    listener->m_path = path;
    struct stat status
    {};
    if (lstat(path.c_str(), &status) == 0) {
        listener->m_device = status.st_dev;
        listener->m_inode = status.st_ino;
    }
    // Before listen(2), so that nobody slips in who may not connect.
    if (chmod(path.c_str(), options.fileMode) != 0) {
        return std::unexpected(systemError("chmod", errno, path));
    }
    if (::listen(socket, static_cast<int>(options.backlog)) != 0) {
        return std::unexpected(systemError("listen", errno, path));
    }
    return listener;
}

UnixListener::~UnixListener()
{
    struct stat status
    {};
    if (m_inode != 0 && lstat(m_path.c_str(), &status) == 0 && status.st_dev == m_device
        && status.st_ino == m_inode) {
        unlink(m_path.c_str());
    }
    forget();
}

Result<std::unique_ptr<Channel>> UnixListener::createInstance()
{
    return std::make_unique<UnixChannel>(m_poller, m_overflow, m_accounts, *this, m_mode, m_access);
}

void UnixListener::acceptFor(UnixChannel& channel)
{
    m_waiting.push_back(&channel);
    interestChanged();
}

void UnixListener::stopAcceptingFor(const UnixChannel& channel)
{
    std::erase(m_waiting, &channel);
    interestChanged();
}

std::optional<std::uint32_t> UnixListener::interest() const
{
    // Without an instance to accept, clients wait in the backlog.
    if (m_waiting.empty()) {
        return std::nullopt;
    }
    return EPOLLIN;
}

void UnixListener::onReady(std::uint32_t /*events*/)
{
    while (!m_waiting.empty()) {
        FileDescriptor socket(
            accept4(m_socket.get(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        const int code = errno;
        if (!socket && (code == EAGAIN || code == EINTR || code == ECONNABORTED)) {
            break;
        }
        UnixChannel& channel = *m_waiting.front();
        m_waiting.pop_front();
        if (!socket) {
            channel.accepted(std::unexpected(systemError("accept4", code)));
        } else if (auto prepared =
                       prepareSocket(socket.get(), m_mode, m_outBufferSize, m_inBufferSize);
                   !prepared) {
            channel.accepted(std::unexpected(prepared.error()));
        } else {
            channel.accepted(std::move(socket));
        }
    }
    interestChanged();
}

} // namespace pipecore
