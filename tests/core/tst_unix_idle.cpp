#include "backends/unix/file_descriptor.h"
#include "backends/unix/socket_options.h"
#include "pipecore/engine/engine.h"
#include "pipecore/model/pipe_name.h"
#include "runner/register.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>

#include <atomic>
#include <ctime>
#include <pthread.h>
#include <thread>

using namespace pipecore;

namespace {

/// Counts what the test waits for.
class Counts final : public EventSink
{
public:
    std::atomic<bool> opened{false};
    std::atomic<std::uint64_t> connection{0};
    std::atomic<bool> sent{false};

private:
    void onEvent(const Event& event) override
    {
        if (std::holds_alternative<EndpointOpened>(event.body)) {
            opened = true;
        } else if (std::holds_alternative<PeerConnected>(event.body)) {
            connection = event.connection.value;
        } else if (const auto* const data = std::get_if<Message>(&event.body);
                   data != nullptr && data->operation) {
            sent = true;
        }
    }
};

std::int64_t processorTimeMs(std::thread& thread)
{
    clockid_t clock = 0;
    timespec time{};
    pthread_getcpuclockid(thread.native_handle(), &clock);
    clock_gettime(clock, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

/// An engine with nothing to do takes no processor time.
class TestUnixIdle : public QObject
{
    Q_OBJECT

private slots:
    void QuietAfterAWriteThatHadToWait();
};

void TestUnixIdle::QuietAfterAWriteThatHadToWait()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("pipe")).toStdString();
    constexpr std::size_t size = std::size_t{1024} * 1024;

    Counts counts;
    auto engine = Engine::create(counts);
    QVERIFY(engine.has_value());
    ServerOptions options;
    options.name = path;
    options.mode = PipeMode::Byte;
    QVERIFY((*engine)->startServer(options).has_value());
    std::thread thread([&engine] { (*engine)->run(); });
    const auto stop = qScopeGuard([&] {
        (*engine)->requestStop();
        thread.join();
    });
    QTRY_VERIFY(counts.opened);

    const FileDescriptor client(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const auto address = SocketAddress::make(path);
    QVERIFY(address.has_value());
    QCOMPARE(::connect(client.get(), address->get(), address->length()), 0);
    QTRY_VERIFY(counts.connection != 0);

    // More than the pipe holds: the write waits until the client reads.
    QVERIFY((*engine)->send(ConnectionId{counts.connection}, Bytes(size)).has_value());
    Bytes read(size);
    QCOMPARE(::recv(client.get(), read.data(), read.size(), MSG_WAITALL), ssize_t{size});
    QTRY_VERIFY(counts.sent);

    // No event to wait for: the test is about what does not happen in this time.
    constexpr int quietMs = 300;
    const std::int64_t before = processorTimeMs(thread);
    QTest::qWait(quietMs);
    QVERIFY2(processorTimeMs(thread) - before < quietMs / 10,
             "the engine's thread spins although there is nothing to do");
}

PIPESCOPE_GUILESS_TEST(TestUnixIdle)
#include "tst_unix_idle.moc"
