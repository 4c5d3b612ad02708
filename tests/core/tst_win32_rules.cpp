// Rules of Windows that Wine does not follow (npfs_rules.h), seen from outside.
#include "contract_test.h"
#include "pipe_rows.h"
#include "raw_client.h"
#include "runner/register.h"
#include "win32_options_test.h"
#include "win32_pump.h"

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/pipe_security.h"

#include <QTest>

#include <chrono>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// Lets everybody read, and no more: what Windows gives pipes without a descriptor.
constexpr auto readersOnly = "D:(A;;FA;;;OW)(A;;FR;;;WD)";

AccessSubject stranger()
{
    AccessSubject subject;
    subject.sids = {Sid(5, {21, 9, 9, 9, 1001}), sids::everyone()};
    return subject;
}

} // namespace

class TestWin32Rules : public PipeRows
{
    Q_OBJECT

private slots:
    // Rule 5.
    void ReaderWithoutTheRightToSetAModeReadsBytes();
    void WriterWithoutRightsIsRefused();
    // Rule 8.
    void ClientIsIdentifiedBeforeItSpeaks();
    void ClientWithDynamicTrackingIsKnownWhenItSpoke();
    // Rule 9.
    void OutboundServerNoticesThatItsClientLeft_data() { ioModels(); }
    void OutboundServerNoticesThatItsClientLeft();
    void WriteOnlyClientNoticesThatItsServerLeft_data() { ioModels(); }
    void WriteOnlyClientNoticesThatItsServerLeft();
    void SilentWritersStayConnected();
    // Rule 3.
    void IgnoredDescriptorIsSaid();
    void BurstOfClientsIsNotRefused();
    // Rule 12.
    void PeerOnAnotherComputerIsNotLookedUpHere();

private:
    static void ioModels()
    {
        QTest::addColumn<IoModel>("io");
        QTest::newRow("overlapped") << IoModel::Overlapped;
        QTest::newRow("synchronous") << IoModel::Synchronous;
    }
};

void TestWin32Rules::ReaderWithoutTheRightToSetAModeReadsBytes()
{
    if (!onModel()) {
        QSKIP("takes a second account");
    }
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = readersOnly;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    model().actAs(stranger());
    TestPeer auditor(nullptr);
    ClientOptions reading = client(options.name);
    reading.access = ClientAccess::Read;
    const auto ids = auditor.connect(reading);
    QVERIFY(auditor.isConnected(ids.connection));
    const auto said = auditor.log.waitForBody<ReadModeChanged>(
        [&](const EventLog::Item& item, const ReadModeChanged& changed) {
            return item.event.connection == ids.connection && changed.isRefused
                   && changed.mode == PipeMode::Byte;
        });
    QVERIFY(said);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(atServer.engine().send(connection, toBytes("one")));
    QVERIFY(atServer.engine().send(connection, toBytes("two")));
    QVERIFY(auditor.stream(ids.connection, 6) == toBytes("onetwo"));
}

void TestWin32Rules::WriterWithoutRightsIsRefused()
{
    if (!onModel()) {
        QSKIP("takes a second account");
    }
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = readersOnly;
    QVERIFY(atServer.serve(options));
    model().actAs(stranger());
    TestPeer writer(nullptr);
    const auto error = writer.failure(writer.connect(client(options.name)).connection);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::AccessDenied);
    QVERIFY(error->api == "CreateFile");
}

void TestWin32Rules::ClientIsIdentifiedBeforeItSpeaks()
{
    if (!onModel()) {
        QSKIP("Wine captures no token at open");
    }
    Conversation talk(false);
    QVERIFY(talk.isGood);
    const auto operation = talk.atServer.engine().identifyClient(talk.connection);
    QVERIFY(operation);
    QVERIFY(talk.atServer.log.waitForBody<ClientIdentified>(
        [&](const EventLog::Item&, const ClientIdentified& body) {
            return body.operation == *operation;
        }));
}

void TestWin32Rules::ClientWithDynamicTrackingIsKnownWhenItSpoke()
{
    if (!onModel()) {
        QSKIP("Wine knows one kind of tracking");
    }
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    TestPeer atClient(nullptr);
    ClientOptions joining = client(options.name);
    joining.contextTracking = true;
    const auto ids = atClient.connect(joining);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection && atClient.isConnected(ids.connection));
    const auto early = atServer.engine().identifyClient(connection);
    QVERIFY(early);
    QCOMPARE(atServer.failure(*early)->code, 1368U);
    QVERIFY(atClient.engine().send(ids.connection, toBytes("I")));
    QCOMPARE(atServer.received(connection, 1).size(), 1U);
    const auto late = atServer.engine().identifyClient(connection);
    QVERIFY(late);
    QVERIFY(atServer.log.waitForBody<ClientIdentified>(
        [&](const EventLog::Item&, const ClientIdentified& body) {
            return body.operation == *late;
        }));
}

void TestWin32Rules::OutboundServerNoticesThatItsClientLeft()
{
    QFETCH(const IoModel, io);
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.access = Access::Outbound;
    options.io = io;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    RawClient reader(options.name, GENERIC_READ);
    QVERIFY(reader);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection);
    reader.close();
    const auto gone = atServer.disconnected(connection);
    QVERIFY(gone);
    QCOMPARE(gone->reason, CloseReason::PeerClosed);
}

void TestWin32Rules::WriteOnlyClientNoticesThatItsServerLeft()
{
    QFETCH(const IoModel, io);
    Pump pump;
    const PipeName name = Pump::uniqueName();
    ServerOptions options;
    options.access = Access::Inbound;
    const auto listener = pump.listen(name, options);
    for (const CloseMode mode : {CloseMode::Graceful, CloseMode::Abortive}) {
        const auto instance = listener->createInstance().value();
        TestPeer atClient(nullptr);
        ClientOptions joining = client(name.display());
        joining.access = ClientAccess::Write;
        joining.io = io;
        const auto ids = atClient.connect(joining);
        QVERIFY(atClient.isConnected(ids.connection));
        QCOMPARE(outcome(pump.accept(*instance)), QByteArray("fine"));
        instance->close(mode);
        const auto gone = atClient.disconnected(ids.connection);
        QVERIFY(gone);
        QCOMPARE(gone->reason, CloseReason::PeerClosed);
    }
}

void TestWin32Rules::SilentWritersStayConnected()
{
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.access = Access::Outbound;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    RawClient reader(options.name, GENERIC_READ);
    QVERIFY(reader);
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection);
    QTest::qWait(1300); // asked twice
    const auto sent = atServer.engine().send(connection, toBytes("still here"));
    QVERIFY(sent && atServer.isSent(*sent));
    QCOMPARE(reader.read().value_or(""), std::string("still here"));
    // A close of ours takes the question back.
    QVERIFY(atServer.engine().close(connection, CloseMode::Graceful));
    const auto end = atServer.disconnected(connection);
    QVERIFY(end);
    QCOMPARE(end->reason, CloseReason::ClosedByUs);
}

void TestWin32Rules::IgnoredDescriptorIsSaid()
{
    if (!onModel()) {
        QSKIP("Wine gives each instance its own descriptor");
    }
    TestPeer first(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = "D:(A;;FA;;;WD)";
    options.firstInstance = false;
    QVERIFY(first.serve(options));
    TestPeer second(nullptr);
    const EndpointId same = second.serve(options);
    QVERIFY(same);
    options.sddl = "D:(A;;FA;;;WD)(A;;FR;;;BU)";
    const EndpointId other = second.serve(options);
    QVERIFY(other);
    const auto error = second.failure(other);
    QVERIFY(error);
    QVERIFY(error->detail.find("security descriptor") != std::string::npos);
    QCOMPARE(second.log.count([&](const EventLog::Item& item) {
        return item.event.endpoint == same && item.as<Failed>() != nullptr;
    }),
             0U);
}

void TestWin32Rules::BurstOfClientsIsNotRefused()
{
    TestPeer atServer(nullptr);
    const ServerOptions options = server(freshName());
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    RawClient first(options.name);
    QVERIFY(first && atServer.clientOf(endpoint)); // by now the others listen
    std::vector<RawClient> burst;
    for (int i = 0; i < 3; ++i) {
        burst.emplace_back(options.name);
        QVERIFY2(burst.back(), "it had to wait for an instance");
    }
    QVERIFY(atServer.clientOf(endpoint, 4));
}

void TestWin32Rules::PeerOnAnotherComputerIsNotLookedUpHere()
{
    if (!onModel()) {
        QSKIP("takes a second computer");
    }
    // There, the process happens to have our number.
    model().addComputer("elsewhere", GetCurrentProcessId());
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.rejectRemote = false;
    const EndpointId endpoint = atServer.serve(options);
    QVERIFY(endpoint);
    const std::string path = R"(\\elsewhere\pipe\)" + options.name;
    TestPeer atClient(nullptr);
    const auto ids = atClient.connect(client(path));
    QVERIFY(atClient.isConnected(ids.connection));
    const ConnectionId connection = atServer.clientOf(endpoint);
    QVERIFY(connection);
    const auto isForeign = [](TestPeer& peer, ConnectionId which) {
        const auto item = peer.log.waitForBody<PeerConnected>(
            [&](const EventLog::Item& one, const PeerConnected&) {
                return one.event.connection == which;
            });
        if (!item) {
            return false;
        }
        const PeerInfo& info = *item->as<PeerConnected>()->peer;
        return info.isRemote && info.processId && !info.image && !info.user;
    };
    QVERIFY(isForeign(atClient, ids.connection));
    QVERIFY(isForeign(atServer, connection));
    const auto operation = atServer.engine().identifyClient(connection);
    QVERIFY(operation);
    const auto item = atServer.log.waitForBody<ClientIdentified>(
        [&](const EventLog::Item&, const ClientIdentified& body) {
            return body.operation == *operation;
        });
    QVERIFY(item);
    const ClientIdentity& identity = *item->as<ClientIdentified>()->identity;
    QCOMPARE(identity.computer.value_or(""), std::string("elsewhere"));
    QVERIFY(!identity.levelAsked);
    // Looking at it from afar does not name a program of this computer either.
    const auto seen = inspectPipe(path);
    QVERIFY(seen);
    QVERIFY(seen->processId && !seen->image);
    const auto security = readSecurity(PipeName::parse(path).value());
    QVERIFY(security);
    QVERIFY(!security->serverUser);
}

PIPESCOPE_GUILESS_TEST(TestWin32Rules)
#include "tst_win32_rules.moc"
