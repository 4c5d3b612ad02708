// Contract suite: our end sends no more and still reads (Engine::endSending()).

#include "contract_test.h"
#include "runner/register.h"

using namespace pipecore;
using namespace std::chrono_literals;

#define NEEDS_HALF_CLOSE()                                                                         \
    if (onWindows())                                                                               \
    QSKIP("a pipe of Windows ends as a whole")

class ContractEndSending : public ContractTest
{
    Q_OBJECT

private slots:
    void PeerIsToldAndStillAnswers_data() { modes(); }
    void PeerIsToldAndStillAnswers();
    void QueueIsWrittenFirst_data() { modes(); }
    void QueueIsWrittenFirst();
    void EchoComesBackToTheLastByte_data() { modes(); }
    void EchoComesBackToTheLastByte();
    void SendAfterTheEndIsRefused();
    void BothEndsOfSendingEndTheConnection();
    void EchoOfOursAnswersNoMore();
    void CloseWhileTheQueueWaits();
    void ReadingEndHasNothingToEnd();
    void EndingWhatHasEndedIsNoError();
    void WindowsSaysWhyNot();

private:
    [[nodiscard]] static bool isDone(TestPeer& peer, OperationId operation);
    [[nodiscard]] static bool sawInputEnd(TestPeer& peer, ConnectionId connection);
};

bool ContractEndSending::isDone(TestPeer& peer, OperationId operation)
{
    return peer.log
        .waitForBody<OutputEnded>([&](const EventLog::Item&, const OutputEnded& ended) {
            return ended.operation == operation;
        })
        .has_value();
}

bool ContractEndSending::sawInputEnd(TestPeer& peer, ConnectionId connection)
{
    return peer.log
        .waitForBody<InputEnded>([&](const EventLog::Item& item, const InputEnded&) {
            return item.event.connection == connection;
        })
        .has_value();
}

void ContractEndSending::PeerIsToldAndStillAnswers()
{
    NEEDS_HALF_CLOSE();
    QFETCH(int, mode);
    const Pair pair = connectedPair(PipeMode(mode));
    QVERIFY(pair);
    const ConnectionId ours = pair.atClient.connection;
    QVERIFY(pair.client->engine().send(ours, toBytes("question")));
    const auto operation = pair.client->engine().endSending(ours);
    QVERIFY(operation);
    QVERIFY(isDone(*pair.client, *operation));
    QVERIFY(sawInputEnd(*pair.server, pair.atServer));
    QCOMPARE(asText(pair.server->received(pair.atServer, 1).at(0)), std::string_view("question"));
    QVERIFY(pair.server->engine().send(pair.atServer, toBytes("answer")));
    QCOMPARE(asText(pair.client->stream(ours, 6)), std::string_view("answer"));
    QVERIFY(pair.server->engine().close(pair.atServer, CloseMode::Graceful));
    QCOMPARE(pair.client->disconnected(ours)->reason, CloseReason::PeerClosed);
}

void ContractEndSending::QueueIsWrittenFirst()
{
    NEEDS_HALF_CLOSE();
    QFETCH(int, mode);
    const Pair pair = connectedPair(PipeMode(mode));
    QVERIFY(pair);
    pair.server->log.setRoom(false);
    for (unsigned i = 0; i < 40; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(50'000, i)));
    }
    const auto operation = pair.client->engine().endSending(pair.atClient.connection);
    QVERIFY(operation);
    pair.server->log.setRoom(true);
    pair.server->engine().resumeReading();
    QVERIFY(isDone(*pair.client, *operation));
    QVERIFY(sawInputEnd(*pair.server, pair.atServer));
    QCOMPARE(pair.server->stream(pair.atServer, 40 * 50'000).size(), std::size_t{40} * 50'000);
}

void ContractEndSending::EchoComesBackToTheLastByte()
{
    NEEDS_HALF_CLOSE();
    QFETCH(int, mode);
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.echo = true;
    options.connection.drainTime = 1ms;
    const Pair pair = connectedPair(options, clientOptions(PipeMode(mode)));
    QVERIFY(pair);
    const ConnectionId ours = pair.atClient.connection;
    pair.client->log.setRoom(false); // it reads late
    Bytes sent;
    for (unsigned i = 0; i < 20; ++i) {
        const Bytes piece = patternBytes(20'000, i);
        sent.insert(sent.end(), piece.begin(), piece.end());
        QVERIFY(pair.client->engine().send(ours, piece));
    }
    const auto operation = pair.client->engine().endSending(ours);
    QVERIFY(operation);
    QVERIFY(isDone(*pair.client, *operation));
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    const auto end = pair.client->disconnected(ours);
    QVERIFY(end);
    QCOMPARE(end->reason, CloseReason::PeerClosed);
    QVERIFY(pair.client->stream(ours, sent.size()) == sent);
}

void ContractEndSending::SendAfterTheEndIsRefused()
{
    NEEDS_HALF_CLOSE();
    const Pair pair = connectedPair();
    QVERIFY(pair);
    QVERIFY(pair.client->engine().endSending(pair.atClient.connection));
    const auto late = pair.client->engine().send(pair.atClient.connection, toBytes("late"));
    QVERIFY(late);
    QCOMPARE(pair.client->failure(*late)->kind, ErrorKind::NoSuchTarget);
}

void ContractEndSending::BothEndsOfSendingEndTheConnection()
{
    NEEDS_HALF_CLOSE();
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto first = pair.client->engine().endSending(pair.atClient.connection);
    QVERIFY(first && isDone(*pair.client, *first));
    QVERIFY(sawInputEnd(*pair.server, pair.atServer));
    const auto second = pair.server->engine().endSending(pair.atServer);
    QVERIFY(second && isDone(*pair.server, *second));
    QCOMPARE(pair.server->disconnected(pair.atServer)->reason, CloseReason::ClosedByUs);
    QCOMPARE(pair.client->disconnected(pair.atClient.connection)->reason, CloseReason::PeerClosed);
}

void ContractEndSending::EchoOfOursAnswersNoMore()
{
    NEEDS_HALF_CLOSE();
    ServerOptions options = serverOptions();
    options.connection.echo = true;
    const Pair pair = connectedPair(options, clientOptions());
    QVERIFY(pair);
    const auto ended = pair.server->engine().endSending(pair.atServer);
    QVERIFY(ended && isDone(*pair.server, *ended));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("one-way")));
    QCOMPARE(asText(pair.server->received(pair.atServer, 1).at(0)), std::string_view("one-way"));
    pair.client->stop();
    QVERIFY(pair.server->disconnected(pair.atServer));
    QCOMPARE(pair.server->log.count([](const auto& item) { return item.template as<Failed>(); }),
             0U);
}

void ContractEndSending::CloseWhileTheQueueWaits()
{
    NEEDS_HALF_CLOSE();
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.server->log.setRoom(false);
    for (unsigned i = 0; i < 200; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(50'000, i)));
    }
    const auto operation = pair.client->engine().endSending(pair.atClient.connection);
    QVERIFY(operation);
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Abortive));
    QCOMPARE(pair.client->failure(*operation)->kind, ErrorKind::Cancelled);
    QVERIFY(pair.client->disconnected(pair.atClient.connection));
}

void ContractEndSending::ReadingEndHasNothingToEnd()
{
    NEEDS_HALF_CLOSE();
    ServerOptions server = serverOptions();
    server.access = Access::Outbound;
    ClientOptions client = clientOptions();
    client.access = ClientAccess::Read;
    const Pair pair = connectedPair(server, client);
    QVERIFY(pair);
    const auto operation = pair.client->engine().endSending(pair.atClient.connection);
    QVERIFY(operation);
    QCOMPARE(pair.client->failure(*operation)->kind, ErrorKind::AccessDenied);
}

void ContractEndSending::EndingWhatHasEndedIsNoError()
{
    NEEDS_HALF_CLOSE();
    const Pair pair = connectedPair();
    QVERIFY(pair);
    Engine& engine = pair.client->engine();
    const ConnectionId ours = pair.atClient.connection;
    const auto first = engine.endSending(ours);
    const auto again = engine.endSending(ours);
    QVERIFY(first && isDone(*pair.client, *first));
    pair.server->stop();
    QVERIFY(pair.client->isClosed(pair.atClient.endpoint));
    const auto late = engine.endSending(ours);
    const auto close = engine.close(ours, CloseMode::Graceful);
    const auto closeEndpoint = engine.closeEndpoint(pair.atClient.endpoint, CloseMode::Abortive);
    for (const auto& operation : {again, late, close, closeEndpoint}) {
        QVERIFY(operation);
        QVERIFY(pair.client->log.waitForBody<AlreadyEnded>(
            [&](const EventLog::Item&, const AlreadyEnded& ended) {
                return ended.operation == *operation;
            }));
    }
    QCOMPARE(pair.client->log.count([](const auto& item) { return item.template as<Failed>(); }),
             0U);
}

void ContractEndSending::WindowsSaysWhyNot()
{
    if (!onWindows()) {
        QSKIP("sockets have an end of sending alone");
    }
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto operation = pair.client->engine().endSending(pair.atClient.connection);
    QVERIFY(operation);
    QCOMPARE(pair.client->failure(*operation)->kind, ErrorKind::NotSupported);
    // It goes on as before.
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("still here")));
    QCOMPARE(asText(pair.server->received(pair.atServer, 1).at(0)), std::string_view("still here"));
}

PIPESCOPE_GUILESS_TEST(ContractEndSending)
#include "tst_contract_end_sending.moc"
