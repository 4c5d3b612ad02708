// Peers that do much of what costs them little. PIPESCOPE_FLOOD_SECONDS says how long instead of 1 second.

#include "backends/unix/file_descriptor.h"
#include "backends/unix/socket_options.h"
#include "pipecore/engine/engine.h"
#include "pipecore/engine/event_queue.h"
#include "runner/register.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <memory>
#include <thread>
#include <variant>
#include <vector>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

std::chrono::seconds floodTime()
{
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("PIPESCOPE_FLOOD_SECONDS", &isNumber);
    return std::chrono::seconds(isNumber && seconds > 0 ? seconds : 1);
}

/// Memory of this process in bytes.
qint64 residentBytes()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            if (line.startsWith("VmRSS:")) {
                return line.mid(6).replace("kB", "").trimmed().toLongLong() * 1024;
            }
        }
    }
    return 0;
}

/// A server whose consumer takes nothing until it is told to.
class Flooded
{
public:
    Flooded(const std::string& path, PipeMode mode, std::size_t limit) : m_queue(limit)
    {
        auto engine = Engine::create(m_queue);
        if (!engine) {
            qFatal("no engine");
        }
        m_engine = std::move(*engine);
        m_queue.setRoomAgain([this] { m_engine->resumeReading(); });
        m_thread = std::thread([this] { m_engine->run(); });
        ServerOptions options;
        options.name = path;
        options.mode = mode;
        static_cast<void>(m_engine->startServer(options));
    }
    ~Flooded()
    {
        m_engine->requestStop();
        m_thread.join();
    }
    EventQueue& queue() { return m_queue; }
    Engine& engine() { return *m_engine; }

private:
    EventQueue m_queue;
    std::unique_ptr<Engine> m_engine;
    std::thread m_thread;
};

FileDescriptor connectTo(const std::string& path, PipeMode mode)
{
    const auto address = SocketAddress::make(path);
    FileDescriptor socket(::socket(
        AF_UNIX,
        (mode == PipeMode::Byte ? SOCK_STREAM : SOCK_SEQPACKET) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    return ::connect(socket.get(), address->get(), address->length()) == 0 ? std::move(socket)
                                                                           : FileDescriptor();
}

} // namespace

/// Memory stays within its bound, whatever peers do while the consumer stands still or works.
class UnixFloodsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_path = m_folder.filePath(QStringLiteral("p%1").arg(++m_number)).toStdString(); }

    void SmallMessages_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("standing");
        QTest::newRow("empty, nobody takes them") << 0 << true;
        QTest::newRow("a byte, nobody takes them") << 1 << true;
        QTest::newRow("empty, taken") << 0 << false;
        QTest::newRow("a byte, taken") << 1 << false;
    }
    void SmallMessages()
    {
        QFETCH(const int, size);
        QFETCH(const bool, standing);
        constexpr std::size_t limit = std::size_t{4} * 1024 * 1024;
        Flooded server(m_path, PipeMode::Message, limit);
        FileDescriptor client;
        QTRY_VERIFY((client = connectTo(m_path, PipeMode::Message)));
        const auto end = std::chrono::steady_clock::now() + floodTime();
        const auto warm = std::chrono::steady_clock::now() + floodTime() / 4;
        qint64 warmBytes = 0;
        std::uint64_t sent = 0;
        const char byte = 'x';
        while (std::chrono::steady_clock::now() < end) {
            for (int i = 0; i < 1000; ++i) {
                sent += ::send(client.get(), &byte, std::size_t(size), MSG_NOSIGNAL) == size;
            }
            if (!standing) {
                server.queue().recycle(server.queue().take());
            }
            if (warmBytes == 0 && std::chrono::steady_clock::now() > warm) {
                warmBytes = residentBytes();
            }
        }
        const qint64 grown = residentBytes() - warmBytes;
        qInfo("%llu messages, memory grew by %lld KiB", static_cast<unsigned long long>(sent),
              static_cast<long long>(grown / 1024));
        QVERIFY(sent > 1000);
        QVERIFY(server.queue().take().bytes <= limit + 1024 * 1024);
#ifndef PIPESCOPE_SANITIZED
        QVERIFY(grown < qint64{24} * 1024 * 1024);
#endif
    }

    void ClientsThatComeAndGoWhileTheConsumerStands()
    {
        constexpr std::size_t limit = std::size_t{256} * 1024;
        Flooded server(m_path, PipeMode::Byte, limit);
        QTRY_VERIFY(connectTo(m_path, PipeMode::Byte));
        const auto end = std::chrono::steady_clock::now() + floodTime();
        const auto warm = std::chrono::steady_clock::now() + floodTime() / 4;
        qint64 warmBytes = 0;
        std::uint64_t came = 0;
        while (std::chrono::steady_clock::now() < end) {
            came += connectTo(m_path, PipeMode::Byte) ? 1U : 0U;
            if (warmBytes == 0 && std::chrono::steady_clock::now() > warm) {
                warmBytes = residentBytes();
            }
        }
        const qint64 grown = residentBytes() - warmBytes;
        qInfo("%llu clients, memory grew by %lld KiB", static_cast<unsigned long long>(came),
              static_cast<long long>(grown / 1024));
        QVERIFY(came > 100);
#ifndef PIPESCOPE_SANITIZED
        QVERIFY(grown < qint64{24} * 1024 * 1024);
#endif
        // Some rows of the client that filled it are still to come.
        const EventBatch batch = server.queue().take();
        QVERIFY2(batch.bytes <= 2 * limit, qPrintable(QString::number(batch.bytes)));
        // And then they are let in again.
        bool isIn = false;
        const auto connects = [&] {
            const EventBatch more = server.queue().take();
            isIn = isIn || std::ranges::any_of(more.events, [](const Event& event) {
                       return std::holds_alternative<PeerConnected>(event.body);
                   });
            return isIn;
        };
        FileDescriptor late;
        QTRY_VERIFY((late = connectTo(m_path, PipeMode::Byte)));
        QTRY_VERIFY(connects());
    }

    void QuestionsAboutClientsThatComeAndGo()
    {
        Flooded server(m_path, PipeMode::Byte, std::size_t{4} * 1024 * 1024);
        QTRY_VERIFY(connectTo(m_path, PipeMode::Byte));
        const auto end = std::chrono::steady_clock::now() + floodTime();
        const auto warm = std::chrono::steady_clock::now() + floodTime() / 4;
        qint64 warmBytes = 0;
        std::uint64_t asked = 0;
        while (std::chrono::steady_clock::now() < end) {
            const FileDescriptor client = connectTo(m_path, PipeMode::Byte);
            EventBatch batch = server.queue().take();
            for (const Event& event : batch.events) {
                if (std::holds_alternative<PeerConnected>(event.body)) {
                    asked += server.engine().identifyClient(event.connection) ? 1U : 0U;
                }
            }
            server.queue().recycle(std::move(batch));
            if (warmBytes == 0 && std::chrono::steady_clock::now() > warm) {
                warmBytes = residentBytes();
            }
        }
        const qint64 grown = residentBytes() - warmBytes;
        qInfo("%llu questions, memory grew by %lld KiB", static_cast<unsigned long long>(asked),
              static_cast<long long>(grown / 1024));
        QVERIFY(asked > 10);
#ifndef PIPESCOPE_SANITIZED
        QVERIFY(grown < qint64{24} * 1024 * 1024);
#endif
    }

    void ServerWithoutALimitSaysItsBound()
    {
        Flooded server(m_path, PipeMode::Byte, std::size_t{64} * 1024 * 1024);
        QTRY_VERIFY(connectTo(m_path, PipeMode::Byte));
        std::vector<FileDescriptor> clients;
        std::size_t connected = 0;
        std::size_t said = 0;
        const auto count = [&] {
            EventBatch batch = server.queue().take();
            for (const Event& event : batch.events) {
                const auto* const failed = std::get_if<Failed>(&event.body);
                connected += std::holds_alternative<PeerConnected>(event.body) ? 1U : 0U;
                connected -= std::holds_alternative<Disconnected>(event.body) ? 1U : 0U;
                said += failed != nullptr && failed->error.kind == ErrorKind::InstanceLimit;
            }
            return connected;
        };
        // This process holds both ends.
        rlimit limits{};
        QVERIFY(getrlimit(RLIMIT_NOFILE, &limits) == 0);
        limits.rlim_cur = std::min<rlim_t>(limits.rlim_max, 4096);
        if (setrlimit(RLIMIT_NOFILE, &limits) != 0
            || limits.rlim_cur < 2 * maxUnlimitedClients + 100) {
            QSKIP("this process may not open enough descriptors");
        }
        while (clients.size() < maxUnlimitedClients + 20) {
            if (FileDescriptor client = connectTo(m_path, PipeMode::Byte)) {
                clients.push_back(std::move(client));
            }
            count();
        }
        QTRY_COMPARE((count(), said), std::size_t{1});
        QCOMPARE(connected, std::size_t{maxUnlimitedClients});
        // A client leaves, and a waiting one comes in.
        clients.erase(clients.begin());
        QTRY_COMPARE(count(), std::size_t{maxUnlimitedClients});
        QTest::qWait(50);
        count();
        QCOMPARE(said, std::size_t{1});
    }

    void OutOfDescriptorsIsSaidOnceAndTriedAgain()
    {
        Flooded server(m_path, PipeMode::Byte, std::size_t{64} * 1024 * 1024);
        FileDescriptor first;
        const auto isUp = [&] {
            first = first ? std::move(first) : connectTo(m_path, PipeMode::Byte);
            return bool(first);
        };
        QTRY_VERIFY(isUp());
        std::size_t connected = 0;
        std::size_t said = 0;
        const auto count = [&] {
            for (const Event& event : server.queue().take().events) {
                const auto* const failed = std::get_if<Failed>(&event.body);
                connected += std::holds_alternative<PeerConnected>(event.body) ? 1U : 0U;
                said += failed != nullptr && failed->error.code == EMFILE;
            }
        };
        QTRY_VERIFY((count(), connected == 1));
        // The client's socket is made, and then no further one can be, which accept4(2) would need.
        rlimit before{};
        QVERIFY(getrlimit(RLIMIT_NOFILE, &before) == 0);
        FileDescriptor client;
        {
            const auto address = SocketAddress::make(m_path);
            client = FileDescriptor(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
            rlimit none = before;
            none.rlim_cur = 0;
            QVERIFY(setrlimit(RLIMIT_NOFILE, &none) == 0);
            const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_NOFILE, &before); });
            QCOMPARE(::connect(client.get(), address->get(), address->length()), 0);
            QTRY_VERIFY((count(), said != 0));
            QTest::qWait(1200); // It is tried again every half second.
            count();
            QCOMPARE(said, std::size_t{1});
            QCOMPARE(connected, std::size_t{1});
        }
        QTRY_VERIFY((count(), connected == 2));
        QCOMPARE(said, std::size_t{1});
    }

    void TheFileHasItsModeFromTheFirstMomentOn()
    {
        const mode_t before = ::umask(0);
        std::atomic<bool> over = false;
        std::atomic<unsigned> seen = 0;
        std::atomic<unsigned> looks = 0;
        std::thread watcher([&] {
            struct stat facts
            {};
            while (!over) {
                if (::stat(m_path.c_str(), &facts) == 0) {
                    seen |= facts.st_mode & 0777U;
                    ++looks;
                }
            }
        });
        for (int i = 0; i < 300; ++i) {
            EventQueue queue;
            auto engine = Engine::create(queue);
            QVERIFY(engine);
            std::thread thread([&] { (*engine)->run(); });
            ServerOptions options;
            options.name = m_path;
            options.mode = PipeMode::Byte;
            options.fileMode = 0600;
            static_cast<void>((*engine)->startServer(options));
            (*engine)->requestStop();
            thread.join();
        }
        over = true;
        watcher.join();
        ::umask(before);
        QVERIFY(looks > 0);
        QCOMPARE(seen.load(), 0600U);
    }

private:
    QTemporaryDir m_folder;
    std::string m_path;
    int m_number = 0;
};

PIPESCOPE_GUILESS_TEST(UnixFloodsTest)
#include "tst_unix_floods.moc"
