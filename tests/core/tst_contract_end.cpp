// Contract suite: coming apart.

#include "contract_test.h"
#include "runner/register.h"

#include <algorithm>

using namespace pipecore;
using namespace std::chrono_literals;

class ContractEnd : public ContractTest
{
    Q_OBJECT

private slots:
    void PeerDiesMidMessage();
    void PeerClosesWhileReadPending();
    void ServerStopsWithPendingEverything();
    void CloseGracefullyDelivers();
    void CloseAbortivelyDiscards();
    void DataSentBeforeThePeerLeftIsRead();
    void EchoingServerReadsTheLastData();
    void GracefulCloseDoesNotWaitForEver();
    void CloseTwiceIsOneEnd();
    void SendToAClosedConnection();
    void OneClientOfManyIsClosed();
    void StopIsIdempotent();
};

void ContractEnd::PeerDiesMidMessage()
{
    NEEDS_PROCESSES();
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        ServerOptions options = serverOptions(mode);
        options.name += mode == PipeMode::Byte ? "-byte" : "-message";
        options.connection.readSize = 4096;
        const auto server = newPeer();
        const EndpointId endpoint = server->serve(options);
        QVERIFY(endpoint);
        const QStringList fill(50, QStringLiteral("fill:100000"));
        PeerProcess peer(QStringLiteral("client"), options.name, mode, fill);
        const ConnectionId connection = server->clientOf(endpoint);
        QVERIFY(connection);
        // Without a reader, the peer is in the middle of its writes when it is killed.
        server->log.setRoom(false);
        QVERIFY(!peer.line(QStringLiteral("sending")).isEmpty());
        peer.kill();
        server->log.setRoom(true);
        server->engine().resumeReading();
        const auto end = server->disconnected(connection);
        QVERIFY(end);
        QCOMPARE(end->reason, CloseReason::PeerClosed);
        // Whatever came is right as far as it goes, and the server serves on.
        for (const auto& item : server->log.items()) {
            const auto* const data = item.as<Message>();
            if (data == nullptr || mode == PipeMode::Byte) {
                continue;
            }
            QVERIFY(item.payload.size() == 100'000
                    || (data->continues && item.payload.size() < 100'000));
        }
        PeerProcess next(QStringLiteral("client"), options.name, mode,
                         {QStringLiteral("send:alive")});
        const ConnectionId second = server->clientOf(endpoint, 2);
        QVERIFY(second);
        QCOMPARE(asText(server->stream(second, 5)), std::string_view("alive"));
    }
}

void ContractEnd::PeerClosesWhileReadPending()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    const auto atServer = pair.server->disconnected(pair.atServer);
    QVERIFY(atServer);
    QCOMPARE(atServer->reason, CloseReason::PeerClosed);
    const auto atClient = pair.client->disconnected(pair.atClient.connection);
    QVERIFY(atClient);
    QCOMPARE(atClient->reason, CloseReason::ClosedByUs);
    QVERIFY(pair.client->isClosed(pair.atClient.endpoint));
    // An ordinary end is not an error.
    const auto failures = [](const auto& item) { return item.template as<Failed>() != nullptr; };
    QCOMPARE(pair.server->log.count(failures), 0U);
    QCOMPARE(pair.client->log.count(failures), 0U);
}

void ContractEnd::ServerStopsWithPendingEverything()
{
    // A listening instance, a pending read, a write that nobody takes, and sends behind it.
    const auto client = newPeer();
    client->log.setRoom(false);
    auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto ids = client->connect(clientOptions());
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(connection);
    std::vector<OperationId> operations;
    for (int i = 0; i < 50; ++i) {
        const auto operation = server->engine().send(connection, patternBytes(100'000));
        QVERIFY(operation);
        operations.push_back(*operation);
    }
    server->stop();
    // Every send has exactly one outcome, and everything is said to be over.
    for (const OperationId operation : operations) {
        const auto outcomes = server->log.count([&](const EventLog::Item& item) {
            const auto* const failed = item.as<Failed>();
            const auto* const data = item.as<Message>();
            return (failed != nullptr && failed->operation == operation)
                   || (data != nullptr && data->operation == operation);
        });
        QCOMPARE(outcomes, 1U);
    }
    const auto end = server->disconnected(connection);
    QVERIFY(end);
    QCOMPARE(end->reason, CloseReason::EngineStopped);
    QVERIFY(end->discardedBytes > 0);
    QVERIFY(server->isClosed(endpoint));
    if (server->fake() != nullptr) {
        QCOMPARE(server->fake()->inFlight(), 0);
        QCOMPARE(server->fake()->channels(), 0);
    }
    client->log.setRoom(true);
    client->engine().resumeReading();
    QVERIFY(client->disconnected(ids.connection));
    const auto afterwards = server->engine().startServer(serverOptions());
    QVERIFY(!afterwards);
    QCOMPARE(afterwards.error().kind, ErrorKind::Stopped);
}

void ContractEnd::CloseGracefullyDelivers()
{
    // Much more than the buffers hold is queued when the server closes, and the client is slow.
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.client->log.setRoom(false);
    std::vector<Bytes> sent;
    for (unsigned i = 0; i < 40; ++i) {
        sent.push_back(patternBytes(50'000, i));
        QVERIFY(pair.server->engine().send(pair.atServer, sent.back()));
    }
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Graceful));
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    const auto atClient = pair.client->disconnected(pair.atClient.connection);
    QVERIFY(atClient);
    QCOMPARE(atClient->reason, CloseReason::PeerClosed);
    QVERIFY(pair.client->received(pair.atClient.connection, sent.size()) == sent);
    const auto atServer = pair.server->disconnected(pair.atServer);
    QVERIFY(atServer);
    QCOMPARE(atServer->reason, CloseReason::ClosedByUs);
    QCOMPARE(atServer->discardedBytes, 0U);
}

void ContractEnd::CloseAbortivelyDiscards()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.client->log.setRoom(false);
    constexpr unsigned messages = 100;
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(pair.server->engine().send(pair.atServer, patternBytes(100'000, i)));
    }
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Abortive));
    const auto atServer = pair.server->disconnected(pair.atServer);
    QVERIFY(atServer);
    QCOMPARE(atServer->reason, CloseReason::AbortedByUs);
    QVERIFY(atServer->discardedBytes > 0);
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    QVERIFY(pair.client->disconnected(pair.atClient.connection));
    const std::size_t received = pair.client->received(pair.atClient.connection, 0).size();
    QVERIFY2(received < messages, qPrintable(QString::number(received)));
    // DisconnectNamedPipe also takes back what the client has not read; AF_UNIX cannot. One read may
    // have been under way.
    if (!onUnix()) {
        QVERIFY2(received <= 1, qPrintable(QString::number(received)));
    }
}

void ContractEnd::DataSentBeforeThePeerLeftIsRead()
{
    // The peer says something and leaves while we are writing to it: its words still arrive.
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message,
                     {QStringLiteral("stdin"), QStringLiteral("send:farewell")});
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(connection);
    server->log.setRoom(false); // its end is not read yet
    peer.release();
    QVERIFY(peer.finished());
    const auto operation = server->engine().send(connection, toBytes("too late"));
    QVERIFY(operation);
    QVERIFY(server->failure(*operation));
    server->log.setRoom(true);
    server->engine().resumeReading();
    const auto messages = server->received(connection, 1);
    QCOMPARE(messages.size(), 1U);
    QCOMPARE(asText(messages[0]), std::string_view("farewell"));
    QCOMPARE(server->disconnected(connection)->reason, CloseReason::PeerClosed);
}

void ContractEnd::EchoingServerReadsTheLastData()
{
    // The first answer finds nobody; what the peer said after its first word is still read.
    NEEDS_PROCESSES();
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        ServerOptions options = serverOptions(mode);
        options.name += mode == PipeMode::Byte ? "-byte" : "-message";
        options.connection.echo = true;
        options.connection.readSize = 5; // one word a read, in byte mode too
        const auto server = newPeer();
        const EndpointId endpoint = server->serve(options);
        QVERIFY(endpoint);
        PeerProcess peer(QStringLiteral("client"), options.name, mode,
                         {QStringLiteral("stdin"), QStringLiteral("send:alpha"),
                          QStringLiteral("send:bravo"), QStringLiteral("send:delta")});
        const ConnectionId connection = server->clientOf(endpoint);
        QVERIFY(connection);
        server->log.setRoom(false);
        peer.release();
        QVERIFY(peer.finished());

        server->log.setRoom(true);
        server->engine().resumeReading();
        const auto end = server->disconnected(connection);
        QVERIFY(end);
        QCOMPARE(end->reason, CloseReason::PeerClosed);
        QCOMPARE(asText(server->stream(connection, 15)), std::string_view("alphabravodelta"));
    }
}

void ContractEnd::GracefulCloseDoesNotWaitForEver()
{
    ServerOptions options = serverOptions();
    options.connection.drainTime = 200ms;
    const Pair pair = connectedPair(options, clientOptions());
    QVERIFY(pair);
    pair.client->log.setRoom(false);
    for (unsigned i = 0; i < 50; ++i) {
        QVERIFY(pair.server->engine().send(pair.atServer, patternBytes(100'000, i)));
    }
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Graceful));
    const auto end = pair.server->disconnected(pair.atServer);
    QVERIFY(end);
    QVERIFY(end->discardedBytes > 0);
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    QVERIFY(pair.client->disconnected(pair.atClient.connection));
}

void ContractEnd::CloseTwiceIsOneEnd()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Graceful));
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Abortive));
    QVERIFY(pair.server->engine().closeEndpoint(pair.serverEndpoint, CloseMode::Graceful));
    QVERIFY(pair.server->engine().closeEndpoint(pair.serverEndpoint, CloseMode::Abortive));
    QVERIFY(pair.server->isClosed(pair.serverEndpoint));
    QVERIFY(pair.client->disconnected(pair.atClient.connection));
    pair.server->stop();
    const auto ends = [](const auto& item) { return item.template as<Disconnected>() != nullptr; };
    QCOMPARE(pair.server->log.count(ends), 1U);
    const auto closed = [](const auto& item) {
        return item.template as<EndpointClosed>() != nullptr;
    };
    QCOMPARE(pair.server->log.count(closed), 1U);
}

void ContractEnd::SendToAClosedConnection()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    QVERIFY(pair.server->disconnected(pair.atServer));
    const auto operation = pair.server->engine().send(pair.atServer, toBytes("hello?"));
    QVERIFY(operation);
    QCOMPARE(pair.server->failure(*operation)->kind, ErrorKind::NoSuchTarget);
    const auto unknown = pair.server->engine().send(ConnectionId{4711}, toBytes("hello?"));
    QVERIFY(unknown);
    QCOMPARE(pair.server->failure(*unknown)->kind, ErrorKind::NoSuchTarget);
}

void ContractEnd::OneClientOfManyIsClosed()
{
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    const auto client = newPeer();
    const auto first = client->connect(clientOptions());
    const ConnectionId firstAtServer = server->clientOf(endpoint, 1);
    const auto second = client->connect(clientOptions());
    const ConnectionId secondAtServer = server->clientOf(endpoint, 2);
    QVERIFY(firstAtServer && secondAtServer);
    QVERIFY(client->isConnected(first.connection) && client->isConnected(second.connection));
    QVERIFY(server->engine().close(firstAtServer, CloseMode::Graceful));
    QVERIFY(client->disconnected(first.connection));
    QVERIFY(client->engine().send(second.connection, toBytes("me too?")));
    QCOMPARE(asText(server->received(secondAtServer, 1).at(0)), std::string_view("me too?"));
}

void ContractEnd::StopIsIdempotent()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    for (int i = 0; i < 3; ++i) {
        pair.server->engine().requestStop();
        pair.server->stop();
    }
    pair.server->engine().requestStop();
    QVERIFY(pair.client->disconnected(pair.atClient.connection));
    // An engine that was told to stop before it ran ends at once.
    const auto early = newPeer();
    early->engine().requestStop();
    early->stop();
}

PIPESCOPE_GUILESS_TEST(ContractEnd)
#include "tst_contract_end.moc"
