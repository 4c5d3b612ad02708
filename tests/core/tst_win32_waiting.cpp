// Waiting for a pipe by WaitNamedPipe, on real pipes.
#include "contract_test.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include <QTest>

#include <chrono>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// A pipe whose only instance is taken, and options of a client that waits for it.
struct BusyPipe
{
    TestPeer server{nullptr};
    TestPeer first{nullptr};
    EndpointId endpoint;
    Engine::ClientIds busy;
    ClientOptions waiting = client(freshName());

    explicit BusyPipe(std::chrono::milliseconds timeout)
    {
        ServerOptions options = ::server(waiting.name);
        options.instances = 1;
        endpoint = server.serve(options);
        QVERIFY(endpoint);
        busy = first.connect(client(waiting.name));
        QVERIFY(first.isConnected(busy.connection));
        waiting.wait = WaitPolicy::WaitThenOpen;
        waiting.timeout = timeout;
    }
};

} // namespace

class TestWin32Waiting : public PipeRows
{
    Q_OBJECT

private slots:
    void WaitThenOpenWaitsThroughBusy();
    void WaitThenOpenTimesOut();
    void WaitThenOpenOfNothingFailsAtOnce();
    void WaitThenOpenIsCancelled();
    void ManyWaitSideBySide();
};

void TestWin32Waiting::WaitThenOpenWaitsThroughBusy()
{
    BusyPipe pipe(10s);
    TestPeer second(nullptr);
    const auto ids = second.connect(pipe.waiting);
    QTest::qWait(100); // it is inside WaitNamedPipe by now, or will be: both must work
    QVERIFY(pipe.first.engine().close(pipe.busy.connection, CloseMode::Graceful));
    QVERIFY(second.isConnected(ids.connection));
    QVERIFY(pipe.server.clientOf(pipe.endpoint, 2));
}

void TestWin32Waiting::WaitThenOpenTimesOut()
{
    BusyPipe pipe(500ms);
    TestPeer second(nullptr);
    const auto begun = std::chrono::steady_clock::now();
    const auto ids = second.connect(pipe.waiting);
    const auto error = second.failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::TimedOut);
    QVERIFY(error->api == "WaitNamedPipe");
    const auto took = std::chrono::steady_clock::now() - begun;
    QVERIFY(took >= 450ms);
    QVERIFY(took < 5s);
}

void TestWin32Waiting::WaitThenOpenOfNothingFailsAtOnce()
{
    TestPeer peer(nullptr);
    ClientOptions waiting = client(freshName());
    waiting.wait = WaitPolicy::WaitThenOpen;
    waiting.timeout = 30s;
    const auto ids = peer.connect(waiting);
    const auto error = peer.failure(ids.connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NotFound);
    QVERIFY(error->api == "WaitNamedPipe");
}

void TestWin32Waiting::WaitThenOpenIsCancelled()
{
    BusyPipe pipe(60s);
    TestPeer second(nullptr);
    const auto ids = second.connect(pipe.waiting);
    QVERIFY(second.engine().close(ids.connection, CloseMode::Abortive));
    QVERIFY(second.isClosed(ids.endpoint));
    // And an engine that ends while one waits does not wait with it.
    const auto again = second.connect(pipe.waiting);
    const auto begun = std::chrono::steady_clock::now();
    second.stop();
    QVERIFY(second.isClosed(again.endpoint));
    QVERIFY(std::chrono::steady_clock::now() - begun < 10s);
}

void TestWin32Waiting::ManyWaitSideBySide()
{
    // A long wait does not delay another: each has its own thread.
    BusyPipe pipe(60s);
    const ServerOptions open = server(freshName());
    QVERIFY(pipe.server.serve(open));
    TestPeer other(nullptr);
    other.connect(pipe.waiting);
    other.connect(pipe.waiting);
    ClientOptions quick = client(open.name);
    quick.wait = WaitPolicy::WaitThenOpen;
    const auto ids = other.connect(quick);
    QVERIFY(other.isConnected(ids.connection));
}

PIPESCOPE_GUILESS_TEST(TestWin32Waiting)
#include "tst_win32_waiting.moc"
