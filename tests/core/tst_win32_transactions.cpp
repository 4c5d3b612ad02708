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
    void TransactionsAmongLongMessages_data();
    void TransactionsAmongLongMessages();
    void SecondTransactionIsRefused();
    void TransactionEndsWithTheConversation();
    void TransactionWithAClosedPeer();
    void CallGetsItsAnswer();
    void CallHasItsTimesAndItsServer();
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

void TestWin32Transactions::TransactionsAmongLongMessages_data()
{
    QTest::addColumn<IoModel>("io");
    QTest::newRow("overlapped") << IoModel::Overlapped;
    QTest::newRow("synchronous") << IoModel::Synchronous;
}

void TestWin32Transactions::TransactionsAmongLongMessages()
{
    // Each transaction takes back the read that waits, while messages of many reads come. What was begun
    // is read to its end, so that none is cut, lost or mixed with the answer.
    QFETCH(const IoModel, io);
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.io = io;
    joining.connection.readSize = 512;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));

    constexpr unsigned turns = 20;
    std::vector<Bytes> sent;
    std::size_t questions = 0;
    for (unsigned turn = 0; turn < turns; ++turn) {
        sent.push_back(patternBytes(10'000 + turn, turn));
        QVERIFY(atServer.engine().send(connection, sent.back()));
        const auto operation = atClient.engine().transact(ids.connection, toBytes("question"));
        QVERIFY(operation);
        // The system refuses a transaction while something is unread.
        const auto refusal = [&] {
            return atClient.log.count([&](const EventLog::Item& item) {
                const auto* const failed = item.as<Failed>();
                return failed != nullptr && failed->operation == *operation
                       && failed->error.kind == ErrorKind::Busy;
            });
        };
        const auto asked = [&] {
            return atServer.log.count([](const EventLog::Item& item) {
                const auto* const data = item.as<Message>();
                return data != nullptr && data->direction == Direction::Received;
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(refusal() != 0 || asked() > questions, 30'000);
        if (asked() > questions) {
            // The unasked message was read before, or it is the answer, and this one comes unasked.
            questions = asked();
            sent.push_back(toBytes("answer"));
            QVERIFY(atServer.engine().send(connection, sent.back()));
            QVERIFY(atClient.isSent(*operation));
        }
        QVERIFY(atClient.received(ids.connection, sent.size()) == sent);
    }
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

void TestWin32Transactions::CallHasItsTimesAndItsServer()
{
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer caller(nullptr);
    const auto ids = caller.engine().call({.name = options.name, .request = toBytes("question")});
    QVERIFY(ids);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atServer.received(connection, 1).size() == 1);
    constexpr std::int64_t thinkingMs = 300;
    QTest::qWait(thinkingMs);
    QVERIFY(atServer.engine().send(connection, toBytes("answer")));
    QVERIFY(caller.received(ids->connection, 1).at(0) == toBytes("answer"));
    const auto timeOf = [&](Direction direction) -> std::int64_t {
        const auto found =
            caller.log.waitForBody<Message>([&](const EventLog::Item&, const Message& body) {
                return body.direction == direction;
            });
        return found ? found->event.monotonicNs : 0;
    };
    QVERIFY(timeOf(Direction::Received) - timeOf(Direction::Sent) >= thinkingMs * 1'000'000);
    // While it is open, the system tells who serves it.
    const auto item = caller.log.waitForBody<PeerConnected>(
        [](const EventLog::Item&, const PeerConnected&) { return true; });
    QVERIFY(item);
    QCOMPARE(item->as<PeerConnected>()->peer->processId.value_or(0),
             std::uint32_t{GetCurrentProcessId()});
    QVERIFY(item->event.monotonicNs <= timeOf(Direction::Sent));
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
