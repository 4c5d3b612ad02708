// Mixed traffic for a long time. PIPESCOPE_SOAK_SECONDS says how long instead of 5 seconds.

#include "session_script.h"

#include "pipecore/filter/filter_run.h"
#include "pipecore/live/live_session.h"
#include "runner/register.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <random>

using namespace pipecore;

namespace {

qint64 soakMs()
{
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("PIPESCOPE_SOAK_SECONDS", &isNumber);
    return 1000 * (isNumber && seconds > 0 ? seconds : 5);
}

/// Memory of this process in bytes; 0 where that is not known.
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

/// A live session, as the program has it.
struct SoakSession
{
    explicit SoakSession(const std::filesystem::path& journal)
        : isServing(session.recordTo(journal) && session.start())
    {}

    [[nodiscard]] Engine& engine() { return session.engine(); }
    [[nodiscard]] const Recorder& recorder() const { return *session.recorder(); }
    void stop()
    {
        session.requestStop();
        session.waitForEnd();
    }

    LiveSession session{std::make_unique<ThreadRunner>()};
    const bool isServing;
};

/// An echoing server with some clients.
struct EchoGroup
{
    EndpointId server;
    std::vector<ConnectionId> clients;
};

/// Random operations on an engine, the same in every run.
class RandomLoad
{
public:
    explicit RandomLoad(SoakSession& session) : m_session(session) {}

    /// Empty when the engine refused.
    std::optional<EchoGroup> startGroup()
    {
        const std::string name = "pipescope-soak-"
                                 + std::to_string(QCoreApplication::applicationPid()) + "-"
                                 + std::to_string(++m_groups);
        ServerOptions server;
        server.name = name;
        server.mode = m_groups % 2 == 0 ? PipeMode::Byte : PipeMode::Message;
        server.connection.echo = true;
        const auto endpoint = m_session.engine().startServer(server);
        if (!endpoint) {
            return std::nullopt;
        }
        EchoGroup group{.server = *endpoint, .clients = {}};
        for (unsigned i = 0; i <= m_random() % 4; ++i) {
            ClientOptions client;
            client.name = name;
            client.mode = server.mode;
            const auto ids = m_session.engine().connect(client);
            if (!ids) {
                return std::nullopt;
            }
            group.clients.push_back(ids->connection);
        }
        return group;
    }
    /// Mostly small messages, some large ones. The engine may refuse while a client is not connected
    /// yet, or has enough to send.
    void talk(const EchoGroup& group)
    {
        static constexpr std::size_t sizes[] = {1, 64, 64, 64, 64, 200, 1000, 2000};
        constexpr std::size_t large = 100'000;
        for (const ConnectionId client : group.clients) {
            for (unsigned i = 0; i < 5; ++i) {
                const bool isLarge = m_random() % 256 == 0;
                Bytes payload(isLarge ? large : sizes[m_random() % std::size(sizes)],
                              static_cast<std::byte>(m_random()));
                if (m_session.engine().send(client, std::move(payload))) {
                    ++m_sent;
                }
            }
        }
    }
    void leave(const EchoGroup& group)
    {
        const auto mode = m_random() % 2 == 0 ? CloseMode::Graceful : CloseMode::Abortive;
        for (const ConnectionId client : group.clients) {
            (void)m_session.engine().close(client, mode);
        }
        (void)m_session.engine().closeEndpoint(group.server, CloseMode::Abortive);
    }
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }

private:
    SoakSession& m_session;
    std::mt19937 m_random{4711};
    std::uint64_t m_groups = 0;
    std::uint64_t m_sent = 0;
};

/// As a window would: some rows from all over the session.
bool looksRight(const RecordSource& source, std::mt19937& random)
{
    const std::uint64_t rows = source.rowCount();
    for (int i = 0; i < 60 && rows != 0; ++i) {
        if (!source.read(random() % rows, 256)) {
            return false;
        }
    }
    return !source.facts().snapshot().endpoints.empty();
}

} // namespace

/// Hours of use in a short time: nothing grows but what there is to remember.
class SoakTest : public QObject
{
    Q_OBJECT

private slots:
    void EndpointsComeAndGoAndMemoryStaysFlat()
    {
        QTemporaryDir folder;
        const auto journal = toPath(folder.filePath(QStringLiteral("soak.pcapng")));
        SoakSession session(journal);
        QVERIFY(session.isServing);
        RandomLoad load(session);
        std::mt19937 random(7);
        const auto host = load.startGroup();
        QVERIFY(host);

        // A filter is on all the time and takes up the rows as they come.
        const auto filter = Filter::parse("len > 50000 || data[0] == 7f && latency");
        QVERIFY(filter);
        FilterRun filtered(session.recorder(), *filter);
        const qint64 duration = soakMs();
        qint64 warmBytes = 0;
        std::uint64_t warmRows = 0;
        std::size_t warmConnections = 0;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < duration) {
            const auto group = load.startGroup();
            QVERIFY(group);
            for (int i = 0; i < 4; ++i) {
                QTest::qWait(40);
                load.talk(*group);
                load.talk(*host);
            }
            QVERIFY(looksRight(session.recorder(), random));
            filtered.extendTo(session.recorder().rowCount());
            load.leave(*group);
            // Buffers have grown by then.
            if (warmBytes == 0 && clock.elapsed() > duration / 5) {
                warmBytes = residentBytes();
                warmRows = session.recorder().rowCount();
                warmConnections = session.recorder().facts().snapshot().connections.size();
            }
        }
        const qint64 grown = residentBytes() - warmBytes;
        const auto rows = static_cast<qint64>(session.recorder().rowCount() - warmRows);
        const auto connections = static_cast<qint64>(
            session.recorder().facts().snapshot().connections.size() - warmConnections);
        qInfo("%lld messages sent, %lld rows and %lld connections later memory grew by %lld KiB",
              static_cast<long long>(load.sent()), static_cast<long long>(rows),
              static_cast<long long>(connections), static_cast<long long>(grown / 1024));
        // Expected growth: 16 bytes a row, and the facts of connections and endpoints.
        [[maybe_unused]] constexpr qint64 slack = qint64{32} * 1024 * 1024;
#ifndef PIPESCOPE_SANITIZED
        QVERIFY(grown <= rows * 16 + connections * 4096 + slack);
#endif
        load.leave(*host);
        session.stop();
        filtered.extendTo(session.recorder().rowCount());
        QVERIFY(filtered.waitUntilDone(std::chrono::minutes(1)));
        QVERIFY(!filtered.progress().problem);

        QVERIFY(load.sent() > 0);
        const auto& recorder = session.recorder();
        QVERIFY(!recorder.status().problem);
        QCOMPARE(recorder.status().lostRecords, std::uint64_t{0});
        QCOMPARE(recorder.facts().totals().endpoints, std::uint64_t{0});
        QCOMPARE(recorder.facts().totals().connections, std::uint64_t{0});
        const auto file = SessionFile::open(journal);
        QVERIFY(file && !(*file)->report().problem);
        QCOMPARE((*file)->rowCount(), recorder.rowCount());
        QCOMPARE(difference((*file)->facts(), recorder.facts()), QString());
        FilterRun again(**file, *filter);
        QVERIFY(again.waitUntilDone(std::chrono::minutes(1)));
        QVERIFY(again.matches().size() > 0);
        QCOMPARE(filtered.matches().size(), again.matches().size());
    }
};

PIPESCOPE_GUILESS_TEST(SoakTest)
#include "tst_soak.moc"
