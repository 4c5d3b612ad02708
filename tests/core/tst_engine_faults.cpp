// The engine when system calls fail in ways that real pipes will not do on demand: pipes in memory
// with faults put into them. Every operation ends once, everything is given back, and the log says
// what happened.

#include "fake_backend.h"
#include "runner/register.h"
#include "test_peer.h"

#include <QTest>

#include <algorithm>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

const Error outOfHandles{.kind = ErrorKind::Resources,
                         .domain = ErrorDomain::Win32,
                         .code = 1450,
                         .api = "CreateNamedPipe"};
const Error ioFault{
    .kind = ErrorKind::Io, .domain = ErrorDomain::Win32, .code = 1117, .api = "ReadFile"};

constexpr int patienceMs = static_cast<int>(EventLog::patience.count());

} // namespace

class EngineFaults : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void DescriptorsThatCameAreSaid();
    void InstanceCannotBeMadeAtFirst();
    void AcceptFailsAndIsTriedAgain();
    void AcceptRefusedAtOnceIsTriedAgainByTheTimer();
    void AcceptRefusedAtOnceAndStopped();
    void AcceptThatGoesOnFailingIsSaidOnce();
    void ArrivalReportedTwiceIsAFailureAndHarmsNothing();
    void ClientGoneIsOneEventAndListeningContinues();
    void ReadFailsAndTheConversationEnds();
    void WriteFailsWithUnknownOutcome();
    void WriteRefusedByThePeerStillReads();
    void EchoOfEmptyMessagesIsBounded();
    void QueueOfEmptyMessagesIsBounded();
    void ConnectFailsForGood();
    void StopInTheMiddleOfEverything();

private:
    struct Pair
    {
        EndpointId server;
        ConnectionId atServer;
        ConnectionId atClient;
    };
    Pair connect();
    std::size_t outcomes(TestPeer& peer, OperationId operation);
    static std::size_t failures(TestPeer& peer);

    std::shared_ptr<FakePipes> m_pipes;
    std::unique_ptr<TestPeer> m_server;
    std::unique_ptr<TestPeer> m_client;
    ServerOptions m_serverOptions;
    ClientOptions m_clientOptions;
};

void EngineFaults::init()
{
    m_pipes = std::make_shared<FakePipes>();
    m_server = std::make_unique<TestPeer>(m_pipes);
    m_client = std::make_unique<TestPeer>(m_pipes);
    m_serverOptions = {};
    m_serverOptions.name = "orders";
    m_clientOptions = {};
    m_clientOptions.name = "orders";
    m_clientOptions.timeout = EventLog::patience;
}

EngineFaults::Pair EngineFaults::connect()
{
    Pair pair;
    pair.server = m_server->serve(m_serverOptions);
    pair.atClient = m_client->connect(m_clientOptions).connection;
    pair.atServer = m_server->clientOf(pair.server);
    m_client->isConnected(pair.atClient);
    return pair;
}

std::size_t EngineFaults::outcomes(TestPeer& peer, OperationId operation)
{
    return peer.log.count([operation](const EventLog::Item& item) {
        const auto* const failed = item.as<Failed>();
        const auto* const data = item.as<Message>();
        return (failed != nullptr && failed->operation == operation)
               || (data != nullptr && data->operation == operation);
    });
}

std::size_t EngineFaults::failures(TestPeer& peer)
{
    return peer.log.count([](const EventLog::Item& item) { return item.as<Failed>() != nullptr; });
}

void EngineFaults::DescriptorsThatCameAreSaid()
{
    const Pair pair = connect();
    m_server->fake()->passDescriptors(3);
    QVERIFY(m_client->engine().send(pair.atClient, toBytes("with them")));
    QVERIFY(m_server->log.waitForBody<DescriptorsPassed>(
        [](const EventLog::Item& item, const DescriptorsPassed& passed) {
            return passed.count == 3 && item.event.row != 0;
        }));
    QVERIFY(m_server->log.waitForBody<Message>([](const EventLog::Item& item, const Message&) {
        return asText(item.payload) == "with them";
    }));
}

void EngineFaults::InstanceCannotBeMadeAtFirst()
{
    m_server->fake()->failNextInstances(2, outOfHandles);
    const EndpointId endpoint = m_server->serve(m_serverOptions);
    QVERIFY(endpoint);
    QCOMPARE(*m_server->failure(endpoint), outOfHandles);
    // It tries again, slowly, and then serves.
    const auto ids = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(ids.connection));
    // The same error again is not said again.
    QCOMPARE(failures(*m_server), 1U);
}

void EngineFaults::AcceptFailsAndIsTriedAgain()
{
    m_server->fake()->failNext(OperationKind::Accept, outOfHandles);
    const EndpointId endpoint = m_server->serve(m_serverOptions);
    QVERIFY(endpoint);
    QCOMPARE(*m_server->failure(endpoint), outOfHandles);
    const auto ids = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(ids.connection));
}

void EngineFaults::AcceptRefusedAtOnceIsTriedAgainByTheTimer()
{
    // No completion comes of such a call: whoever calls it again at once does so for ever.
    m_server->fake()->refuseAccepts(outOfHandles);
    const EndpointId endpoint = m_server->serve(m_serverOptions);
    QVERIFY(endpoint);
    QCOMPARE(*m_server->failure(endpoint), outOfHandles);
    QTRY_VERIFY_WITH_TIMEOUT(m_server->fake()->acceptCalls() >= 3, patienceMs);
    QCOMPARE(failures(*m_server), 1U);
    m_server->fake()->refuseAccepts({});
    const auto ids = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(ids.connection));
}

void EngineFaults::AcceptRefusedAtOnceAndStopped()
{
    m_server->fake()->refuseAccepts(outOfHandles);
    const EndpointId endpoint = m_server->serve(m_serverOptions);
    QVERIFY(m_server->failure(endpoint));
    QVERIFY(m_server->engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(m_server->isClosed(endpoint));
    QCOMPARE(m_server->fake()->channels(), 0);
}

void EngineFaults::AcceptThatGoesOnFailingIsSaidOnce()
{
    for (int i = 0; i < 3; ++i) {
        m_server->fake()->failNext(OperationKind::Accept, outOfHandles);
    }
    m_server->fake()->failNext(OperationKind::Accept, ioFault);
    const EndpointId endpoint = m_server->serve(m_serverOptions);
    QVERIFY(m_server->failure(endpoint));
    const auto ids = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(ids.connection));
    // Another error is news.
    QCOMPARE(failures(*m_server), 2U);
    // And so is the first one after a client came.
    QTRY_COMPARE_WITH_TIMEOUT(m_server->fake()->acceptCalls(), 6, patienceMs);
    m_server->fake()->refuseAccepts(outOfHandles);
    const auto next = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(next.connection));
    QTRY_COMPARE_WITH_TIMEOUT(failures(*m_server), 3U, patienceMs);
}

void EngineFaults::ArrivalReportedTwiceIsAFailureAndHarmsNothing()
{
    m_server->fake()->repeatNextArrival();
    const Pair pair = connect();
    const auto failure = m_server->failure(pair.atServer);
    QVERIFY(failure);
    QCOMPARE(QByteArray::fromStdString(failure->detail),
             QByteArray("Internal error: \"peer arrived\" came while the state was \"connected\""));
    const auto connected = m_server->log.count(
        [](const EventLog::Item& item) { return item.as<PeerConnected>() != nullptr; });
    QCOMPARE(connected, 1U);
    QVERIFY(m_client->engine().send(pair.atClient, toBytes("still there")));
    QVERIFY(m_server->received(pair.atServer, 1).front() == toBytes("still there"));
}

void EngineFaults::ClientGoneIsOneEventAndListeningContinues()
{
    const Error gone{.kind = ErrorKind::ClientGone, .api = "ConnectNamedPipe"};
    m_server->fake()->failNext(OperationKind::Accept, gone);
    const Pair pair = connect();
    QVERIFY(pair.atServer);
    QCOMPARE(m_server->log.count([](const auto& item) { return item.template as<Failed>(); }), 1U);
}

void EngineFaults::ReadFailsAndTheConversationEnds()
{
    m_server->fake()->failNext(OperationKind::Read, ioFault);
    const Pair pair = connect();
    QVERIFY(pair.atServer);
    QCOMPARE(*m_server->failure(pair.atServer), ioFault);
    QCOMPARE(m_server->disconnected(pair.atServer)->reason, CloseReason::Failed);
    QVERIFY(m_client->disconnected(pair.atClient));
    // The server goes on.
    const auto next = m_client->connect(m_clientOptions);
    QVERIFY(m_client->isConnected(next.connection));
}

void EngineFaults::WriteFailsWithUnknownOutcome()
{
    const Pair pair = connect();
    m_server->fake()->failNext(OperationKind::Write, ioFault);
    const auto operation = m_server->engine().send(pair.atServer, toBytes("lost?"));
    QVERIFY(operation);
    const auto failed = m_server->log.waitForBody<Failed>(
        [&](const EventLog::Item&, const Failed& body) { return body.operation == *operation; });
    QVERIFY(failed);
    QVERIFY(failed->as<Failed>()->outcomeUnknown);
    QCOMPARE(m_server->disconnected(pair.atServer)->reason, CloseReason::Failed);
    QCOMPARE(outcomes(*m_server, *operation), 1U);
}

void EngineFaults::WriteRefusedByThePeerStillReads()
{
    // A write says that the peer is gone; what the peer sent before is still delivered.
    const Pair pair = connect();
    m_server->fake()->failNext(OperationKind::Write,
                               {.kind = ErrorKind::PeerClosed, .api = "WriteFile"});
    const auto operation = m_server->engine().send(pair.atServer, toBytes("hello?"));
    QVERIFY(operation);
    QVERIFY(m_server->failure(*operation));
    const auto after = m_server->engine().send(pair.atServer, toBytes("still?"));
    QVERIFY(after);
    QCOMPARE(m_server->failure(*after)->kind, ErrorKind::PeerClosed);
    QVERIFY(m_client->engine().send(pair.atClient, toBytes("farewell")));
    QVERIFY(m_client->engine().close(pair.atClient, CloseMode::Graceful));
    QCOMPARE(asText(m_server->received(pair.atServer, 1).at(0)), std::string_view("farewell"));
    QCOMPARE(m_server->disconnected(pair.atServer)->reason, CloseReason::PeerClosed);
}

void EngineFaults::EchoOfEmptyMessagesIsBounded()
{
    // A peer that sends empty messages and does not read their echo: they have no bytes, but take memory.
    constexpr std::size_t flood = 100'000;
    m_serverOptions.connection.echo = true;
    const Pair pair = connect();
    QVERIFY(pair.atServer);
    m_client->log.setRoom(false);
    for (std::size_t i = 0; i < flood; ++i) {
        QVERIFY(m_client->engine().send(pair.atClient, {}));
    }
    const auto receivedBy = [](TestPeer& peer) {
        return peer.log.count([](const EventLog::Item& item) {
            const auto* const data = item.as<Message>();
            return data != nullptr && data->direction == Direction::Received;
        });
    };
    // It pauses: what it has received stays the same for a while, and is far from everything.
    std::size_t before = 0;
    for (std::size_t now = 1; now != before;) {
        before = now;
        QTest::qWait(500);
        now = receivedBy(*m_server);
    }
    QVERIFY2(before < flood / 4, QByteArray::number(qulonglong(before)).constData());
    // No data is lost once it reads.
    m_client->log.setRoom(true);
    m_client->engine().resumeReading();
    QTRY_COMPARE_WITH_TIMEOUT(receivedBy(*m_client), flood, patienceMs);
    QCOMPARE(receivedBy(*m_server), flood);
}

void EngineFaults::QueueOfEmptyMessagesIsBounded()
{
    constexpr int flood = 10'000;
    m_clientOptions.connection.writeQueueLimit = 100'000;
    const Pair pair = connect();
    QVERIFY(pair.atServer);
    m_server->log.setRoom(false);
    std::optional<OperationId> last;
    for (int i = 0; i < flood; ++i) {
        const auto operation = m_client->engine().send(pair.atClient, {});
        QVERIFY(operation);
        last = *operation;
    }
    const auto error = m_client->failure(*last);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::WouldBlock);
}

void EngineFaults::ConnectFailsForGood()
{
    const Error denied{.kind = ErrorKind::AccessDenied,
                       .domain = ErrorDomain::Win32,
                       .code = 5,
                       .api = "CreateFile"};
    m_client->fake()->failNext(OperationKind::Connect, denied);
    const auto ids = m_client->connect(m_clientOptions);
    QCOMPARE(*m_client->failure(ids.connection), denied);
    QVERIFY(m_client->isClosed(ids.endpoint));
    QCOMPARE(m_client->log.count([](const auto& item) { return item.template as<Disconnected>(); }),
             0U);
}

void EngineFaults::StopInTheMiddleOfEverything()
{
    // At every point of a conversation's life: stop, and nothing is left.
    for (std::size_t events = 1; events < 40; ++events) {
        init();
        m_serverOptions.connection.echo = true;
        std::size_t seen = 0;
        m_server->log.setHook([&](const Event&) {
            if (++seen == events) {
                m_server->engine().requestStop();
            }
        });
        if (const auto started = m_server->engine().startServer(m_serverOptions); started) {
            const auto ids = m_client->connect(m_clientOptions);
            for (int i = 0; i < 5; ++i) {
                QVERIFY(m_client->engine().send(ids.connection, toBytes("echo")));
            }
        }
        m_server->stop();
        m_client->stop();
        QCOMPARE(m_server->fake()->inFlight(), 0);
        QCOMPARE(m_server->fake()->channels(), 0);
        QCOMPARE(m_client->fake()->inFlight(), 0);
        QCOMPARE(m_client->fake()->channels(), 0);
        for (TestPeer* const peer : {m_server.get(), m_client.get()}) {
            const auto opened = peer->log.count(
                [](const auto& item) { return item.template as<EndpointOpened>(); });
            const auto closed = peer->log.count(
                [](const auto& item) { return item.template as<EndpointClosed>(); });
            QCOMPARE(opened, closed);
        }
    }
}

PIPESCOPE_GUILESS_TEST(EngineFaults)
#include "tst_engine_faults.moc"
