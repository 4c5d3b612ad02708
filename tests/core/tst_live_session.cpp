#include "pipecore/live/live_session.h"

#include "event_log.h"
#include "fake_backend.h"
#include "no_more_threads.h"
#include "runner/register.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <semaphore>
#include <string>
#include <thread>
#include <type_traits>
#include <vector>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

// IDs from a file cannot be used as live ones.
static_assert(!std::is_constructible_v<LiveConnection, ConnectionId>);
static_assert(!std::is_constructible_v<LiveEndpoint, EndpointId>);

/// A system that has no thread left.
class RefusingRunner final : public Runner
{
public:
    Result<void> launch(std::function<void()> /*work*/) override
    {
        return refuse("no thread for the engine", ErrorKind::Resources);
    }
    void waitForEnd() override {}
};

/// The next outcome, for a test to wait for.
class OutcomeWaiter
{
public:
    [[nodiscard]] WhenDone done()
    {
        return [this](const Outcome& outcome) {
            m_outcome = outcome;
            m_thread = std::this_thread::get_id();
            m_came.release();
        };
    }
    /// Empty when it does not come.
    [[nodiscard]] std::optional<Outcome> wait()
    {
        return m_came.try_acquire_for(EventLog::patience) ? std::optional(m_outcome) : std::nullopt;
    }
    [[nodiscard]] std::thread::id thread() const { return m_thread; }

private:
    Outcome m_outcome;
    std::thread::id m_thread;
    std::counting_semaphore<> m_came{0};
};

/// A session on pipes in memory.
class Station
{
public:
    explicit Station(std::unique_ptr<Runner> runner = std::make_unique<ThreadRunner>())
        : session(std::move(runner))
    {
        session.setBackend(std::make_unique<FakeBackend>(std::make_shared<FakePipes>()));
        session.setListener(log);
    }
    [[nodiscard]] std::filesystem::path file() const
    {
        return std::filesystem::path(folder.path().toStdU16String()) / "session.pcapng";
    }
    /// An echoing server and a client that is connected.
    [[nodiscard]] std::optional<Operations::Client> startEcho()
    {
        ServerOptions server;
        server.name = "live-session";
        server.connection.echo = true;
        OutcomeWaiter opened;
        if (!session.operations().startServer(server, opened.done()) || !opened.wait()) {
            return std::nullopt;
        }
        ClientOptions client;
        client.name = server.name;
        OutcomeWaiter connected;
        const auto ids = session.operations().connect(client, connected.done());
        const auto outcome = connected.wait();
        if (!ids || !outcome || outcome->failure() != nullptr) {
            return std::nullopt;
        }
        return *ids;
    }

    QTemporaryDir folder;
    EventLog log;
    LiveSession session;
};

} // namespace

class LiveSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void OutcomesComeBackToWhoAsked()
    {
        Station station;
        QVERIFY(station.session.start());
        const auto client = station.startEcho();
        QVERIFY(client);
        Operations& operations = station.session.operations();

        OutcomeWaiter sent;
        OutcomeWaiter facts;
        const auto operation = operations.send(client->connection, toBytes("hello"), sent.done());
        QVERIFY(operation);
        QVERIFY(operations.readFacts(client->connection, facts.done()));
        const auto outcome = sent.wait();
        QVERIFY(outcome && outcome->failure() == nullptr);
        QCOMPARE(outcome->operation, *operation);
        QCOMPARE(outcome->connection, client->connection.id());
        QVERIFY(std::holds_alternative<FactsRead>(facts.wait()->body));

        OutcomeWaiter gone;
        QVERIFY(operations.close(client->connection, CloseMode::Graceful, gone.done()));
        QVERIFY(std::holds_alternative<Disconnected>(gone.wait()->body));
        OutcomeWaiter late;
        QVERIFY(operations.send(client->connection, toBytes("late"), late.done()));
        const auto failed = late.wait();
        QVERIFY(failed && failed->failure() != nullptr);
        QCOMPARE(failed->failure()->error.kind, ErrorKind::NoSuchTarget);
    }

    /// The engine ends the conversations, who waits is told, the recorder has it all and has closed its
    /// file, and then it is said that it is over.
    void EndHasItsOrder()
    {
        Station station;
        std::vector<std::string> order;
        std::optional<std::uint64_t> rowsInFile;
        bool isWhole = false;
        station.log.setHook([&](const Event& event) {
            if (std::holds_alternative<EndpointClosed>(event.body)) {
                order.emplace_back("closed");
            }
        });
        station.session.setAtEnd([&] {
            order.emplace_back("over");
            const auto file = SessionFile::open(station.file());
            isWhole = file && !(*file)->report().problem;
            rowsInFile = file ? std::optional((*file)->rowCount()) : std::nullopt;
        });
        QVERIFY(station.session.recordTo(station.file()));
        QVERIFY(station.session.start());
        const auto client = station.startEcho();
        QVERIFY(client);
        QVERIFY(station.session.operations().send(client->connection, toBytes("to be recorded")));
        QVERIFY(station.log.waitForBody<Message>([&](const EventLog::Item& item, const Message&) {
            return item.event.connection == client->connection.id();
        }));
        // It goes on trying, so that its start is still awaited at the end.
        ClientOptions nobody;
        nobody.name = "nobody-serves-this";
        nobody.timeout = 10min;
        QVERIFY(station.session.operations().connect(
            nobody, [&](const Outcome&) { order.emplace_back("told"); }));

        station.session.requestStop();
        station.session.waitForEnd();
        QCOMPARE(order.back(), std::string("over"));
        QCOMPARE(std::ranges::count(order, std::string("closed")), 3);
        QCOMPARE(std::ranges::count(order, std::string("told")), 1);
        QCOMPARE(std::ranges::count(order, std::string("over")), 1);
        QVERIFY(isWhole);
        const auto rows = station.log.count(
            [](const EventLog::Item& item) { return rowWords(kindOf(item.event.body)).isRow; });
        QCOMPARE(rowsInFile, std::optional(std::uint64_t{rows}));
        QCOMPARE(station.session.recorder()->rowCount(), std::uint64_t{rows});
    }

    void RefusedThreadIsAnError()
    {
        Station station(std::make_unique<RefusingRunner>());
        QVERIFY(station.session.recordTo(station.file()));
        bool isOver = false;
        station.session.setAtEnd([&] { isOver = true; });
        const auto started = station.session.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Resources);
        // It can be ended all the same, and nothing ran.
        station.session.requestStop();
        station.session.waitForEnd();
        QVERIFY(!isOver);
        QVERIFY(station.log.items().empty());
    }

    void ThreadThatTheSystemRefusesIsAnError()
    {
        Station station;
        const NoMoreThreads refused;
        if (!refused.isSet()) {
            QSKIP("only glibc lets a test take threads away");
        }
        const auto started = station.session.start();
        QVERIFY(!started);
        QCOMPARE(started.error().kind, ErrorKind::Resources);
    }

    /// With a consumer outcomes are told in its thread, in the order of the events.
    void ConsumerGetsOutcomesInItsOwnThread()
    {
        Station station;
        std::counting_semaphore<> bell{0};
        station.session.setConsumer([&] { bell.release(); });
        QVERIFY(station.session.start());
        ServerOptions server;
        server.name = "live-session";
        OutcomeWaiter opened;
        QVERIFY(station.session.operations().startServer(server, opened.done()));
        bool isOpened = false;
        while (!isOpened) {
            QVERIFY(bell.try_acquire_for(EventLog::patience));
            const EventBatch batch = station.session.take();
            for (const Event& event : batch.events) {
                isOpened = isOpened || std::holds_alternative<EndpointOpened>(event.body);
                station.session.tell(event);
            }
        }
        const auto outcome = opened.wait();
        QVERIFY(outcome && std::holds_alternative<EndpointOpened>(outcome->body));
        QCOMPARE(opened.thread(), std::this_thread::get_id());
        // Remaining events stay for the consumer.
        station.session.requestStop();
        station.session.waitForEnd();
        const EventBatch rest = station.session.take();
        QVERIFY(std::ranges::any_of(rest.events, [](const Event& event) {
            return std::holds_alternative<EndpointClosed>(event.body);
        }));
    }

    /// A file that cannot be made leaves the session as it was: another one may be tried.
    void AnotherFileCanBeTried()
    {
        const QTemporaryDir folder;
        std::filesystem::path journal;
        {
            Station station;
            QVERIFY(!station.session.recordTo(station.file() / "no folder" / "x.pcapng"));
            QVERIFY(station.session.recorder() == nullptr);
            QVERIFY(station.session.recordInto(std::filesystem::path(folder.path().toStdU16String())
                                               / "journals"));
            QVERIFY(station.session.start());
            QVERIFY(station.startEcho());
            station.session.requestStop();
            station.session.waitForEnd();
            QVERIFY(station.session.recorder()->rowCount() > 0);
            journal = station.session.recorder()->status().journal;
            QVERIFY(std::filesystem::exists(journal));
            station.session.journals()->discard(journal);
        }
        // Windows keeps the name of a deleted file until its last handle is closed.
        QVERIFY(!std::filesystem::exists(journal));
    }
};

PIPESCOPE_GUILESS_TEST(LiveSessionTest)
#include "tst_live_session.moc"
