// TransactNamedPipe and CallNamedPipe, on real pipes.
#include "contract_test.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include <QTest>

#include <chrono>

using namespace pipecore;
using namespace std::chrono_literals;

class TestWin32Transactions : public PipeRows
{
    Q_OBJECT

private slots:
    void TransactionGetsItsAnswer_data();
    void TransactionGetsItsAnswer();
    void RequestAndReplyHaveTheirTimes();
    void TransactionsFollowEarlierSends();
    void SecondTransactionIsRefused();
    void TransactionEndsWithTheConversation();
    void TransactionWithAClosedPeer();
    void CallGetsItsAnswer();
    void CallOfNothingSaysSo();
    void CallIsCancelled();
    void CallCutsALongReply();
};

void TestWin32Transactions::TransactionGetsItsAnswer_data()
{
    QTest::addColumn<IoModel>("io");
    QTest::addColumn<int>("size");
    QTest::newRow("overlapped") << IoModel::Overlapped << 5;
    QTest::newRow("overlapped, longer than a read") << IoModel::Overlapped << 300'000;
    QTest::newRow("synchronous") << IoModel::Synchronous << 5;
}

void TestWin32Transactions::TransactionGetsItsAnswer()
{
    QFETCH(const IoModel, io);
    QFETCH(const int, size);
    Conversation talk(true, io);
    QVERIFY(talk.isGood);
    const Bytes question = patternBytes(static_cast<std::size_t>(size));
    for (std::size_t turn = 1; turn <= 3; ++turn) {
        const auto operation = talk.atClient.engine().transact(talk.ids.connection, question);
        QVERIFY(operation);
        QVERIFY(talk.atClient.isSent(*operation));
        const auto answers = talk.atClient.received(talk.ids.connection, turn);
        QCOMPARE(answers.size(), turn);
        QVERIFY(answers.back() == question);
    }
    // Reading goes on afterwards.
    QVERIFY(talk.atServer.engine().send(talk.connection, toBytes("unasked")));
    QVERIFY(talk.atClient.received(talk.ids.connection, 4).at(3) == toBytes("unasked"));
}

void TestWin32Transactions::RequestAndReplyHaveTheirTimes()
{
    // The system reports both at once, when the reply has come; the request was there before.
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto operation =
        talk.atClient.engine().transact(talk.ids.connection, toBytes("question"));
    QVERIFY(operation);
    const auto timeOf = [](TestPeer& peer, Direction direction) -> std::int64_t {
        const auto found =
            peer.log.waitForBody<Message>([&](const EventLog::Item&, const Message& body) {
                return body.direction == direction;
            });
        return found ? found->event.monotonicNs : 0;
    };
    const std::int64_t seenByServer = timeOf(talk.atServer, Direction::Received);
    QVERIFY(talk.atServer.engine().send(talk.connection, toBytes("answer")));
    QVERIFY(talk.atClient.isSent(*operation));
    QVERIFY(seenByServer > 0);
    QVERIFY(timeOf(talk.atClient, Direction::Sent) <= seenByServer);
    QVERIFY(timeOf(talk.atClient, Direction::Received) > seenByServer);
}

void TestWin32Transactions::TransactionsFollowEarlierSends()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    std::vector<Bytes> sent;
    for (unsigned i = 0; i < 5; ++i) {
        sent.push_back(patternBytes(50'000, i));
        QVERIFY(talk.atClient.engine().send(talk.ids.connection, sent.back()));
    }
    sent.push_back(toBytes("question"));
    const auto operation = talk.atClient.engine().transact(talk.ids.connection, sent.back());
    QVERIFY(operation);
    QVERIFY(talk.atServer.received(talk.connection, sent.size()) == sent);
    QVERIFY(talk.atServer.engine().send(talk.connection, toBytes("answer")));
    QVERIFY(talk.atClient.isSent(*operation));
    QVERIFY(talk.atClient.received(talk.ids.connection, 1).at(0) == toBytes("answer"));
}

void TestWin32Transactions::SecondTransactionIsRefused()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto first = talk.atClient.engine().transact(talk.ids.connection, toBytes("one"));
    const auto second = talk.atClient.engine().transact(talk.ids.connection, toBytes("two"));
    QVERIFY(first && second);
    QCOMPARE(talk.atClient.failure(*second)->kind, ErrorKind::WouldBlock);
    QVERIFY(talk.atServer.received(talk.connection, 1).at(0) == toBytes("one"));
    QVERIFY(talk.atServer.engine().send(talk.connection, toBytes("answer")));
    QVERIFY(talk.atClient.isSent(*first));
}

void TestWin32Transactions::TransactionEndsWithTheConversation()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto operation =
        talk.atClient.engine().transact(talk.ids.connection, toBytes("question"));
    QVERIFY(operation);
    QVERIFY(talk.atServer.received(talk.connection, 1).at(0) == toBytes("question"));
    QVERIFY(talk.atClient.engine().close(talk.ids.connection, CloseMode::Graceful));
    const auto error = talk.atClient.failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Cancelled);
    QVERIFY(talk.atClient.isClosed(talk.ids.endpoint));
}

void TestWin32Transactions::TransactionWithAClosedPeer()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto operation =
        talk.atClient.engine().transact(talk.ids.connection, toBytes("question"));
    QVERIFY(operation);
    QVERIFY(talk.atServer.received(talk.connection, 1).at(0) == toBytes("question"));
    QVERIFY(talk.atServer.engine().close(talk.connection, CloseMode::Abortive));
    const auto error = talk.atClient.failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::PeerClosed);
    QCOMPARE(talk.atClient.disconnected(talk.ids.connection)->reason, CloseReason::PeerClosed);
}

void TestWin32Transactions::CallGetsItsAnswer()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.connection.echo = true;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer caller(nullptr);
    const auto ids = caller.engine().call({.name = options.name, .request = toBytes("question")});
    QVERIFY(ids);
    QVERIFY(caller.received(ids->connection, 1).at(0) == toBytes("question"));
    QVERIFY(caller.log.waitForBody<Message>([](const EventLog::Item& item, const Message& data) {
        return data.direction == Direction::Sent && item.payload == toBytes("question");
    }));
    QCOMPARE(caller.disconnected(ids->connection)->reason, CloseReason::PeerClosed);
    QVERIFY(caller.isClosed(ids->endpoint));
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection);
    QVERIFY(atServer.received(connection, 1).at(0) == toBytes("question"));
    QCOMPARE(atServer.disconnected(connection)->reason, CloseReason::PeerClosed);
}

void TestWin32Transactions::CallOfNothingSaysSo()
{
    TestPeer caller(nullptr);
    const auto ids = caller.engine().call({.name = freshName(), .request = toBytes("question")});
    QVERIFY(ids);
    const auto error = caller.failure(ids->connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QVERIFY(error->api == "CreateFile");
    QVERIFY(caller.isClosed(ids->endpoint));
}

void TestWin32Transactions::CallIsCancelled()
{
    // The server takes the question and never answers.
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer caller(nullptr);
    const auto ids = caller.engine().call({.name = options.name, .request = toBytes("question")});
    QVERIFY(ids);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atServer.received(connection, 1).size() == 1);
    QVERIFY(caller.engine().close(ids->connection, CloseMode::Graceful));
    QVERIFY(caller.isClosed(ids->endpoint));
    QVERIFY(atServer.disconnected(connection));
}

void TestWin32Transactions::CallCutsALongReply()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.connection.echo = true;
    QVERIFY(atServer.serve(options));
    TestPeer caller(nullptr);
    const auto ids = caller.engine().call(
        {.name = options.name, .request = patternBytes(10'000), .replyLimit = 1000});
    QVERIFY(ids);
    const Bytes question = patternBytes(10'000);
    const auto answers = caller.received(ids->connection, 1);
    QCOMPARE(answers.size(), 1U);
    QVERIFY(answers[0] == Bytes(question.begin(), question.begin() + 1000));
    QVERIFY(caller.log.waitForBody<Message>([](const EventLog::Item&, const Message& data) {
        return data.direction == Direction::Received && data.continues;
    }));
}

PIPESCOPE_GUILESS_TEST(TestWin32Transactions)
#include "tst_win32_transactions.moc"
