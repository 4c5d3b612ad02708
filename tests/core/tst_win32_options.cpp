// Options that only Windows has, on real pipes: what the system does with them.
#include "contract_test.h"
#include "runner/register.h"
#include "win32_options_test.h"

#include <QTest>

#include <aclapi.h>
#include <sddl.h>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

std::shared_ptr<const PipeFacts> factsOf(TestPeer& peer, ConnectionId connection)
{
    const auto operation = peer.engine().readFacts(connection);
    std::shared_ptr<const PipeFacts> facts;
    peer.log.waitForBody<FactsRead>([&](const EventLog::Item&, const FactsRead& read) {
        if (read.operation != *operation) {
            return false;
        }
        facts = read.facts;
        return true;
    });
    return facts;
}

} // namespace

class TestWin32Options : public QObject
{
    Q_OBJECT

private slots:
    void DescriptorOfTheServerIsThePipes();
    void BrokenDescriptorIsRefused();
    void ReusedInstanceServesTheNext();
    void BytesReadOfMessages();
    void ReadModeChangesWhileConnected();
    void ByteEndRefusesMessageReadMode();
    void FactsOfBothEnds();
};

void TestWin32Options::DescriptorOfTheServerIsThePipes()
{
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = "D:P(A;;GA;;;SY)(A;;GRGW;;;WD)";
    QVERIFY(peer.serve(options));
    const RawClient raw(options.name, GENERIC_READ | GENERIC_WRITE | READ_CONTROL);
    QVERIFY(raw);
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
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.sddl = "D:(A;;nonsense;;;WD)";
    const auto endpoint = peer.engine().startServer(options);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(!endpoint.error().detail.empty());
}

void TestWin32Options::ReusedInstanceServesTheNext()
{
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.policy = InstancePolicy::Reuse;
    options.instances = 2;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    for (std::size_t turn = 1; turn <= 5; ++turn) {
        TestPeer other(nullptr);
        const auto ids = other.connect(client(options.name));
        const ConnectionId connection = peer.clientOf(endpoint, turn);
        QVERIFY(connection && other.isConnected(ids.connection));
        QVERIFY(other.engine().send(ids.connection, toBytes("again")));
        QCOMPARE(peer.received(connection, 1).size(), 1U);
        QVERIFY(other.engine().close(ids.connection, CloseMode::Graceful));
        QCOMPARE(peer.disconnected(connection)->reason, CloseReason::PeerClosed);
    }
    // The handles are those of the first two: no third instance was made.
    const RawClient raw(options.name);
    QVERIFY(raw);
    DWORD instances = 0;
    QVERIFY(GetNamedPipeHandleStateW(raw.get(), nullptr, &instances, nullptr, nullptr, nullptr, 0)
            != FALSE);
    QVERIFY2(instances <= 2, qPrintable(QString::number(instances)));
}

void TestWin32Options::BytesReadOfMessages()
{
    TestPeer peer(nullptr);
    ServerOptions options = server(freshName());
    options.readMode = PipeMode::Byte;
    const EndpointId endpoint = peer.serve(options);
    QVERIFY(endpoint);
    // Without room it would not even begin to listen.
    TestPeer other(nullptr);
    QVERIFY(peer.log.waitForBody<StateChanged>([](const auto&, const StateChanged& changed) {
        return changed.to == InstanceState::Listening;
    }));
    QTest::qWait(100); // the state is said just before the system is asked
    peer.log.setRoom(false);
    const auto ids = other.connect(client(options.name));
    const ConnectionId connection = peer.clientOf(endpoint);
    QVERIFY(connection);
    const auto one = other.engine().send(ids.connection, toBytes("one"));
    const auto two = other.engine().send(ids.connection, toBytes("two"));
    QVERIFY(one && two && other.isSent(*one) && other.isSent(*two));
    peer.log.setRoom(true);
    peer.engine().resumeReading();
    // The boundary is not seen by who reads bytes.
    QVERIFY(peer.stream(connection, 6) == toBytes("onetwo"));
    // But what this end writes is messages still.
    QVERIFY(peer.engine().send(connection, toBytes("three")));
    QVERIFY(peer.engine().send(connection, toBytes("four")));
    QCOMPARE(other.received(ids.connection, 2).size(), 2U);
}

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
    TestPeer atServer(nullptr);
    ServerOptions options = server(freshName());
    options.mode = PipeMode::Byte;
    const EndpointId endpoint = atServer.serve(options);
    TestPeer atClient(nullptr);
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
    QCOMPARE(atServer->state->instances, 3U); // one with the client, one that listens
    // Without a reader, pending bytes and the rest of the first message are counted.
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

PIPESCOPE_GUILESS_TEST(TestWin32Options)
#include "tst_win32_options.moc"
