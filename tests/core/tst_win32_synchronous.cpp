// Handles without FILE_FLAG_OVERLAPPED, on real pipes.
#include "contract_test.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include <QTest>

#include <chrono>

using namespace pipecore;
using namespace std::chrono_literals;

class TestWin32Synchronous : public PipeRows
{
    Q_OBJECT

private slots:
    void SynchronousServerAnswers_data();
    void SynchronousServerAnswers();
    void SynchronousMessagesOfAnySize();
    void SynchronousWriteWaitsForPendingRead();
    void NothingWaitsForAPendingRead_data();
    void NothingWaitsForAPendingRead();
    void SynchronousServerStopsWithPendingEverything();
    void SynchronousClientsComeAndGo();
};

void TestWin32Synchronous::SynchronousServerAnswers_data()
{
    QTest::addColumn<PipeMode>("mode");
    QTest::newRow("messages") << PipeMode::Message;
    QTest::newRow("bytes") << PipeMode::Byte;
}

void TestWin32Synchronous::SynchronousServerAnswers()
{
    QFETCH(const PipeMode, mode);
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.mode = mode;
    options.io = IoModel::Synchronous;
    options.connection.echo = true;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.mode = mode;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    QVERIFY(atClient.engine().send(ids.connection, toBytes("hello")));
    QVERIFY(atServer.stream(connection, 5) == toBytes("hello"));
    QVERIFY(atClient.stream(ids.connection, 5) == toBytes("hello"));
    QVERIFY(atClient.engine().send(ids.connection, toBytes("again")));
    QVERIFY(atClient.stream(ids.connection, 10) == toBytes("helloagain"));
    QVERIFY(atClient.engine().close(ids.connection, CloseMode::Graceful));
    QCOMPARE(atServer.disconnected(connection)->reason, CloseReason::PeerClosed);
}

void TestWin32Synchronous::SynchronousMessagesOfAnySize()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    options.access = Access::Inbound;
    options.connection.readSize = 4096;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.access = ClientAccess::Write;
    joining.io = IoModel::Synchronous;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    const std::vector<Bytes> sent{patternBytes(1), patternBytes(4096), patternBytes(300'000), {}};
    for (const Bytes& message : sent) {
        QVERIFY(atClient.engine().send(ids.connection, message));
    }
    QVERIFY(atServer.received(connection, sent.size()) == sent);
}

void TestWin32Synchronous::SynchronousWriteWaitsForPendingRead()
{
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.io = IoModel::Synchronous;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    // Each direction has its thread: a write can be there before the first read is, but not every time.
    constexpr int maxSends = 5;
    OperationId operation;
    std::size_t sends = 0;
    bool parked = false;
    while (!parked && sends < maxSends) {
        const auto sending = atClient.engine().send(ids.connection, toBytes("parked"));
        QVERIFY(sending);
        operation = *sending;
        ++sends;
        QTest::qWait(300);
        parked = atClient.log.count([&](const EventLog::Item& item) {
            const auto* const data = item.as<Message>();
            return data != nullptr && data->operation == operation;
        }) == 0;
    }
    if (!parked && onWine()) {
        QSKIP("Wine runs reads and writes of a synchronous handle side by side");
    }
    QVERIFY(parked);
    // The read comes back with the other end's word, and the write goes through.
    QVERIFY(atServer.engine().send(connection, toBytes("wake")));
    QVERIFY(atClient.isSent(operation));
    QCOMPARE(atServer.stream(connection, 6 * sends).size(), 6 * sends);
}

void TestWin32Synchronous::NothingWaitsForAPendingRead_data()
{
    QTest::addColumn<bool>("isServer");
    QTest::newRow("at the server") << true;
    QTest::newRow("at the client") << false;
}

void TestWin32Synchronous::NothingWaitsForAPendingRead()
{
    // The system holds any call on a synchronous handle back until the read that is pending comes to its
    // end. On the engine's thread it would stop every other connection for as long.
    QFETCH(const bool, isServer);
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.io = IoModel::Synchronous;
    const auto ids = atClient.connect(joining);
    const ConnectionId served = atServer.clientOf(endpoint);
    QVERIFY(served && atClient.isConnected(ids.connection));
    QTest::qWait(50); // the reads are pending

    TestPeer& asked = isServer ? atServer : atClient;
    const ConnectionId connection = isServer ? served : ids.connection;
    const auto facts = asked.engine().readFacts(connection);
    const auto mode = asked.engine().setReadMode(connection, PipeMode::Byte);
    QVERIFY(facts && mode);
    const auto answer = asked.log.waitForBody<FactsRead>(
        [&](const EventLog::Item&, const FactsRead& body) { return body.operation == *facts; }, 5s);
    QVERIFY2(answer, "the engine waits");
    QCOMPARE(answer->as<FactsRead>()->facts->info.error().kind, ErrorKind::NotSupported);
    QCOMPARE(asked.failure(*mode)->kind, ErrorKind::NotSupported);
    if (isServer) {
        const auto identity = asked.engine().identifyClient(connection);
        QVERIFY(identity);
        QCOMPARE(asked.failure(*identity)->kind, ErrorKind::NotSupported);
    }
    // Another connection of the same engine goes on.
    const ServerOptions second = server(freshName());
    QVERIFY(asked.serve(second));
    TestPeer other(nullptr);
    QVERIFY(other.isConnected(other.connect(client(second.name)).connection));
}

void TestWin32Synchronous::SynchronousServerStopsWithPendingEverything()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    atClient.log.setRoom(false);
    const auto ids = atClient.connect(client(options.name));
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    for (unsigned i = 0; i < 20; ++i) {
        QVERIFY(atServer.engine().send(connection, patternBytes(200'000, i)));
    }
    const auto begun = std::chrono::steady_clock::now();
    atServer.stop();
    QVERIFY(std::chrono::steady_clock::now() - begun < 20s);
    QCOMPARE(atServer.disconnected(connection)->reason, CloseReason::EngineStopped);
    QVERIFY(atServer.isClosed(endpoint));
}

void TestWin32Synchronous::SynchronousClientsComeAndGo()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    for (std::size_t turn = 1; turn <= 20; ++turn) {
        TestPeer atClient(nullptr);
        const auto ids = atClient.connect(client(options.name));
        const ConnectionId connection = atServer.clientOf(endpoint, turn);
        QVERIFY(connection && atClient.isConnected(ids.connection));
        const CloseMode mode = turn % 2 == 0 ? CloseMode::Graceful : CloseMode::Abortive;
        QVERIFY(atServer.engine().close(connection, mode));
        QVERIFY(atServer.disconnected(connection));
        QVERIFY(atClient.disconnected(ids.connection));
    }
}

PIPESCOPE_GUILESS_TEST(TestWin32Synchronous)
#include "tst_win32_synchronous.moc"
