// Instances that clients hold after their server has ended (rule 1 of npfs_rules.h).
#include "contract_test.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include "pipecore/discovery/pipe_security.h"
#include "pipecore/security/security.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// Two turns of the server's timer, and some.
constexpr int severalRetriesMs = 1300;

ServerOptions limited(std::uint32_t instances)
{
    ServerOptions options = server(freshName());
    options.instances = instances;
    return options;
}

} // namespace

class TestWin32Lingering : public PipeRows
{
    Q_OBJECT

private slots:
    void StoppedServerStartsAgainWhileAClientStays();
    void SingleInstanceServerStartsAgainWhenItsClientLeaves();
    void SingleInstanceIsServedAgainWhenTheClientLeaves();
    void NoSlotIsLost();
    void AbortedClientsTakeNoSlot_data();
    void AbortedClientsTakeNoSlot();
    void ReaderGetsTheRestAndThenTheEnd();
    void ReaderThatWaitsGetsTheEnd();
    void ServerOfSomebodyElseIsNotJoined();
    void SecondServerOfThisProcessIsNotJoined();
};

void TestWin32Lingering::StoppedServerStartsAgainWhileAClientStays()
{
    const ServerOptions options = server(freshName());
    for (std::size_t turn = 1; turn <= 3; ++turn) {
        StayingClient staying(options);
        QVERIFY(staying.isGood);
        QVERIFY(staying.endServer());
        const EndpointId again = staying.peer.serve(options);
        QVERIFY(again);
        QVERIFY(staying.letsIn());
        QVERIFY(staying.peer.clientOf(again));
        QVERIFY(staying.peer.engine().closeEndpoint(again, CloseMode::Abortive));
        QVERIFY(staying.peer.isClosed(again));
        QCOMPARE(staying.failures(), 0U);
    }
}

void TestWin32Lingering::SingleInstanceServerStartsAgainWhenItsClientLeaves()
{
    StayingClient staying(limited(1));
    QVERIFY(staying.isGood);
    QVERIFY(staying.endServer());
    const EndpointId again = staying.peer.serve(staying.options);
    QVERIFY(again);
    if (onModel()) {
        const auto error = staying.peer.failure(again);
        QVERIFY(error);
        QCOMPARE(error->kind, ErrorKind::InstanceLimit);
        QVERIFY(error->detail.find("clients of the ended server") != std::string::npos);
        QTest::qWait(severalRetriesMs);
        QCOMPARE(staying.failures(), 1U);
    }
    staying.client.close();
    QVERIFY(staying.letsIn());
    QVERIFY(staying.peer.clientOf(again));
}

void TestWin32Lingering::SingleInstanceIsServedAgainWhenTheClientLeaves()
{
    StayingClient staying(limited(1));
    QVERIFY(staying.isGood);
    QVERIFY(staying.endConnection(CloseMode::Graceful));
    QTest::qWait(severalRetriesMs);
    QCOMPARE(staying.failures(), onModel() ? 1U : 0U);
    staying.client.close();
    QVERIFY(staying.letsIn());
    QVERIFY(staying.peer.clientOf(staying.endpoint, 2));
}

void TestWin32Lingering::NoSlotIsLost()
{
    // At the limit, one of two is sent away and stays. When it leaves nothing else happens that could
    // remind the server.
    StayingClient staying(limited(2));
    QVERIFY(staying.isGood);
    const RawClient second(staying.options.name);
    QVERIFY(second);
    QVERIFY(staying.peer.clientOf(staying.endpoint, 2));
    QVERIFY(staying.endConnection(CloseMode::Graceful));
    staying.client.close();
    QVERIFY(staying.letsIn());
    QVERIFY(staying.peer.clientOf(staying.endpoint, 3));
    QCOMPARE(staying.failures(), 0U);
}

void TestWin32Lingering::AbortedClientsTakeNoSlot_data()
{
    QTest::addColumn<quint32>("instances");
    QTest::newRow("one") << quint32{1};
    QTest::newRow("two, both taken") << quint32{2};
}

void TestWin32Lingering::AbortedClientsTakeNoSlot()
{
    // DisconnectNamedPipe takes the client's end away, so its place is free while it keeps its handle.
    QFETCH(const quint32, instances);
    StayingClient staying(limited(instances));
    QVERIFY(staying.isGood);
    std::vector<RawClient> others;
    for (std::size_t nth = 2; nth <= instances; ++nth) {
        others.emplace_back(staying.options.name);
        QVERIFY(others.back());
        QVERIFY(staying.peer.clientOf(staying.endpoint, nth));
    }
    QVERIFY(staying.endConnection(CloseMode::Abortive));
    QVERIFY(staying.letsIn());
    QVERIFY(staying.peer.clientOf(staying.endpoint, instances + 1));
    QCOMPARE(staying.failures(), 0U);
    QVERIFY(!staying.client.read());
    QCOMPARE(quint32{GetLastError()}, quint32{ERROR_PIPE_NOT_CONNECTED});
}

void TestWin32Lingering::ReaderGetsTheRestAndThenTheEnd()
{
    StayingClient staying;
    QVERIFY(staying.isGood);
    const auto sent = staying.peer.engine().send(staying.connection, toBytes("last words"));
    QVERIFY(sent && staying.peer.isSent(*sent));
    QVERIFY(staying.endServer());
    QCOMPARE(staying.client.read().value_or(""), std::string("last words"));
    QVERIFY(!staying.client.read());
    QCOMPARE(quint32{GetLastError()}, quint32{ERROR_BROKEN_PIPE});
}

void TestWin32Lingering::ReaderThatWaitsGetsTheEnd()
{
    // It has read everything, and waits for more. Were the instance kept for the next client, this one
    // would wait for ever, or get 233 (docs/adr/0009).
    StayingClient staying(limited(1));
    QVERIFY(staying.isGood);
    const auto sent = staying.peer.engine().send(staying.connection, toBytes("last words"));
    QVERIFY(sent && staying.peer.isSent(*sent));
    QCOMPARE(staying.client.read().value_or(""), std::string("last words"));
    DWORD code = ERROR_SUCCESS;
    std::thread reader([&] {
        if (!staying.client.read()) {
            code = GetLastError();
        }
    });
    QTest::qWait(50);
    const bool hasEnded = staying.endConnection(CloseMode::Graceful);
    reader.join();
    QVERIFY(hasEnded);
    QCOMPARE(quint32{code}, quint32{ERROR_BROKEN_PIPE});
}

void TestWin32Lingering::ServerOfSomebodyElseIsNotJoined()
{
    if (!onModel()) {
        QSKIP("takes a second account");
    }
    StayingClient staying;
    QVERIFY(staying.isGood);
    QVERIFY(staying.endServer());
    staying.client.close();
    const std::string path = PipeName::parse(staying.options.name).value().native();
    // Somebody takes the name, lets everybody in, and does not listen at the moment.
    const AccessSubject own = currentSubject().value();
    AccessSubject stranger;
    stranger.sids = {Sid(5, {21, 9, 9, 9, 1001}), sids::everyone()};
    model().actAs(stranger);
    const auto theirs =
        model().create({.name = path,
                        .ofMessages = true,
                        .readsMessages = true,
                        .descriptor = descriptorFromSddl("D:(A;;FA;;;WD)").value()});
    QVERIFY(theirs);
    model().actAs(own);
    RawClient theirClient(staying.options.name);
    QVERIFY(theirClient);
    const auto refused = staying.peer.engine().startServer(staying.options);
    QVERIFY(refused);
    const auto error = staying.peer.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
    QVERIFY(staying.peer.isClosed(*refused));
    QCOMPARE(model().instances(path), 1U);
}

void TestWin32Lingering::SecondServerOfThisProcessIsNotJoined()
{
    if (onWine()) {
        QSKIP("Wine ignores FILE_FLAG_FIRST_PIPE_INSTANCE: a second server succeeds");
    }
    StayingClient staying(limited(2));
    QVERIFY(staying.isGood);
    QVERIFY(staying.endConnection(CloseMode::Graceful));
    const auto refused = staying.peer.engine().startServer(staying.options);
    QVERIFY(refused);
    const auto error = staying.peer.failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::NameInUse);
}

PIPESCOPE_GUILESS_TEST(TestWin32Lingering)
#include "tst_win32_lingering.moc"
