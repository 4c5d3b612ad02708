// Rules of Windows that Wine does not follow (npfs_rules.h), seen from outside.
#include "backends/win32/security.h"
#include "contract_test.h"
#include "gate.h"
#include "pipe_rows.h"
#include "runner/register.h"
#include "win32_options_test.h"
#include "win32_pump.h"

#include "pipecore/discovery/inspection.h"
#include "pipecore/discovery/pipe_security.h"

#include <QTest>

#include <array>
#include <atomic>
#include <chrono>
#include <optional>
#include <thread>
#include <vector>

using namespace pipecore;
using namespace pipecore::win32;
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
    // Rule 6.
    void QuestionBesideAPendingReadWaits();
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
    // Rule 13.
    void WriteOfNothingToABytePipeIsNoEnd();
    // Other computers.
    void NamesThatNeverComeDelayNeitherStartNorEnd();

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

void TestWin32Rules::QuestionBesideAPendingReadWaits()
{
    // What the engine must not do on its thread (NothingWaitsForAPendingRead), done on threads of its own.
    if (!onModel()) {
        QSKIP("Wine runs the calls of a synchronous handle side by side");
    }
    StayingClient talk;
    QVERIFY(talk.isGood);
    std::optional<std::string> heard;
    std::thread reader([&] { heard = talk.client.read(); });
    QTest::qWait(200); // the read is pending
    std::array<std::atomic<bool>, 3> answered{};
    std::vector<std::thread> questions;
    questions.emplace_back([&] {
        DWORD flags = 0;
        DWORD sizes = 0;
        DWORD limit = 0;
        systemCalls().getNamedPipeInfo(talk.client.get(), &flags, &sizes, &sizes, &limit);
        answered[0] = true;
    });
    questions.emplace_back([&] {
        DWORD state = PIPE_READMODE_MESSAGE;
        systemCalls().setHandleState(talk.client.get(), &state, nullptr, nullptr);
        answered[1] = true;
    });
    questions.emplace_back([&] {
        static_cast<void>(objectSecurity(talk.client.get()));
        answered[2] = true;
    });
    QTest::qWait(300);
    const bool allWait = !answered[0] && !answered[1] && !answered[2];
    const auto sent = talk.peer.engine().send(talk.connection, toBytes("wake"));
    reader.join();
    for (std::thread& question : questions) {
        question.join();
    }
    QVERIFY(sent && heard == std::string("wake"));
    QVERIFY(allWait);
    QVERIFY(answered[0] && answered[1] && answered[2]);
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
    ServerOptions options = server(freshName());
    options.access = Access::Outbound;
    options.io = io;
    StayingClient reader(options, GENERIC_READ);
    QVERIFY(reader.isGood);
    reader.client.close();
    const auto gone = reader.peer.disconnected(reader.connection);
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
    ServerOptions options = server(freshName());
    options.access = Access::Outbound;
    StayingClient reader(options, GENERIC_READ);
    QVERIFY(reader.isGood);
    QTest::qWait(1300); // asked twice
    const auto sent = reader.peer.engine().send(reader.connection, toBytes("still here"));
    QVERIFY(sent && reader.peer.isSent(*sent));
    QCOMPARE(reader.client.read().value_or(""), std::string("still here"));
    // A close of ours takes the question back.
    QVERIFY(reader.peer.engine().close(reader.connection, CloseMode::Graceful));
    const auto end = reader.peer.disconnected(reader.connection);
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

void TestWin32Rules::WriteOfNothingToABytePipeIsNoEnd()
{
    ServerOptions options = server(freshName());
    options.mode = PipeMode::Byte;
    StayingClient writer(options);
    QVERIFY(writer.isGood);
    QVERIFY(writer.client.write(""));
    if (onModel()) {
        // The read that waits comes back with nothing.
        QCOMPARE(writer.peer.received(writer.connection, 1), std::vector<Bytes>{Bytes()});
    }
    QVERIFY(writer.client.write("still here"));
    QVERIFY(writer.peer.stream(writer.connection, 10) == toBytes("still here"));
    QVERIFY(writer.endServer());
}

void TestWin32Rules::NamesThatNeverComeDelayNeitherStartNorEnd()
{
    static Gate answers; // a look-up may outlive the test
    systemCalls().lookupAccountSid = [](LPCWSTR, PSID, LPWSTR, LPDWORD, LPWSTR, LPDWORD,
                                        PSID_NAME_USE) -> BOOL {
        answers.wait();
        SetLastError(ERROR_NONE_MAPPED);
        return FALSE;
    };
    const auto begun = std::chrono::steady_clock::now();
    std::string user;
    bool isServed = false;
    {
        TestPeer peer(nullptr);
        const ServerOptions options = server(freshName());
        const EndpointId endpoint = peer.serve(options);
        const auto ids = peer.connect(client(options.name));
        isServed = endpoint && peer.clientOf(endpoint) && peer.isConnected(ids.connection);
        const auto item = peer.log.waitForBody<PeerConnected>(
            [&](const EventLog::Item& one, const PeerConnected&) {
                return one.event.connection == ids.connection;
            });
        if (item) {
            user = item->as<PeerConnected>()->peer->user.value_or("");
        }
    }
    const auto taken = std::chrono::steady_clock::now() - begun;
    systemCalls().lookupAccountSid = &LookupAccountSidW;
    answers.open();
    QVERIFY(isServed);
    QVERIFY2(user.starts_with("S-1-5-"), user.c_str());
    QVERIFY(taken < 20s); // and not for ever
}

PIPESCOPE_GUILESS_TEST(TestWin32Rules)
#include "tst_win32_rules.moc"
