// A relay on AF_UNIX sockets: half-closes, resets, descriptors, users. The ends are plain sockets.

#include "pipecore/model/pipe_name.h"
#include "runner/register.h"
#include "test_peer.h"
#include "unix_socket.h"

#include <QTest>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <thread>

using namespace pipecore;

namespace {

constexpr uid_t nobody = 65534;

std::string freshName(const char* what)
{
    static int number = 0;
    return "pipescope-relay-" + std::to_string(getpid()) + "-" + std::to_string(++number) + what;
}

void beginPatience(int socket)
{
    const timeval patience{.tv_sec = EventLog::patience.count() / 1000, .tv_usec = 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

/// Bytes and descriptors of one recvmsg(2).
struct Received
{
    ssize_t result = -1;
    int code = 0;
    std::string text;
    std::vector<FileDescriptor> descriptors;
};

Received receive(int socket, std::size_t size = 65'536)
{
    Received received;
    std::string bytes(size, '\0');
    iovec part{bytes.data(), bytes.size()};
    alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(16 * sizeof(int))> room{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.data();
    message.msg_controllen = room.size();
    received.result = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    received.code = errno;
    if (received.result >= 0) {
        received.text = bytes.substr(0, static_cast<std::size_t>(received.result));
    }
    for (cmsghdr* beside = received.result < 0 ? nullptr : CMSG_FIRSTHDR(&message);
         beside != nullptr; beside = CMSG_NXTHDR(&message, beside)) {
        if (beside->cmsg_level == SOL_SOCKET && beside->cmsg_type == SCM_RIGHTS) {
            const std::size_t count = (beside->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            for (std::size_t i = 0; i < count; ++i) {
                int descriptor = -1;
                std::memcpy(&descriptor, CMSG_DATA(beside) + i * sizeof(int), sizeof descriptor);
                received.descriptors.emplace_back(descriptor);
            }
        }
    }
    return received;
}

bool sendWith(int socket, std::string_view text, const std::vector<int>& descriptors)
{
    iovec part{const_cast<char*>(text.data()), text.size()};
    alignas(cmsghdr) std::array<std::byte, CMSG_SPACE(16 * sizeof(int))> room{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.data();
    message.msg_controllen = CMSG_SPACE(descriptors.size() * sizeof(int));
    cmsghdr* const beside = CMSG_FIRSTHDR(&message);
    beside->cmsg_level = SOL_SOCKET;
    beside->cmsg_type = SCM_RIGHTS;
    beside->cmsg_len = CMSG_LEN(descriptors.size() * sizeof(int));
    std::memcpy(CMSG_DATA(beside), descriptors.data(), descriptors.size() * sizeof(int));
    return sendmsg(socket, &message, MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

bool say(int socket, std::string_view text)
{
    return send(socket, text.data(), text.size(), MSG_NOSIGNAL)
           == static_cast<ssize_t>(text.size());
}

} // namespace

class UnixRelay : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void AClientThatSendsNoMoreIsAnswered();
    void ATargetThatSendsNoMoreStillReads();
    void AResetIsPassedOn();
    void DescriptorsArriveWithTheirBytes_data();
    void DescriptorsArriveWithTheirBytes();
    void DescriptorsWaitWithTheirBytes();
    void NoDescriptorIsLeftBehind();
    void TheRelayOfRootIsItsClient();
    void ATargetThatTheClientMayNotOpenStaysClosed();
    void AClientOfAnotherUserIsServedIfThatIsAllowed();

private:
    void start(int type, bool allowOtherUsers = false);
    /// Connects a client, and accepts it at the target.
    void meet();
    [[nodiscard]] int connectClient() const;
    /// What the client of another user hears: runs in a process of that user.
    [[nodiscard]] int resultAsNobody();

    int m_type = SOCK_STREAM;
    std::string m_front;
    std::string m_target;
    std::unique_ptr<TestPeer> m_relay;
    FileDescriptor m_listener;
    FileDescriptor m_client;
    FileDescriptor m_server;
};

void UnixRelay::init()
{
    m_front = PipeName::parse(freshName("f"))->native();
    m_target = PipeName::parse(freshName("t"))->native();
}

void UnixRelay::cleanup()
{
    m_client.reset();
    m_server.reset();
    m_listener.reset();
    m_relay.reset();
    unlink(m_target.c_str());
}

void UnixRelay::start(int type, bool allowOtherUsers)
{
    m_type = type;
    m_listener = FileDescriptor(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    beginPatience(m_listener.get());
    const auto address = SocketAddress::make(m_target);
    QCOMPARE(bind(m_listener.get(), address->get(), address->length()), 0);
    QCOMPARE(listen(m_listener.get(), 16), 0);
    RelayOptions options;
    options.server.name = m_front;
    options.server.mode = type == SOCK_STREAM ? PipeMode::Byte : PipeMode::Message;
    options.server.fileMode = 0666;
    options.target.name = m_target;
    options.target.mode = options.server.mode;
    options.allowOtherUsers = allowOtherUsers;
    m_relay = std::make_unique<TestPeer>(nullptr);
    const auto endpoint = m_relay->engine().startRelay(options);
    QVERIFY(endpoint);
    QVERIFY(
        m_relay->log.waitForBody<EndpointOpened>([](const auto&, const auto&) { return true; }));
}

int UnixRelay::connectClient() const
{
    const int client = socket(AF_UNIX, m_type | SOCK_CLOEXEC, 0);
    beginPatience(client);
    const auto address = SocketAddress::make(m_front);
    if (::connect(client, address->get(), address->length()) != 0) {
        close(client);
        return -1;
    }
    return client;
}

void UnixRelay::meet()
{
    m_client = FileDescriptor(connectClient());
    QVERIFY(m_client);
    m_server = FileDescriptor(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    QVERIFY(m_server);
    beginPatience(m_server.get());
}

void UnixRelay::AClientThatSendsNoMoreIsAnswered()
{
    start(SOCK_STREAM);
    meet();
    QVERIFY(say(m_client.get(), "question"));
    QCOMPARE(shutdown(m_client.get(), SHUT_WR), 0);
    QCOMPARE(receive(m_server.get()).text, std::string("question"));
    QCOMPARE(receive(m_server.get()).result, ssize_t{0});
    QVERIFY(say(m_server.get(), "answer"));
    QCOMPARE(receive(m_client.get()).text, std::string("answer"));
    m_server.reset();
    QCOMPARE(receive(m_client.get()).result, ssize_t{0});
    const auto end =
        m_relay->log.waitForBody<Disconnected>([](const auto&, const auto&) { return true; });
    QVERIFY(end);
}

void UnixRelay::ATargetThatSendsNoMoreStillReads()
{
    start(SOCK_STREAM);
    meet();
    QVERIFY(say(m_server.get(), "all I say"));
    QCOMPARE(shutdown(m_server.get(), SHUT_WR), 0);
    QCOMPARE(receive(m_client.get()).text, std::string("all I say"));
    QCOMPARE(receive(m_client.get()).result, ssize_t{0});
    QVERIFY(say(m_client.get(), "but I go on"));
    QCOMPARE(receive(m_server.get()).text, std::string("but I go on"));
    m_client.reset();
    QCOMPARE(receive(m_server.get()).result, ssize_t{0});
}

void UnixRelay::AResetIsPassedOn()
{
    start(SOCK_STREAM);
    meet();
    // The client never reads: its buffer fills, the relay reads no more, and the server's bytes stay unread.
    const std::string block(65'536, 'b');
    int refusals = 0;
    while (refusals < 3) {
        const ssize_t count =
            send(m_server.get(), block.data(), block.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        refusals = count > 0 ? 0 : refusals + 1;
        QTest::qWait(count > 0 ? 0 : 50); // the relay may be about to take more
    }
    m_client.reset();
    const Received end = receive(m_server.get());
    QCOMPARE(end.result, ssize_t{-1});
    QCOMPARE(end.code, ECONNRESET);
    QVERIFY(m_relay->log.waitForBody<Disconnected>([](const auto&, const auto&) { return true; }));
}

void UnixRelay::DescriptorsArriveWithTheirBytes_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("stream") << int{SOCK_STREAM};
    QTest::newRow("messages") << int{SOCK_SEQPACKET};
}

void UnixRelay::DescriptorsArriveWithTheirBytes()
{
    QFETCH(const int, type);
    start(type);
    meet();
    const FileDescriptor memory(memfd_create("shared", MFD_CLOEXEC));
    QCOMPARE(ftruncate(memory.get(), 4096), 0);
    const FileDescriptor folder(open("/tmp", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    std::array<int, 2> pipeEnds{};
    QCOMPARE(pipe2(pipeEnds.data(), O_CLOEXEC), 0);
    const FileDescriptor pipeRead(pipeEnds[0]);
    const FileDescriptor pipeWrite(pipeEnds[1]);
    const std::vector<int> all{memory.get(), folder.get(), pipeWrite.get(), m_client.get()};

    QVERIFY(say(m_client.get(), "before"));
    QCOMPARE(receive(m_server.get()).text, std::string("before"));
    QVERIFY(sendWith(m_client.get(), "with four", all));
    const Received received = receive(m_server.get());
    QCOMPARE(received.text, std::string("with four"));
    QCOMPARE(received.descriptors.size(), std::size_t{4});
    struct stat sent
    {};
    struct stat arrived
    {};
    QCOMPARE(fstat(memory.get(), &sent), 0);
    QCOMPARE(fstat(received.descriptors[0].get(), &arrived), 0);
    QVERIFY(sent.st_ino == arrived.st_ino && arrived.st_size == 4096);
    QCOMPARE(write(received.descriptors[2].get(), "x", 1), ssize_t{1});
    char byte = 0;
    QCOMPARE(read(pipeRead.get(), &byte, 1), ssize_t{1});
    QCOMPARE(byte, 'x');

    const auto row =
        m_relay->log.waitForBody<DescriptorsPassed>([](const auto&, const auto&) { return true; });
    QVERIFY(row);
    const auto& passed = *row->as<DescriptorsPassed>();
    QCOMPARE(passed.count, std::uint64_t{4});
    QVERIFY(passed.passedOn);
    QVERIFY2(passed.what.find("memory shared") != std::string::npos
                 && passed.what.find("(4096 bytes), folder /tmp, pipe, socket")
                        != std::string::npos,
             passed.what.c_str());

    // And the other way.
    QVERIFY(sendWith(m_server.get(), "back", {memory.get()}));
    const Received back = receive(m_client.get());
    QCOMPARE(back.text, std::string("back"));
    QCOMPARE(back.descriptors.size(), std::size_t{1});
}

/// The target does not read yet: bytes and descriptors wait together.
void UnixRelay::DescriptorsWaitWithTheirBytes()
{
    start(SOCK_STREAM);
    meet();
    const std::string block(50'000, 'b');
    std::thread writer([&] {
        for (int i = 0; i < 40; ++i) {
            static_cast<void>(say(m_client.get(), block));
        }
        const FileDescriptor memory(memfd_create("late", MFD_CLOEXEC));
        static_cast<void>(sendWith(m_client.get(), "!", {memory.get()}));
        static_cast<void>(say(m_client.get(), "end"));
    });
    std::string all;
    std::size_t placeOfDescriptor = 0;
    while (!all.ends_with("end")) {
        Received received = receive(m_server.get());
        if (received.result <= 0) {
            break;
        }
        if (!received.descriptors.empty()) {
            placeOfDescriptor = all.size();
        }
        all += received.text;
    }
    writer.join();
    QCOMPARE(all.size(), 40 * block.size() + 4);
    // A read, the relay's or ours, ends behind bytes that have descriptors, and may begin before: so they come with these
    // bytes or with ones just before, and never late.
    QVERIFY2(placeOfDescriptor <= 40 * block.size()
                 && placeOfDescriptor + 2 * 64 * 1024 >= 40 * block.size(),
             std::to_string(placeOfDescriptor).c_str());
}

void UnixRelay::NoDescriptorIsLeftBehind()
{
    const auto openDescriptors = [] {
        std::size_t count = 0;
        for (int descriptor = 0; descriptor < 1024; ++descriptor) {
            count += fcntl(descriptor, F_GETFD) != -1 ? 1U : 0U;
        }
        return count;
    };
    start(SOCK_SEQPACKET);
    std::size_t before = 0;
    for (int round = 0; round < 20; ++round) {
        meet();
        const FileDescriptor memory(memfd_create("shared", MFD_CLOEXEC));
        for (int i = 0; i < 10; ++i) {
            QVERIFY(sendWith(m_client.get(), "x", {memory.get()}));
        }
        QCOMPARE(receive(m_server.get()).descriptors.size(), std::size_t{1});
        m_client.reset();
        m_server.reset();
        const auto ended = static_cast<std::size_t>(round) + 1;
        QVERIFY(m_relay->log.waitFor([&](const EventLog::Items& items) {
            return static_cast<std::size_t>(
                       std::ranges::count_if(items,
                                             [](const auto& item) {
                                                 return item.template as<Disconnected>() != nullptr;
                                             }))
                   == ended;
        }));
        if (round == 0) {
            before = openDescriptors();
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(openDescriptors() <= before, 10'000);
}

int UnixRelay::resultAsNobody()
{
    const pid_t child = fork();
    if (child == 0) {
        // Only calls that a forked process may make.
        if (setresgid(nobody, nobody, nobody) != 0 || setresuid(nobody, nobody, nobody) != 0) {
            _exit(9);
        }
        const int client = connectClient();
        if (client < 0 || send(client, "hi", 2, MSG_NOSIGNAL) != 2) {
            _exit(8);
        }
        std::array<char, 8> answer{};
        const ssize_t count = recv(client, answer.data(), answer.size(), 0);
        _exit(count > 0 ? 1 : 0);
    }
    int status = -1;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// A relay of root acts as its client: the target sees who asks.
void UnixRelay::TheRelayOfRootIsItsClient()
{
    if (geteuid() != 0) {
        QSKIP("needs root to become another user");
    }
    start(SOCK_STREAM);
    QCOMPARE(chmod(m_target.c_str(), 0666), 0);
    ucred seen{};
    std::thread server([&] {
        const FileDescriptor accepted(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        socklen_t length = sizeof seen;
        getsockopt(accepted.get(), SOL_SOCKET, SO_PEERCRED, &seen, &length);
        static_cast<void>(receive(accepted.get()));
        static_cast<void>(say(accepted.get(), "hello"));
    });
    const int result = resultAsNobody();
    server.join();
    QCOMPARE(result, 1);
    QCOMPARE(seen.uid, nobody);
    QCOMPARE(seen.gid, nobody);
    // The relay itself is still root.
    QCOMPARE(geteuid(), uid_t{0});
}

/// And has no more rights than its client.
void UnixRelay::ATargetThatTheClientMayNotOpenStaysClosed()
{
    if (geteuid() != 0) {
        QSKIP("needs root to become another user");
    }
    start(SOCK_STREAM);
    QCOMPARE(chmod(m_target.c_str(), 0600), 0);
    const int result = resultAsNobody();
    QVERIFY(result == 0 || result == 8);
    const auto failed =
        m_relay->log.waitForBody<Failed>([](const auto&, const Failed&) { return true; });
    QVERIFY(failed);
    QVERIFY(failed->as<Failed>()->error.kind == ErrorKind::AccessDenied);
    // The target heard of nobody.
    const timeval moment{.tv_sec = 0, .tv_usec = 200'000};
    setsockopt(m_listener.get(), SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof moment);
    QCOMPARE(accept(m_listener.get(), nullptr, nullptr), -1);
}

void UnixRelay::AClientOfAnotherUserIsServedIfThatIsAllowed()
{
    if (geteuid() != 0) {
        QSKIP("needs root to become another user");
    }
    start(SOCK_STREAM, true);
    std::thread server([&] {
        const FileDescriptor accepted(accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        static_cast<void>(receive(accepted.get()));
        static_cast<void>(say(accepted.get(), "hello"));
    });
    const int result = resultAsNobody();
    server.join();
    QCOMPARE(result, 1);
}

PIPESCOPE_GUILESS_TEST(UnixRelay)
#include "tst_unix_relay.moc"
