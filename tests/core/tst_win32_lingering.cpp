// Instances that clients hold after their server has ended (rule 1 of npfs_rules.h).
#include "contract_test.h"
#include "pipe_rows.h"
#include "raw_client.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/security/security.h"

#include <QTest>

#include <chrono>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

std::size_t failures(TestPeer& peer)
{
    return peer.log.count([](const EventLog::Item& item) { return item.as<Failed>() != nullptr; });
}

/// Two turns of the server's timer, and some.
constexpr int severalRetriesMs = 1300;

} // namespace

class TestWin32Lingering : public PipeRows
{
    Q_OBJECT

private slots:
    void StoppedServerStartsAgainWhileAClientStays();
    void SingleInstanceServerStartsAgainWhenItsClientLeaves();
    void SingleInstanceIsServedAgainWhenTheClientLeaves();
    void NoSlotIsLost();
    void ReaderGetsTheRestAndThenTheEnd();
    void ServerOfSomebodyElseIsNotJoined();
    void SecondServerOfThisProcessIsNotJoined();
};

void TestWin32Lingering::StoppedServerStartsAgainWhileAClientStays()
{
    TestPeer peer(nullptr);
    const ServerOptions options = server(freshName());
    for (std::size_t turn = 1; turn <= 3; ++turn) {
        const EndpointId endpoint = peer.serve(options);
        QVERIFY(endpoint);
        RawClient staying(options.name);
        QVERIFY(staying);
        QVERIFY(peer.clientOf(endpoint));
        QVERIFY(peer.engine().closeEndpoint(endpoint, CloseMode::Graceful));
        QVERIFY(peer.isClosed(endpoint));
        const EndpointId again = peer.serve(options);
        QVERIFY(again);
        TestPeer other(nullptr);
        QVERIFY(other.isConnected(other.connect(client(options.name)).connection));
        QVERIFY(peer.clientOf(again));
        QVERIFY(peer.engine().closeEndpoint(again, CloseMode::Abortive));
        QVERIFY(peer.isClosed(again));
    }
    QCOMPARE(failures(peer), 0U);
}

void TestWin32Lingering::SingleInstanceServerStartsAgainWhenItsClientLeaves()
{
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    QVERIFY(staying);
    QVERIFY(peer.clientOf(endpoint));
    QVERIFY(peer.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(peer.isClosed(endpoint));
    const EndpointId again = peer.serve(options);
    QVERIFY(again);
    if (onModel()) {
        const auto error = peer.failure(again);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::InstanceLimit);
        QVERIFY(error->detail.find("clients of the ended server") != std::string::npos);
        QTest::qWait(severalRetriesMs);
        QCOMPARE(failures(peer), 1U);
    }
    staying.close();
    TestPeer other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(peer.clientOf(again));
}

void TestWin32Lingering::SingleInstanceIsServedAgainWhenTheClientLeaves()
{
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    const ConnectionId connection = peer.clientOf(endpoint);
    QVERIFY(staying && connection);
    QVERIFY(peer.engine().close(connection, CloseMode::Graceful));
    QVERIFY(peer.disconnected(connection));
    QTest::qWait(severalRetriesMs);
    QCOMPARE(failures(peer), onModel() ? 1U : 0U);
    staying.close();
    TestPeer other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(peer.clientOf(endpoint, 2));
}

void TestWin32Lingering::NoSlotIsLost()
{
    // At the limit, one of two is sent away and stays. When it leaves nothing else happens that could
    // remind the server.
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 2;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient first(options.name);
    const ConnectionId connection = peer.clientOf(endpoint, 1);
    QVERIFY(first && connection);
    const RawClient second(options.name);
    QVERIFY(second);
    QVERIFY(peer.clientOf(endpoint, 2));
    QVERIFY(peer.engine().close(connection, CloseMode::Graceful));
    QVERIFY(peer.disconnected(connection));
    first.close();
    TestPeer other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(peer.clientOf(endpoint, 3));
    QCOMPARE(failures(peer), 0U);
}

void TestWin32Lingering::ReaderGetsTheRestAndThenTheEnd()
{
    TestPeer peer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient reader(options.name);
    const ConnectionId connection = peer.clientOf(endpoint);
    QVERIFY(reader && connection);
    const auto sent = peer.engine().send(connection, toBytes("last words"));
    QVERIFY(sent && peer.isSent(*sent));
    QVERIFY(peer.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(peer.isClosed(endpoint));
    QCOMPARE(reader.read().value_or(""), std::string("last words"));
    QVERIFY(!reader.read());
    QCOMPARE(quint32{GetLastError()}, quint32{ERROR_BROKEN_PIPE});
}

void TestWin32Lingering::ServerOfSomebodyElseIsNotJoined()
{
    if (!onModel()) {
        QSKIP("takes a second account");
    }
    TestPeer peer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    QVERIFY(staying && peer.clientOf(endpoint));
    QVERIFY(peer.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(peer.isClosed(endpoint));
    staying.close();
    // Somebody takes the name, lets everybody in, and does not listen at the moment.
    const AccessSubject own = currentSubject().value();
    AccessSubject stranger;
    stranger.sids = {Sid(5, {21, 9, 9, 9, 1001}), sids::everyone()};
    model().actAs(stranger);
    const auto theirs =
        model().create({.name = PipeName::parse(options.name).value().native(),
                        .ofMessages = true,
                        .readsMessages = true,
                        .descriptor = descriptorFromSddl("D:(A;;FA;;;WD)").value()});
    QVERIFY(theirs);
    model().actAs(own);
    RawClient theirClient(options.name);
    QVERIFY(theirClient);
    const auto refused = peer.engine().startServer(options);
    QVERIFY(refused);
    const auto error = peer.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY(peer.isClosed(*refused));
    QCOMPARE(model().instances(PipeName::parse(options.name).value().native()), 1U);
}

void TestWin32Lingering::SecondServerOfThisProcessIsNotJoined()
{
    if (onWine()) {
        QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: a second server succeeds");
    }
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 2;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    const ConnectionId connection = peer.clientOf(endpoint);
    QVERIFY(staying && connection);
    QVERIFY(peer.engine().close(connection, CloseMode::Graceful));
    QVERIFY(peer.disconnected(connection));
    const auto refused = peer.engine().startServer(options);
    QVERIFY(refused);
    const auto error = peer.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
}

PIPESCOPE_GUILESS_TEST(TestWin32Lingering)
#include "tst_win32_lingering.moc"
