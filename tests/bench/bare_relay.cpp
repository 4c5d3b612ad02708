#include "bare_relay.h"

#ifndef _WIN32

#    include "backends/unix/passed_descriptors.h"
#    include "backends/unix/socket_options.h"

#    include <fcntl.h>
#    include <sys/epoll.h>
#    include <sys/socket.h>
#    include <sys/uio.h>

#    include <array>
#    include <cerrno>
#    include <memory>
#    include <span>
#    include <stdexcept>
#    include <vector>

namespace bench {

namespace {

using pipecore::FileDescriptor;
using pipecore::SocketAddress;

constexpr std::size_t bufferSize = std::size_t{64} * 1024;
constexpr std::size_t largestMessage = std::size_t{2} * 1024 * 1024;

/// One way: what was read from one socket and is not yet written to the other.
struct Way
{
    std::vector<char> buffer;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isOver = false;  ///< no more to read
    bool hasRest = false; ///< a message of zero bytes is a rest as well
};

struct Pair;
struct End
{
    FileDescriptor socket;
    Pair* pair = nullptr;
    std::uint32_t interest = 0;
};
struct Pair
{
    std::array<End, 2> ends;
    std::array<Way, 2> ways; ///< from ends[i] to the other
};

class BareRelay
{
public:
    BareRelay(const std::string& front, std::string back, int type)
        : m_back(std::move(back))
        , m_type(type)
        , m_epoll(epoll_create1(EPOLL_CLOEXEC))
        , m_listener(socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
    {
        const auto address = SocketAddress::make(front);
        if (!address || bind(m_listener.get(), address->get(), address->length()) != 0
            || listen(m_listener.get(), 64) != 0) {
            throw std::runtime_error("the bare relay cannot listen");
        }
        epoll_event event{.events = EPOLLIN, .data = {.ptr = nullptr}};
        epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, m_listener.get(), &event);
    }

    void run(unsigned clients)
    {
        std::array<epoll_event, 64> events{};
        while (clients != 0 || !m_pairs.empty()) {
            const int count = epoll_wait(m_epoll.get(), events.data(), events.size(), -1);
            for (int i = 0; i < count; ++i) {
                if (events[static_cast<std::size_t>(i)].data.ptr == nullptr) {
                    clients -= acceptOne() ? 1U : 0U;
                } else {
                    serve(*static_cast<End*>(events[static_cast<std::size_t>(i)].data.ptr));
                }
            }
            std::erase_if(m_pairs, [](const auto& pair) { return !pair->ends[0].socket; });
        }
    }

private:
    bool acceptOne()
    {
        auto pair = std::make_unique<Pair>();
        pair->ends[0].socket = FileDescriptor(
            accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
        pair->ends[1].socket = FileDescriptor(socket(AF_UNIX, m_type | SOCK_CLOEXEC, 0));
        const auto address = SocketAddress::make(m_back);
        if (!pair->ends[0].socket || !address
            || connect(pair->ends[1].socket.get(), address->get(), address->length()) != 0) {
            return false;
        }
        fcntl(pair->ends[1].socket.get(), F_SETFL, O_NONBLOCK);
        for (End& end : pair->ends) {
            if (m_type != SOCK_STREAM) {
                pipecore::raiseSendBuffer(end.socket.get(), largestMessage);
                const int on = 1;
                setsockopt(end.socket.get(), SOL_SOCKET, SO_PASSCRED, &on, sizeof on);
            }
            end.pair = pair.get();
            end.interest = EPOLLIN;
            epoll_event event{.events = EPOLLIN, .data = {.ptr = &end}};
            epoll_ctl(m_epoll.get(), EPOLL_CTL_ADD, end.socket.get(), &event);
        }
        for (Way& way : pair->ways) {
            way.buffer.resize(m_type == SOCK_STREAM ? bufferSize : largestMessage);
        }
        m_pairs.push_back(std::move(pair));
        return true;
    }

    void serve(End& end)
    {
        Pair& pair = *end.pair;
        if (!end.socket) {
            return;
        }
        const std::size_t self = &end == &pair.ends[0] ? 0 : 1;
        bool alive = pass(pair, self);
        alive = pass(pair, 1 - self) && alive;
        if (!alive) {
            pair.ends[0].socket.reset();
            pair.ends[1].socket.reset();
            return;
        }
        for (std::size_t i = 0; i < 2; ++i) {
            const std::uint32_t wanted =
                (pair.ways[i].hasRest || pair.ways[i].isOver ? 0U : std::uint32_t{EPOLLIN})
                | (pair.ways[1 - i].hasRest ? std::uint32_t{EPOLLOUT} : 0U);
            if (wanted != pair.ends[i].interest) {
                pair.ends[i].interest = wanted;
                epoll_event event{.events = wanted, .data = {.ptr = &pair.ends[i]}};
                epoll_ctl(m_epoll.get(), EPOLL_CTL_MOD, pair.ends[i].socket.get(), &event);
            }
        }
    }

    /// What can be passed on from one end to the other now. False when the conversation is over.
    bool pass(Pair& pair, std::size_t from)
    {
        Way& way = pair.ways[from];
        const int in = pair.ends[from].socket.get();
        const int out = pair.ends[1 - from].socket.get();
        // As many in a row as an engine takes before it looks at others.
        for (int i = 0; i < 64; ++i) {
            if (way.hasRest) {
                const ssize_t written =
                    send(out, way.buffer.data() + way.begin, way.end - way.begin, MSG_NOSIGNAL);
                if (written < 0) {
                    return errno == EAGAIN;
                }
                way.begin += static_cast<std::size_t>(written);
                if (way.begin < way.end) {
                    return true;
                }
                way.hasRest = false;
            }
            if (way.isOver) {
                return true;
            }
            // As an engine reads: with room for what comes beside the bytes, which also tells an empty
            // message from the end.
            iovec part{way.buffer.data(), way.buffer.size()};
            pipecore::ControlBuffer control;
            msghdr message{};
            message.msg_iov = &part;
            message.msg_iovlen = 1;
            message.msg_control = control.bytes.data();
            message.msg_controllen = control.bytes.size();
            const ssize_t count = recvmsg(in, &message, MSG_CMSG_CLOEXEC);
            if (count < 0) {
                return errno == EAGAIN;
            }
            if (count == 0 && message.msg_controllen == 0) {
                return false;
            }
            way.begin = 0;
            way.end = static_cast<std::size_t>(count);
            way.hasRest = true;
        }
        return true;
    }

    std::string m_back;
    int m_type;
    FileDescriptor m_epoll;
    FileDescriptor m_listener;
    std::vector<std::unique_ptr<Pair>> m_pairs;
};

} // namespace

void runBareRelay(const std::string& front, const std::string& back, int type, unsigned clients)
{
    BareRelay(front, back, type).run(clients);
}

} // namespace bench

#endif
