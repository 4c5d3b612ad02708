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
struct Station
{
    explicit Station(const std::filesystem::path& journal)
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

/// One server that echoes, with some clients.
struct Party
{
    EndpointId server;
    std::vector<ConnectionId> clients;
};

/// What is done to an engine from outside, at random but the same in every run.
class Guests
{
public:
    explicit Guests(Station& station) : m_station(station) {}

    /// Empty when the engine refused.
    std::optional<Party> come()
    {
        const std::string name = "pipescope-soak-"
                                 + std::to_string(QCoreApplication::applicationPid()) + "-"
                                 + std::to_string(++m_parties);
        ServerOptions server;
        server.name = name;
        server.mode = m_parties % 2 == 0 ? PipeMode::Byte : PipeMode::Message;
        server.connection.echo = true;
        const auto endpoint = m_station.engine().startServer(server);
        if (!endpoint) {
            return std::nullopt;
        }
        Party party{.server = *endpoint, .clients = {}};
        for (unsigned i = 0; i <= m_random() % 4; ++i) {
            ClientOptions client;
            client.name = name;
            client.mode = server.mode;
            const auto ids = m_station.engine().connect(client);
            if (!ids) {
                return std::nullopt;
            }
            party.clients.push_back(ids->connection);
        }
        return party;
    }
    /// Mostly small messages, some large ones. The engine may refuse while a client is not connected
    /// yet, or has enough to send.
    void talk(const Party& party)
    {
        static constexpr std::size_t sizes[] = {1, 64, 64, 64, 64, 200, 1000, 2000};
        constexpr std::size_t large = 100'000;
        for (const ConnectionId client : party.clients) {
            for (unsigned i = 0; i < 5; ++i) {
                const bool isLarge = m_random() % 256 == 0;
                Bytes payload(isLarge ? large : sizes[m_random() % std::size(sizes)],
                              static_cast<std::byte>(m_random()));
                if (m_station.engine().send(client, std::move(payload))) {
                    ++m_sent;
                }
            }
        }
    }
    void leave(const Party& party)
    {
        const auto mode = m_random() % 2 == 0 ? CloseMode::Graceful : CloseMode::Abortive;
        for (const ConnectionId client : party.clients) {
            (void)m_station.engine().close(client, mode);
        }
        (void)m_station.engine().closeEndpoint(party.server, CloseMode::Abortive);
    }
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }

private:
    Station& m_station;
    std::mt19937 m_random{4711};
    std::uint64_t m_parties = 0;
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
        Station station(journal);
        QVERIFY(station.isServing);
        Guests guests(station);
        std::mt19937 random(7);
        const auto host = guests.come();
        QVERIFY(host);

        // A filter is on all the time and takes up the rows as they come.
        const auto filter = Filter::parse("len > 50000 || data[0] == 7f && latency");
        QVERIFY(filter);
        FilterRun filtered(station.recorder(), *filter);
        const qint64 duration = soakMs();
        qint64 warmBytes = 0;
        std::uint64_t warmRows = 0;
        std::size_t warmConnections = 0;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < duration) {
            const auto party = guests.come();
            QVERIFY(party);
            for (int i = 0; i < 4; ++i) {
                QTest::qWait(40);
                guests.talk(*party);
                guests.talk(*host);
            }
            QVERIFY(looksRight(station.recorder(), random));
            filtered.extendTo(station.recorder().rowCount());
            guests.leave(*party);
            // Buffers have grown by then.
            if (warmBytes == 0 && clock.elapsed() > duration / 5) {
                warmBytes = residentBytes();
                warmRows = station.recorder().rowCount();
                warmConnections = station.recorder().facts().snapshot().connections.size();
            }
        }
        const qint64 grown = residentBytes() - warmBytes;
        const auto rows = static_cast<qint64>(station.recorder().rowCount() - warmRows);
        const auto connections = static_cast<qint64>(
            station.recorder().facts().snapshot().connections.size() - warmConnections);
        qInfo("%lld messages sent, %lld rows and %lld connections later memory grew by %lld KiB",
              static_cast<long long>(guests.sent()), static_cast<long long>(rows),
              static_cast<long long>(connections), static_cast<long long>(grown / 1024));
        // What there is to remember: 16 bytes a row, and the facts of connections and endpoints.
        [[maybe_unused]] constexpr qint64 slack = qint64{32} * 1024 * 1024;
#ifndef PIPESCOPE_SANITIZED
        QVERIFY(grown <= rows * 16 + connections * 4096 + slack);
#endif
        guests.leave(*host);
        station.stop();
        filtered.extendTo(station.recorder().rowCount());
        QVERIFY(filtered.waitUntilDone(std::chrono::minutes(1)));
        QVERIFY(!filtered.progress().problem);

        QVERIFY(guests.sent() > 0);
        const auto& recorder = station.recorder();
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
