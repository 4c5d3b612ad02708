// Options that only Windows has, on real pipes: what the system does with them.
#include "contract_test.h"
#include "side.h"
#include "wine.h"

#include <QTest>

#include <windows.h>

#include <aclapi.h>
#include <sddl.h>

#include <chrono>
#include <string>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

std::string freshName()
{
    static int count = 0;
    return "pipescope-options-" + std::to_string(GetCurrentProcessId()) + "-"
           + std::to_string(++count);
}

ServerOptions server(const std::string& name)
{
    ServerOptions options;
    options.name = name;
    return options;
}

ClientOptions client(const std::string& name)
{
    ClientOptions options;
    options.name = name;
    return options;
}

/// A client of the test's own, so that what the system says of the pipe can be asked.
class RawClient
{
public:
    explicit RawClient(const std::string& name)
        : m_handle(CreateFileA((R"(\\.\pipe\)" + name).c_str(),
                               GENERIC_READ | GENERIC_WRITE | READ_CONTROL, 0, nullptr,
                               OPEN_EXISTING, 0, nullptr))
    {}
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;
    ~RawClient()
    {
        if (m_handle != INVALID_HANDLE_VALUE) {
            CloseHandle(m_handle);
        }
    }
    [[nodiscard]] HANDLE get() const { return m_handle; }
    [[nodiscard]] bool isOpen() const { return m_handle != INVALID_HANDLE_VALUE; }

private:
    HANDLE m_handle;
};

} // namespace

class TestWin32Options : public QObject
{
    Q_OBJECT

private slots:
    void DescriptorOfTheServerIsThePipes();
    void BrokenDescriptorIsRefused();
    void ReusedInstanceServesTheNext();
    void BytesReadOfMessages();
    void WaitThenOpenWaitsThroughBusy();
    void WaitThenOpenTimesOut();
    void WaitThenOpenOfNothingFailsAtOnce();
    void WaitThenOpenIsCancelled();
    void ManyWaitSideBySide();
    void SynchronousServerAnswers_data();
    void SynchronousServerAnswers();
    void SynchronousMessagesOfAnySize();
    void SynchronousWriteWaitsForPendingRead();
    void SynchronousServerStopsWithPendingEverything();
    void SynchronousClientsComeAndGo();
    void ReadModeChangesWhileConnected();
    void ByteEndRefusesMessageReadMode();
    void TransactionGetsItsAnswer_data();
    void TransactionGetsItsAnswer();
    void TransactionsFollowWhatWasSent();
    void SecondTransactionIsRefused();
    void TransactionEndsWithTheConversation();
    void TransactionWithTheDeparted();
    void CallGetsItsAnswer();
    void CallOfNothingSaysSo();
    void CallIsCancelled();
    void CallCutsALongReply();
    void FactsOfBothEnds();
};

void TestWin32Options::DescriptorOfTheServerIsThePipes()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = "D:P(A;;GA;;;SY)(A;;GRGW;;;WD)";
    QVERIFY(side.serve(options));
    const RawClient raw(options.name);
    QVERIFY(raw.isOpen());
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    PACL list = nullptr;
    QCOMPARE(GetSecurityInfo(raw.get(), SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION, nullptr,
                             nullptr, &list, nullptr, &descriptor),
             DWORD{ERROR_SUCCESS});
    QVERIFY(list != nullptr);
    QCOMPARE(int{list->AceCount}, 2);
    void* second = nullptr;
    QVERIFY(GetAce(list, 1, &second) != FALSE);
    QVERIFY(IsWellKnownSid(&static_cast<ACCESS_ALLOWED_ACE*>(second)->SidStart, WinWorldSid)
            != FALSE);
    LocalFree(descriptor);
}

void TestWin32Options::BrokenDescriptorIsRefused()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = "D:(A;;nonsense;;;WD)";
    const auto endpoint = side.engine().startServer(options);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!endpoint.error().detail.empty());
}

void TestWin32Options::ReusedInstanceServesTheNext()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.policy = InstancePolicy::Reuse;
    options.instances = 2;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    for (std::size_t turn = 1; turn <= 5; ++turn) {
        Side other(nullptr);
        const auto ids = other.connect(client(options.name));
        const ConnectionId connection = side.clientOf(endpoint, turn);
        QVERIFY(connection && other.isConnected(ids.connection));
        QVERIFY(other.engine().send(ids.connection, toBytes("again")));
        QCOMPARE(side.received(connection, 1).size(), 1U);
        QVERIFY(other.engine().close(ids.connection, CloseMode::Graceful));
        QCOMPARE(side.disconnected(connection)->reason, CloseReason::PeerClosed);
    }
    // The handles are those of the first two: no third instance was made.
    const RawClient raw(options.name);
    QVERIFY(raw.isOpen());
    DWORD instances = 0;
    QVERIFY(GetNamedPipeHandleStateW(raw.get(), nullptr, &instances, nullptr, nullptr, nullptr, 0)
            != FALSE);
    QVERIFY2(instances <= 2, qPrintable(QString::number(instances)));
}

void TestWin32Options::BytesReadOfMessages()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.readMode = PipeMode::Byte;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    side.log.setRoom(false);
    Side other(nullptr);
    const auto ids = other.connect(client(options.name));
    const ConnectionId connection = side.clientOf(endpoint);
    QVERIFY(connection);
    const auto one = other.engine().send(ids.connection, toBytes("one"));
    const auto two = other.engine().send(ids.connection, toBytes("two"));
    QVERIFY(one && two && other.isSent(*one) && other.isSent(*two));
    side.log.setRoom(true);
    side.engine().resumeReading();
    // The boundary is not seen by who reads bytes.
    QVERIFY(side.stream(connection, 6) == toBytes("onetwo"));
    // But what this end writes is messages still.
    QVERIFY(side.engine().send(connection, toBytes("three")));
    QVERIFY(side.engine().send(connection, toBytes("four")));
    QCOMPARE(other.received(ids.connection, 2).size(), 2U);
}

void TestWin32Options::WaitThenOpenWaitsThroughBusy()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    Side first(nullptr);
    const auto busy = first.connect(client(options.name));
    QVERIFY(first.isConnected(busy.connection));

    Side second(nullptr);
    ClientOptions waiting = client(options.name);
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 10s;
    const auto ids = second.connect(waiting);
    QTest::qWait(100); // it is inside WaitNamedPipe by now, or will be: both must work
    QVERIFY(first.engine().close(busy.connection, CloseMode::Graceful));
    QVERIFY(second.isConnected(ids.connection));
    QVERIFY(side.clientOf(endpoint, 2));
}

void TestWin32Options::WaitThenOpenTimesOut()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    QVERIFY(side.serve(options));
    Side first(nullptr);
    const auto busy = first.connect(client(options.name));
    QVERIFY(first.isConnected(busy.connection));

    Side second(nullptr);
    ClientOptions waiting = client(options.name);
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 500ms;
    const auto begun = std::chrono::steady_clock::now();
    const auto ids = second.connect(waiting);
    const auto error = second.failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(error->api == "WaitNamedPipe");
    const auto took = std::chrono::steady_clock::now() - begun;
    QVERIFY(took >= 450ms);
    QVERIFY(took < 5s);
}

void TestWin32Options::WaitThenOpenOfNothingFailsAtOnce()
{
    Side side(nullptr);
    ClientOptions waiting = client(freshName());
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 30s;
    const auto ids = side.connect(waiting);
    const auto error = side.failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QVERIFY(error->api == "WaitNamedPipe");
}

void TestWin32Options::WaitThenOpenIsCancelled()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    QVERIFY(side.serve(options));
    Side first(nullptr);
    const auto busy = first.connect(client(options.name));
    QVERIFY(first.isConnected(busy.connection));
    Side second(nullptr);
    ClientOptions waiting = client(options.name);
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 60s;
    const auto ids = second.connect(waiting);
    QVERIFY(second.engine().close(ids.connection, CloseMode::Abortive));
    QVERIFY(second.isClosed(ids.endpoint));
    // And an engine that ends while one waits does not wait with it.
    const auto again = second.connect(waiting);
    const auto begun = std::chrono::steady_clock::now();
    second.stop();
    QVERIFY(second.isClosed(again.endpoint));
    QVERIFY(std::chrono::steady_clock::now() - begun < 10s);
}

void TestWin32Options::ManyWaitSideBySide()
{
    // One that waits long does not hold up another: each has its own thread.
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    QVERIFY(side.serve(options));
    const ServerOptions open = server(freshName());
    QVERIFY(side.serve(open));
    Side other(nullptr);
    const auto busy = other.connect(client(options.name));
    QVERIFY(other.isConnected(busy.connection));
    ClientOptions waiting = client(options.name);
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 60s;
    other.connect(waiting);
    other.connect(waiting);
    ClientOptions quick = client(open.name);
    quick.wait = WaitPolicy::WaitThenOpen;
    const auto ids = other.connect(quick);
    QVERIFY(other.isConnected(ids.connection));
}

void TestWin32Options::SynchronousServerAnswers_data()
{
    QTest::addColumn<PipeMode>("mode");
    QTest::newRow("messages") << PipeMode::Message;
    QTest::newRow("bytes") << PipeMode::Byte;
}

void TestWin32Options::SynchronousServerAnswers()
{
    QFETCH(const PipeMode, mode);
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.mode = mode;
    options.io = IoModel::Synchronous;
    options.connection.echo = true;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side atClient(nullptr);
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

void TestWin32Options::SynchronousMessagesOfAnySize()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    options.access = Access::Inbound;
    options.connection.readSize = 4096;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side atClient(nullptr);
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

void TestWin32Options::SynchronousWriteWaitsForPendingRead()
{
    Side atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.io = IoModel::Synchronous;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    const auto operation = atClient.engine().send(ids.connection, toBytes("parked"));
    QVERIFY(operation);
    QTest::qWait(300);
    const auto sent = [&](const EventLog::Item& item) {
        const Data* const data = item.as<Data>();
        return data != nullptr && data->operation == *operation;
    };
    const bool parked = atClient.log.count(sent) == 0;
    if (!parked && runsUnderWine()) {
        QSKIP("Wine runs reads and writes of a synchronous handle side by side");
    }
    QVERIFY(parked);
    // The read comes back with the other end's word, and the write goes through.
    QVERIFY(atServer.engine().send(connection, toBytes("wake")));
    QVERIFY(atClient.isSent(*operation));
    QVERIFY(atServer.stream(connection, 6) == toBytes("parked"));
}

void TestWin32Options::SynchronousServerStopsWithPendingEverything()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side atClient(nullptr);
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

void TestWin32Options::SynchronousClientsComeAndGo()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.io = IoModel::Synchronous;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    for (std::size_t turn = 1; turn <= 20; ++turn) {
        Side atClient(nullptr);
        const auto ids = atClient.connect(client(options.name));
        const ConnectionId connection = atServer.clientOf(endpoint, turn);
        QVERIFY(connection && atClient.isConnected(ids.connection));
        const CloseMode mode = turn % 2 == 0 ? CloseMode::Graceful : CloseMode::Abortive;
        QVERIFY(atServer.engine().close(connection, mode));
        QVERIFY(atServer.disconnected(connection));
        QVERIFY(atClient.disconnected(ids.connection));
    }
}

namespace {

/// An echoing server and a client, connected.
struct Conversation
{
    explicit Conversation(bool echo = true, IoModel io = IoModel::Overlapped)
    {
        ServerOptions options = server(freshName());
        options.connection.echo = echo;
        options.instances = 3;
        name = options.name;
        endpoint = atServer.serve(options);
        ClientOptions joining = client(name);
        joining.io = io;
        ids = atClient.connect(joining);
        connection = atServer.clientOf(endpoint);
        isGood = connection && atClient.isConnected(ids.connection);
    }

    Side atServer{nullptr};
    Side atClient{nullptr};
    std::string name;
    EndpointId endpoint;
    ConnectionId connection; ///< at the server
    Engine::ClientIds ids;
    bool isGood = false;
};

std::shared_ptr<const PipeFacts> factsOf(Side& side, ConnectionId connection)
{
    const auto operation = side.engine().readFacts(connection);
    std::shared_ptr<const PipeFacts> facts;
    side.log.waitForBody<FactsRead>([&](const EventLog::Item&, const FactsRead& read) {
        if (read.operation != *operation) {
            return false;
        }
        facts = read.facts;
        return true;
    });
    return facts;
}

} // namespace

void TestWin32Options::ReadModeChangesWhileConnected()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto changed = talk.atClient.engine().setReadMode(talk.ids.connection, PipeMode::Byte);
    QVERIFY(changed);
    QVERIFY(talk.atClient.log.waitForBody<ReadModeChanged>(
        [&](const EventLog::Item&, const ReadModeChanged& body) {
            return body.operation == *changed && body.mode == PipeMode::Byte;
        }));
    const auto facts = factsOf(talk.atClient, talk.ids.connection);
    QVERIFY(facts && facts->state);
    QCOMPARE(facts->state->readMode, PipeMode::Byte);
    // And back again: messages have their borders.
    QVERIFY(talk.atClient.engine().setReadMode(talk.ids.connection, PipeMode::Message));
    QCOMPARE(factsOf(talk.atClient, talk.ids.connection)->state->readMode, PipeMode::Message);
    const Bytes large = patternBytes(200'000);
    QVERIFY(talk.atServer.engine().send(talk.connection, large));
    QVERIFY(talk.atServer.engine().send(talk.connection, toBytes("small")));
    const auto messages = talk.atClient.received(talk.ids.connection, 2);
    QCOMPARE(messages.size(), 2U);
    QVERIFY(messages[0] == large && messages[1] == toBytes("small"));
}

void TestWin32Options::ByteEndRefusesMessageReadMode()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.mode = PipeMode::Byte;
    const EndpointId endpoint = atServer.serve(options);
    Side atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.mode = PipeMode::Byte;
    const auto ids = atClient.connect(joining);
    QVERIFY(atServer.clientOf(endpoint) && atClient.isConnected(ids.connection));
    const auto operation = atClient.engine().setReadMode(ids.connection, PipeMode::Message);
    QVERIFY(operation);
    const auto error = atClient.failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::WrongType);
    QVERIFY(error->api == "SetNamedPipeHandleState");
}

void TestWin32Options::TransactionGetsItsAnswer_data()
{
    QTest::addColumn<IoModel>("io");
    QTest::addColumn<int>("size");
    QTest::newRow("overlapped") << IoModel::Overlapped << 5;
    QTest::newRow("overlapped, longer than a read") << IoModel::Overlapped << 300'000;
    QTest::newRow("synchronous") << IoModel::Synchronous << 5;
}

void TestWin32Options::TransactionGetsItsAnswer()
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

void TestWin32Options::TransactionsFollowWhatWasSent()
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

void TestWin32Options::SecondTransactionIsRefused()
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

void TestWin32Options::TransactionEndsWithTheConversation()
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

void TestWin32Options::TransactionWithTheDeparted()
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

void TestWin32Options::CallGetsItsAnswer()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.connection.echo = true;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side caller(nullptr);
    const auto ids = caller.engine().call({.name = options.name, .request = toBytes("question")});
    QVERIFY(ids);
    QVERIFY(caller.received(ids->connection, 1).at(0) == toBytes("question"));
    QVERIFY(caller.log.waitForBody<Data>([](const EventLog::Item& item, const Data& data) {
        return data.direction == Direction::Sent && item.payload == toBytes("question");
    }));
    QCOMPARE(caller.disconnected(ids->connection)->reason, CloseReason::PeerClosed);
    QVERIFY(caller.isClosed(ids->endpoint));
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection);
    QVERIFY(atServer.received(connection, 1).at(0) == toBytes("question"));
    QCOMPARE(atServer.disconnected(connection)->reason, CloseReason::PeerClosed);
}

void TestWin32Options::CallOfNothingSaysSo()
{
    Side caller(nullptr);
    const auto ids = caller.engine().call({.name = freshName(), .request = toBytes("question")});
    QVERIFY(ids);
    const auto error = caller.failure(ids->connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QVERIFY(error->api == "CallNamedPipe");
    QVERIFY(caller.isClosed(ids->endpoint));
}

void TestWin32Options::CallIsCancelled()
{
    // The server takes the question and never answers.
    Side atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    Side caller(nullptr);
    const auto ids = caller.engine().call({.name = options.name, .request = toBytes("question")});
    QVERIFY(ids);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atServer.received(connection, 1).size() == 1);
    QVERIFY(caller.engine().close(ids->connection, CloseMode::Graceful));
    QVERIFY(caller.isClosed(ids->endpoint));
    QVERIFY(atServer.disconnected(connection));
}

void TestWin32Options::CallCutsALongReply()
{
    Side atServer(nullptr);
    ServerOptions options = server(freshName());
    options.connection.echo = true;
    QVERIFY(atServer.serve(options));
    Side caller(nullptr);
    const auto ids = caller.engine().call(
        {.name = options.name, .request = patternBytes(10'000), .replyLimit = 1000});
    QVERIFY(ids);
    const Bytes question = patternBytes(10'000);
    const auto answers = caller.received(ids->connection, 1);
    QCOMPARE(answers.size(), 1U);
    QVERIFY(answers[0] == Bytes(question.begin(), question.begin() + 1000));
    QVERIFY(caller.log.waitForBody<Data>([](const EventLog::Item&, const Data& data) {
        return data.direction == Direction::Received && data.continues;
    }));
}

void TestWin32Options::FactsOfBothEnds()
{
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto atServer = factsOf(talk.atServer, talk.connection);
    const auto atClient = factsOf(talk.atClient, talk.ids.connection);
    QVERIFY(atServer && atClient);
    for (const auto& facts : {atServer, atClient}) {
        QVERIFY(facts->info && facts->state && facts->waiting);
        QCOMPARE(facts->info->type, PipeMode::Message);
        QCOMPARE(facts->info->maxInstances, 3U);
        QCOMPARE(facts->state->readMode, PipeMode::Message);
        QVERIFY(!facts->state->nonBlocking);
        QCOMPARE(facts->waiting->bytes, 0U);
    }
    QCOMPARE(atServer->state->instances, 2U); // one with the client, one that listens
    // Nobody reads: what waits is counted, and what is left of the first message.
    talk.atServer.log.setRoom(false);
    QVERIFY(talk.atClient.engine().send(talk.ids.connection, toBytes("taken")));
    QVERIFY(talk.atServer.received(talk.connection, 1).size() == 1); // the read that was pending
    const auto operation = talk.atClient.engine().send(talk.ids.connection, patternBytes(100));
    const auto behind = talk.atClient.engine().send(talk.ids.connection, patternBytes(30));
    QVERIFY(operation && behind && talk.atClient.isSent(*operation)
            && talk.atClient.isSent(*behind));
    const auto now = factsOf(talk.atServer, talk.connection);
    QVERIFY(now && now->waiting);
    QCOMPARE(now->waiting->bytes, 130U);
    QCOMPARE(now->waiting->leftInMessage, std::optional<std::uint32_t>(100));
    talk.atServer.log.setRoom(true);
    talk.atServer.engine().resumeReading();
    QCOMPARE(talk.atServer.received(talk.connection, 3).size(), 3U);
}

QTEST_GUILESS_MAIN(TestWin32Options)
#include "tst_win32_options.moc"
