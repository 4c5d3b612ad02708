// Real errors of the kernel: each situation that the explainer describes is brought about, and the
// explanation of the code that comes out must have the cause that was brought about.
#include "backends/unix/file_descriptor.h"
#include "pipecore/explain/explain.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string>

using namespace pipecore;

namespace {

using Socket = FileDescriptor;

Socket makeSocket(int type = SOCK_STREAM)
{
    return Socket(socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
}

sockaddr_un addressOf(const std::string& path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    return address;
}

/// 0 or the errno.
int bindTo(const Socket& end, const std::string& path)
{
    const sockaddr_un address = addressOf(path);
    return bind(end.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
               ? 0
               : errno;
}
int connectTo(const Socket& end, const std::string& path)
{
    const sockaddr_un address = addressOf(path);
    return connect(end.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0
               ? 0
               : errno;
}
int sendTo(const Socket& end, std::size_t size = 1)
{
    const std::string data(size, 'x');
    return send(end.get(), data.data(), data.size(), MSG_NOSIGNAL) >= 0 ? 0 : errno;
}
int receiveFrom(const Socket& end)
{
    std::array<char, 16> data{};
    return recv(end.get(), data.data(), data.size(), 0) >= 0 ? 0 : errno;
}
int listenOn(const Socket& end)
{
    return listen(end.get(), 0) == 0 ? 0 : errno;
}
Socket acceptFrom(const Socket& end)
{
    return Socket(accept(end.get(), nullptr, nullptr));
}

/// The explanation of `code` from `call` has a cause with these words.
bool isExplained(int code, std::string_view call, std::string_view words)
{
    const Explanation found = explain({.domain = ErrorDomain::Errno,
                                       .code = static_cast<std::uint32_t>(code),
                                       .api = call,
                                       .detail = {}});
    return std::ranges::any_of(found.causes, [words](const Cause& cause) {
        return cause.text.find(words) != std::string_view::npos;
    });
}

} // namespace

class TestUnixErrors : public QObject
{
    Q_OBJECT

private slots:
    void ConnectingToWhatDoesNotListen()
    {
        QCOMPARE(connectTo(makeSocket(), path("none")), ENOENT);
        QVERIFY(isExplained(ENOENT, "connect", "has not started"));
        QFile file(QString::fromStdString(path("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(connectTo(makeSocket(), path("file")), ECONNREFUSED);
        QVERIFY(isExplained(ECONNREFUSED, "connect", "not a socket"));
        const Socket bound = makeSocket();
        QCOMPARE(bindTo(bound, path("bound")), 0);
        QCOMPARE(connectTo(makeSocket(), path("bound")), ECONNREFUSED);
        QVERIFY(isExplained(ECONNREFUSED, "connect", "does not listen yet"));
    }

    void BindingToATakenPath()
    {
        const Socket bound = makeSocket();
        QCOMPARE(bindTo(bound, path("taken")), 0);
        QCOMPARE(bindTo(bound, path("again")), EINVAL);
        QVERIFY(isExplained(EINVAL, "bind", "can be bound only once"));
        QCOMPARE(bindTo(makeSocket(), path("taken")), EADDRINUSE);
        QVERIFY(isExplained(EADDRINUSE, "bind", "left its socket file behind"));
        QCOMPARE(bindTo(makeSocket(), path("no/folder")), ENOENT);
        QVERIFY(isExplained(ENOENT, "bind", "folder of the socket does not exist"));
        QCOMPARE(bindTo(makeSocket(), path("taken/x")), ENOTDIR);
        QVERIFY(isExplained(ENOTDIR, "bind", "is a file, not a folder"));
    }

    void CallsInTheWrongState()
    {
        const Socket fresh = makeSocket();
        QCOMPARE(accept(fresh.get(), nullptr, nullptr), -1);
        QCOMPARE(errno, EINVAL);
        QVERIFY(isExplained(EINVAL, "accept", "does not listen"));
        QCOMPARE(listenOn(fresh), EINVAL);
        QVERIFY(isExplained(EINVAL, "listen", "no path yet"));
        QCOMPARE(receiveFrom(fresh), EINVAL);
        QVERIFY(isExplained(EINVAL, "recv", "not connected"));
        QCOMPARE(sendTo(fresh), ENOTCONN);
        QVERIFY(isExplained(ENOTCONN, "send", "was not established"));
        QCOMPARE(listenOn(makeSocket(SOCK_DGRAM)), EOPNOTSUPP);
        QVERIFY(isExplained(EOPNOTSUPP, "listen", "Datagram"));
    }

    void FullBacklogIsTryAgainAlsoAfterATime()
    {
        const Socket server = listening("full");
        const Socket first = makeSocket();
        QCOMPARE(connectTo(first, path("full")), 0);
        QCOMPARE(connectTo(makeSocket(SOCK_STREAM | SOCK_NONBLOCK), path("full")), EAGAIN);
        const Socket patient = makeSocket();
        const timeval time{.tv_sec = 0, .tv_usec = 20'000};
        QCOMPARE(setsockopt(patient.get(), SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time), 0);
        QCOMPARE(connectTo(patient, path("full")), EAGAIN); // and not ETIMEDOUT
        QVERIFY(isExplained(EAGAIN, "connect", "SO_SNDTIMEO"));
    }

    void OtherTypeOfSocket()
    {
        const Socket server = listening("stream");
        QCOMPARE(connectTo(makeSocket(SOCK_SEQPACKET), path("stream")), EPROTOTYPE);
        QVERIFY(isExplained(EPROTOTYPE, "connect", "byte mode (SOCK_STREAM)"));
    }

    void HowTheOtherEndLeft()
    {
        const Socket server = listening("left");
        const Socket client = makeSocket();
        QCOMPARE(connectTo(client, path("left")), 0);
        Socket accepted = acceptFrom(server);
        QCOMPARE(connectTo(client, path("left")), EISCONN);
        QCOMPARE(sendTo(client), 0);
        accepted = Socket(); // with what the client sent unread
        QCOMPARE(receiveFrom(client), ECONNRESET);
        QVERIFY(isExplained(ECONNRESET, "recv", "unread data"));
        QCOMPARE(sendTo(client), EPIPE);
        QVERIFY(isExplained(EPIPE, "send", "closed its end"));
    }

    void ListenerThatClosesLeavesTheWaitingAlone()
    {
        Socket server = listening("gone");
        const Socket client = makeSocket();
        QCOMPARE(connectTo(client, path("gone")), 0);
        server = Socket();
        QCOMPARE(receiveFrom(client), ECONNRESET);
        QVERIFY(isExplained(ECONNRESET, "recv", "before it accepted"));
        QCOMPARE(sendTo(client), EPIPE); // sending says something else
        QVERIFY(isExplained(EPIPE, "send", "before it accepted"));
        QVERIFY(!isExplained(ECONNRESET, "send", "before it accepted"));
    }

    void MessageBeyondTheBuffer()
    {
        std::array<int, 2> ends{};
        QCOMPARE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.data()), 0);
        const Socket one(ends[0]);
        const Socket other(ends[1]);
        const int size = 4096;
        QCOMPARE(setsockopt(one.get(), SOL_SOCKET, SO_SNDBUF, &size, sizeof size), 0);
        QCOMPARE(sendTo(one, 1'000'000), EMSGSIZE);
        QVERIFY(isExplained(EMSGSIZE, "send", "send buffer"));
        QCOMPARE(shutdown(one.get(), SHUT_WR), 0);
        QCOMPARE(sendTo(one), EPIPE);
        QVERIFY(isExplained(EPIPE, "send", "shutdown for writing"));
    }

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QLatin1String(name)).toStdString();
    }
    /// A server with room for one client that waits.
    [[nodiscard]] Socket listening(const char* name) const
    {
        Socket server = makeSocket();
        if (bindTo(server, path(name)) != 0 || listenOn(server) != 0) {
            qFatal("no server");
        }
        return server;
    }

    QTemporaryDir m_folder;
};

PIPESCOPE_APPLESS_TEST(TestUnixErrors)
#include "tst_unix_errors.moc"
