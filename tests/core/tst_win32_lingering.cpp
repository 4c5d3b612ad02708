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

std::size_t failures(Side& side)
{
    return side.log.count([](const EventLog::Item& item) { return item.as<Failed>() != nullptr; });
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
    Side side(nullptr);
    const ServerOptions options = server(freshName());
    for (std::size_t turn = 1; turn <= 3; ++turn) {
        const EndpointId endpoint = side.serve(options);
        QVERIFY(endpoint);
        RawClient staying(options.name);
        QVERIFY(staying);
        QVERIFY(side.clientOf(endpoint));
        QVERIFY(side.engine().closeEndpoint(endpoint, CloseMode::Graceful));
        QVERIFY(side.isClosed(endpoint));
        const EndpointId again = side.serve(options);
        QVERIFY(again);
        Side other(nullptr);
        QVERIFY(other.isConnected(other.connect(client(options.name)).connection));
        QVERIFY(side.clientOf(again));
        QVERIFY(side.engine().closeEndpoint(again, CloseMode::Abortive));
        QVERIFY(side.isClosed(again));
    }
    QCOMPARE(failures(side), 0U);
}

void TestWin32Lingering::SingleInstanceServerStartsAgainWhenItsClientLeaves()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    QVERIFY(staying);
    QVERIFY(side.clientOf(endpoint));
    QVERIFY(side.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(side.isClosed(endpoint));
    const EndpointId again = side.serve(options);
    QVERIFY(again);
    if (onModel()) {
        const auto error = side.failure(again);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::InstanceLimit);
        QVERIFY(error->detail.find("clients of the ended server") != std::string::npos);
        QTest::qWait(severalRetriesMs);
        QCOMPARE(failures(side), 1U);
    }
    staying.close();
    Side other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(side.clientOf(again));
}

void TestWin32Lingering::SingleInstanceIsServedAgainWhenTheClientLeaves()
{
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 1;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    const ConnectionId connection = side.clientOf(endpoint);
    QVERIFY(staying && connection);
    QVERIFY(side.engine().close(connection, CloseMode::Graceful));
    QVERIFY(side.disconnected(connection));
    QTest::qWait(severalRetriesMs);
    QCOMPARE(failures(side), onModel() ? 1U : 0U);
    staying.close();
    Side other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(side.clientOf(endpoint, 2));
}

void TestWin32Lingering::NoSlotIsLost()
{
    // At the limit, one of two is sent away and stays. When it leaves nothing else happens that could
    // remind the server.
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 2;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient first(options.name);
    const ConnectionId connection = side.clientOf(endpoint, 1);
    QVERIFY(first && connection);
    const RawClient second(options.name);
    QVERIFY(second);
    QVERIFY(side.clientOf(endpoint, 2));
    QVERIFY(side.engine().close(connection, CloseMode::Graceful));
    QVERIFY(side.disconnected(connection));
    first.close();
    Side other(nullptr);
    ClientOptions joining = client(options.name);
    joining.timeout = EventLog::patience;
    QVERIFY(other.isConnected(other.connect(joining).connection));
    QVERIFY(side.clientOf(endpoint, 3));
    QCOMPARE(failures(side), 0U);
}

void TestWin32Lingering::ReaderGetsTheRestAndThenTheEnd()
{
    Side side(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient reader(options.name);
    const ConnectionId connection = side.clientOf(endpoint);
    QVERIFY(reader && connection);
    const auto sent = side.engine().send(connection, toBytes("last words"));
    QVERIFY(sent && side.isSent(*sent));
    QVERIFY(side.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(side.isClosed(endpoint));
    QCOMPARE(reader.read().value_or(""), std::string("last words"));
    QVERIFY(!reader.read());
    QCOMPARE(quint32{GetLastError()}, quint32{ERROR_BROKEN_PIPE});
}

void TestWin32Lingering::ServerOfSomebodyElseIsNotJoined()
{
    if (!onModel()) {
        QSKIP("takes a second account");
    }
    Side side(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    QVERIFY(staying && side.clientOf(endpoint));
    QVERIFY(side.engine().closeEndpoint(endpoint, CloseMode::Graceful));
    QVERIFY(side.isClosed(endpoint));
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
    const auto refused = side.engine().startServer(options);
    QVERIFY(refused);
    const auto error = side.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY(side.isClosed(*refused));
    QCOMPARE(model().instances(PipeName::parse(options.name).value().native()), 1U);
}

void TestWin32Lingering::SecondServerOfThisProcessIsNotJoined()
{
    if (onWine()) {
        QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: a second server succeeds");
    }
    Side side(nullptr);
    ServerOptions options = server(freshName());
    options.instances = 2;
    const EndpointId endpoint = side.serve(options);
    QVERIFY(endpoint);
    RawClient staying(options.name);
    const ConnectionId connection = side.clientOf(endpoint);
    QVERIFY(staying && connection);
    QVERIFY(side.engine().close(connection, CloseMode::Graceful));
    QVERIFY(side.disconnected(connection));
    const auto refused = side.engine().startServer(options);
    QVERIFY(refused);
    const auto error = side.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
}

PIPESCOPE_GUILESS_TEST(TestWin32Lingering)
#include "tst_win32_lingering.moc"
