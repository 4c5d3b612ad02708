#ifndef _WIN32

#    include "ends.h"

#    include "backends/unix/file_descriptor.h"
#    include "backends/unix/socket_options.h"
#    include "pipecore/model/pipe_name.h"

#    include <sys/epoll.h>
#    include <sys/socket.h>
#    include <sys/uio.h>

#    include <fcntl.h>
#    include <unistd.h>

#    include <algorithm>
#    include <array>
#    include <cerrno>
#    include <optional>
#    include <system_error>
#    include <thread>

namespace bench {
namespace {

using pipecore::FileDescriptor;
using pipecore::PipeMode;

[[noreturn]] void fail(const char* api)
{
    throw std::system_error(errno, std::generic_category(), api);
}

ByteView bytesOf(const Message& message)
{
    return *message;
}
ByteView bytesOf(ByteView bytes)
{
    return bytes;
}

std::string pathOf(const std::string& name)
{
    return pipecore::PipeName::parse(name).value().native();
}

/// A connected socket in a loop of epoll_wait, send and recv (message mode: recvmsg with
/// credentials, as the engine does it to tell an empty message from the end).
class BareLoop
{
public:
    BareLoop(const Cell& cell, FileDescriptor socket)
        : m_mode(cell.mode)
        , m_socket(std::move(socket))
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_buffer(m_mode == PipeMode::Byte ? readSize : std::max(readSize, cell.size))
    {
        fcntl(m_socket.get(), F_SETFL, fcntl(m_socket.get(), F_GETFL) | O_NONBLOCK);
        // A message of a SOCK_SEQPACKET must fit the send buffer whole.
        const int wanted = static_cast<int>(cell.size);
        if (m_mode == PipeMode::Message && cell.size > bufferSize
            && setsockopt(m_socket.get(), SOL_SOCKET, SO_SNDBUFFORCE, &wanted, sizeof wanted)
                   != 0) {
            setsockopt(m_socket.get(), SOL_SOCKET, SO_SNDBUF, &wanted, sizeof wanted);
        }
        epoll_event event{};
        event.events = m_interest;
        if (epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_socket.get(), &event) != 0) {
            fail("epoll_ctl");
        }
    }

    /// Returns when the app is done, or the other end is gone.
    template <typename App>
    void run(App& app)
    {
        while (!app.isDone()) {
            const bool blocked = !write(app);
            const bool reads = !blocked || !App::holdsReadBuffer;
            const std::uint32_t ready = wait((reads ? std::uint32_t{EPOLLIN} : 0U)
                                             | (blocked ? std::uint32_t{EPOLLOUT} : 0U));
            if (reads && (ready & (EPOLLIN | EPOLLHUP)) != 0) {
                const auto received = read(app.readBuffer(m_buffer));
                if (!received) {
                    return;
                }
                if (!received->empty()) {
                    app.received(*received);
                }
            }
        }
    }

private:
    /// Sends what there is to send, a message a call; false when the pipe is full.
    template <typename App>
    bool write(App& app)
    {
        while (!m_unsent.empty() || app.wantsToSend()) {
            if (m_unsent.empty()) {
                m_unsent = bytesOf(app.next());
            }
            const ssize_t count =
                send(m_socket.get(), m_unsent.data(), m_unsent.size(), MSG_NOSIGNAL);
            if (count < 0 && errno == EAGAIN) {
                return false;
            }
            if (count < 0) {
                fail("send");
            }
            m_unsent = m_unsent.subspan(static_cast<std::size_t>(count));
        }
        return true;
    }

    std::uint32_t wait(std::uint32_t interest)
    {
        epoll_event event{};
        if (interest != m_interest) {
            m_interest = interest;
            event.events = interest;
            epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, m_socket.get(), &event);
        }
        if (epoll_wait(m_epoll.get(), &event, 1, -1) < 0) {
            fail("epoll_wait");
        }
        return event.events;
    }

    /// Result of a read into `buffer`; nullopt at the end.
    std::optional<ByteView> read(std::span<std::byte> buffer)
    {
        ssize_t count = 0;
        if (m_mode == PipeMode::Byte) {
            count = recv(m_socket.get(), buffer.data(), buffer.size(), 0);
        } else {
            iovec part{buffer.data(), buffer.size()};
            // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): the kernel fills it
            alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(sizeof(ucred))> control;
            msghdr message{};
            message.msg_iov = &part;
            message.msg_iovlen = 1;
            message.msg_control = control.data();
            message.msg_controllen = control.size();
            count = recvmsg(m_socket.get(), &message, MSG_CMSG_CLOEXEC);
        }
        if (count < 0 && errno == EAGAIN) {
            return ByteView{};
        }
        if (count <= 0) {
            return std::nullopt;
        }
        return ByteView(buffer).first(static_cast<std::size_t>(count));
    }

    PipeMode m_mode;
    FileDescriptor m_socket;
    FileDescriptor m_epoll;
    std::uint32_t m_interest = EPOLLIN;
    Bytes m_buffer;
    ByteView m_unsent;
};

FileDescriptor prepared(FileDescriptor socket, PipeMode mode)
{
    if (!socket) {
        fail("socket");
    }
    if (!pipecore::prepareSocket(socket.get(), mode, bufferSize, bufferSize)) {
        fail("setsockopt");
    }
    return socket;
}

class MeasuringBare final : public MeasuringEnd
{
public:
    MeasuringBare(const Cell& cell, const std::string& name)
        : MeasuringEnd(cell)
        , m_path(pathOf(name))
        , m_listener(::socket(AF_UNIX, pipecore::socketType(cell.mode) | SOCK_CLOEXEC, 0))
    {
        const auto address = pipecore::SocketAddress::make(m_path).value();
        if (bind(m_listener.get(), address.get(), address.length()) != 0) {
            fail("bind");
        }
        if (listen(m_listener.get(), 1) != 0) {
            fail("listen");
        }
    }
    ~MeasuringBare() override { unlink(m_path.c_str()); }

    void waitForClient() override
    {
        FileDescriptor socket(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        m_loop.emplace(m_cell, prepared(std::move(socket), m_cell.mode));
    }

private:
    void run() override { runMeasurement(*m_loop, m_measurement); }

    std::string m_path;
    FileDescriptor m_listener;
    std::optional<BareLoop> m_loop;
};

} // namespace

std::unique_ptr<MeasuringEnd> listenBare(const Cell& cell, const std::string& name)
{
    return std::make_unique<MeasuringBare>(cell, name);
}

void runBarePeer(const Cell& cell, const std::string& name)
{
    FileDescriptor socket = prepared(
        FileDescriptor(::socket(AF_UNIX, pipecore::socketType(cell.mode) | SOCK_CLOEXEC, 0)),
        cell.mode);
    const auto address = pipecore::SocketAddress::make(pathOf(name)).value();
    if (connect(socket.get(), address.get(), address.length()) != 0) {
        fail("connect");
    }
    BareLoop loop(cell, std::move(socket));
    runPeer(loop, cell);
}

} // namespace bench

#endif
