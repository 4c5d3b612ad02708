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
    QVERIFY(endpoint);
    const auto error = side.failure(*endpoint);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::InvalidArgument);
    QVERIFY(error->api == "ConvertStringSecurityDescriptorToSecurityDescriptor");
    QVERIFY(error->detail.find("nonsense") != std::string::npos);
    QVERIFY(side.isClosed(*endpoint));
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

QTEST_GUILESS_MAIN(TestWin32Options)
#include "tst_win32_options.moc"
