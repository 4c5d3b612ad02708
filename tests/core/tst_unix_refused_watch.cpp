#include "backends/unix/overflow_buffer.h"
#include "backends/unix/poller.h"
#include "backends/unix/unix_listener.h"
#include "runner/register.h"
#include "unix_socket.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

using namespace pipecore;

namespace {

using namespace std::chrono_literals;

/// A server's parts without an engine, so that the test can take a descriptor's place.
struct Parts
{
    Parts()
        : poller(std::move(*Poller::create()))
        , accounts([](const std::string& id) -> Result<std::string> { return id; })
        , inquiries([] {})
    {
        ServerOptions options;
        options.mode = PipeMode::Byte;
        path = folder.filePath(QStringLiteral("pipe")).toStdString();
        listenerFile = nextDescriptor();
        listener =
            std::move(*UnixListener::open(*poller, overflow, accounts, inquiries, path, options));
        channel = std::move(*listener->createInstance());
    }

    /// The number that the next descriptor of this process gets.
    static int nextDescriptor()
    {
        const int next = ::dup(0);
        ::close(next);
        return next;
    }

    /// Puts a regular file in the place of a descriptor: epoll_ctl(2) refuses it with EPERM.
    static void replaceByAFile(int descriptor)
    {
        const FileDescriptor file(::open("/proc/self/exe", O_RDONLY | O_CLOEXEC));
        ::dup3(file.get(), descriptor, O_CLOEXEC);
    }

    Completion next()
    {
        std::vector<Completion> completions;
        for (int i = 0; i < 100 && completions.empty(); ++i) {
            poller->wait(completions, 100ms);
        }
        return completions.empty() ? Completion{} : completions.front();
    }

    QTemporaryDir folder;
    std::string path;
    std::unique_ptr<Poller> poller;
    OverflowBuffer overflow;
    AccountNames accounts;
    InquiryThread inquiries;
    int listenerFile = -1;
    std::unique_ptr<UnixListener> listener;
    std::unique_ptr<Channel> channel;
};

} // namespace

/// The system refuses to watch a descriptor (out of memory or of watches): what waits for it ends with
/// the error, and does not wait for ever.
class TestUnixRefusedWatch : public QObject
{
    Q_OBJECT

private slots:
    void RefusedReadIsReported()
    {
        Parts parts;
        QVERIFY(parts.channel->accept().has_value());
        const FileDescriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const auto address = SocketAddress::make(parts.path);
        QCOMPARE(::connect(client.get(), address->get(), address->length()), 0);
        const int accepted = Parts::nextDescriptor();
        const Completion arrival = parts.next();
        QVERIFY(arrival.channel == parts.channel.get() && !arrival.error);

        Parts::replaceByAFile(accepted);
        QVERIFY(parts.channel->read(100).has_value());
        const Completion read = parts.next();
        QVERIFY(read.channel == parts.channel.get());
        QVERIFY(read.kind == OperationKind::Read);
        QVERIFY(read.error.has_value());
        QCOMPARE(read.error->code, std::uint32_t{EPERM});
        QVERIFY(read.error->api == "epoll_ctl");
    }

    void RefusedListeningIsReported()
    {
        Parts parts;
        Parts::replaceByAFile(parts.listenerFile);
        QVERIFY(parts.channel->accept().has_value());
        const Completion completion = parts.next();
        QVERIFY(completion.channel == parts.channel.get());
        QVERIFY(completion.kind == OperationKind::Accept);
        QVERIFY(completion.error.has_value());
        QCOMPARE(completion.error->code, std::uint32_t{EPERM});
        // The channel can accept again.
        QVERIFY(parts.channel->accept().has_value());
        QVERIFY(parts.next().error.has_value());
    }
};

PIPESCOPE_GUILESS_TEST(TestUnixRefusedWatch)
#include "tst_unix_refused_watch.moc"
