#include "unix_listener.h"

#include "name_takeover.h"
#include "pipecore/base/translatable.h"
#include "socket_options.h"
#include "unix_error.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace pipecore {
namespace {

Error nameTaken(const std::string& path)
{
    return systemError("bind", EADDRINUSE,
                       {PIPECORE_TR("ErrorDetail", "Another server has just taken %1"), {path}});
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

    // The file gets its mode with its name: bind(2) takes the socket's own, less the umask. A program that
    // watches the folder does not see one that everybody may open.
    if (fchmod(socket, options.fileMode) != 0) {
        return std::unexpected(systemError("fchmod", errno, path));
    }
    NameTakeover takeover; // until the socket listens
    if (auto bound = takeover.bind(socket, *address, path); !bound) {
        return std::unexpected(bound.error());
    }
    struct stat own
    {};
    if (lstat(path.c_str(), &own) != 0) {
        return std::unexpected(nameTaken(path));
    }
    listener->m_path = path;
    listener->m_device = own.st_dev;
    listener->m_inode = own.st_ino;
    // Adds bits that the umask took, before listen(2).
    if (chmod(path.c_str(), options.fileMode) != 0) {
        return std::unexpected(systemError("chmod", errno, path));
    }
    if (::listen(socket, static_cast<int>(options.backlog)) != 0) {
        return std::unexpected(systemError("listen", errno, path));
    }
    if (!NameTakeover::isStillAt(path, own)) {
        return std::unexpected(nameTaken(path));
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

UnixChannel& UnixListener::nextWaiting()
{
    UnixChannel& channel = *m_waiting.front();
    m_waiting.pop_front();
    return channel;
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
        UnixChannel& channel = nextWaiting();
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

void UnixListener::onWatchRefused(const Error& error)
{
    while (!m_waiting.empty()) {
        nextWaiting().accepted(std::unexpected(error));
    }
}

} // namespace pipecore
