// Contract suite: messages that are held until somebody settles them.

#include "handler_contract_test.h"
#include "runner/register.h"

using namespace pipecore;
using namespace std::chrono_literals;

class ContractHeld : public HandlerContractTest
{
    Q_OBJECT

private slots:
    void HeldMessageIsSettled_data();
    void HeldMessageIsSettled();
    void NothingIsReadWhileAMessageIsHeld_data() { modes(); }
    void NothingIsReadWhileAMessageIsHeld();
    void OneMessageAfterTheOtherIsHeld();
    void SendingGoesOnWhileAMessageIsHeld();
    void OnlyHeldMessagesAreSettled();
    void PeerLeavesWhileAMessageIsHeld_data() { modes(); }
    void PeerLeavesWhileAMessageIsHeld();
    void CloseWhileAMessageIsHeldDropsIt();
    void StopWhileAMessageIsHeldDropsIt();
};

void ContractHeld::HeldMessageIsSettled_data()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("expected");
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        const char* const name = mode == PipeMode::Message ? "message" : "byte";
        const auto row = [&](const char* what, HeldOutcome outcome, const char* expected) {
            QTest::addRow("%s, %s", name, what)
                << int(mode) << int(outcome) << QByteArray(expected);
        };
        row("released", HeldOutcome::Released, "[one released <two");
        row("edited", HeldOutcome::Edited, "[one edited *ONE <two");
        row("dropped", HeldOutcome::Dropped, "[one dropped <two");
    }
}

void ContractHeld::HeldMessageIsSettled()
{
    QFETCH(int, mode);
    QFETCH(int, outcome);
    QFETCH(QByteArray, expected);
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.readSize = 3; // one word a read, in byte mode too
    const Pair pair = pairWith(options, holdFirst(1));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("one")));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("two")));
    const std::uint64_t row = heldRow(*pair.server);
    QVERIFY(row != 0);
    QVERIFY(pair.server->engine().settle(pair.atServer, row, HeldOutcome(outcome), toBytes("ONE")));
    const auto words = expected.split(' ');
    const auto lines = story(*pair.server, static_cast<std::size_t>(words.size()));
    QCOMPARE(lines.size(), static_cast<std::size_t>(words.size()));
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QCOMPARE(QByteArray::fromStdString(lines[i]), words[static_cast<qsizetype>(i)]);
    }
    const auto settled = pair.server->log.waitForBody<HeldSettled>(
        [](const EventLog::Item&, const HeldSettled&) { return true; });
    QCOMPARE(settled->as<HeldSettled>()->partner, row);
    const auto held = pair.server->log.waitForBody<Message>(
        [](const EventLog::Item&, const Message& message) { return message.held; });
    QVERIFY(held->event.monotonicNs <= settled->event.monotonicNs);
}

void ContractHeld::NothingIsReadWhileAMessageIsHeld()
{
    // However much the peer sends: it waits there, and not in our memory.
    QFETCH(int, mode);
    constexpr unsigned messages = 64;
    constexpr std::size_t size = 100'000;
    const Pair pair = pairWith(serverOptions(PipeMode(mode)), holdFirst(1));
    QVERIFY(pair);
    std::optional<OperationId> last;
    Bytes sent;
    for (unsigned i = 0; i < messages; ++i) {
        const Bytes piece = patternBytes(size, i);
        sent.insert(sent.end(), piece.begin(), piece.end());
        const auto operation = pair.client->engine().send(pair.atClient.connection, piece);
        QVERIFY(operation);
        last = *operation;
    }
    const std::uint64_t row = heldRow(*pair.server);
    QVERIFY(row != 0);
    QVERIFY(!pair.client->log.waitFor(
        [&](const EventLog::Items& items) {
            return std::ranges::any_of(items, [&](const EventLog::Item& item) {
                const auto* const message = item.as<Message>();
                return message != nullptr && message->operation == *last;
            });
        },
        300ms));
    QCOMPARE(received(*pair.server), 1U);
    QVERIFY(pair.server->engine().settle(pair.atServer, row, HeldOutcome::Released));
    QVERIFY(pair.client->isSent(*last));
    QVERIFY(pair.server->stream(pair.atServer, sent.size()) == sent);
}

void ContractHeld::OneMessageAfterTheOtherIsHeld()
{
    const auto handler = holdFirst(3);
    const Pair pair = pairWith(serverOptions(), handler);
    QVERIFY(pair);
    for (const char* const text : {"a", "b", "c", "d"}) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes(text)));
    }
    for (unsigned i = 1; i <= 3; ++i) {
        const std::uint64_t row = heldRow(*pair.server, i);
        QVERIFY(row != 0);
        QCOMPARE(handler->seen.load(), i);
        QVERIFY(pair.server->engine().settle(pair.atServer, row, HeldOutcome::Released));
    }
    QVERIFY(story(*pair.server, 7)
            == (Story{"[a", "released", "[b", "released", "[c", "released", "<d"}));
}

void ContractHeld::SendingGoesOnWhileAMessageIsHeld()
{
    const Pair pair = pairWith(serverOptions(), holdFirst(1));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("held")));
    QVERIFY(heldRow(*pair.server) != 0);
    for (const char* const text : {"one", "two"}) {
        const auto operation = pair.server->engine().send(pair.atServer, toBytes(text));
        QVERIFY(operation);
        QVERIFY(pair.server->isSent(*operation));
    }
    QCOMPARE(pair.client->received(pair.atClient.connection, 2).size(), 2U);
    QVERIFY(story(*pair.server, 3) == (Story{"[held", ">one", ">two"}));
}

void ContractHeld::OnlyHeldMessagesAreSettled()
{
    const Pair pair = pairWith(serverOptions(), holdFirst(1));
    QVERIFY(pair);
    Engine& engine = pair.server->engine();
    const auto refusal = [&](ConnectionId connection, std::uint64_t row) {
        const auto operation = engine.settle(connection, row, HeldOutcome::Released);
        const auto error = operation ? pair.server->failure(*operation) : std::nullopt;
        return error ? error->kind : ErrorKind::Io;
    };
    QCOMPARE(refusal(pair.atServer, 0), ErrorKind::NoSuchTarget);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("held")));
    const std::uint64_t row = heldRow(*pair.server);
    QCOMPARE(refusal(pair.atServer, row + 1), ErrorKind::NoSuchTarget);
    QCOMPARE(refusal(ConnectionId{4711}, row), ErrorKind::NoSuchTarget);
    QVERIFY(engine.settle(pair.atServer, row, HeldOutcome::Released));
    QCOMPARE(refusal(pair.atServer, row), ErrorKind::NoSuchTarget);
    QVERIFY(story(*pair.server, 2) == (Story{"[held", "released"}));
}

void ContractHeld::PeerLeavesWhileAMessageIsHeld()
{
    QFETCH(int, mode);
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.readSize = 3;
    const Pair pair = pairWith(options, holdFirst(1));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("one")));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("two")));
    const std::uint64_t row = heldRow(*pair.server);
    QVERIFY(row != 0);
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    QVERIFY(pair.client->isClosed(pair.atClient.endpoint));
    // It can still be settled, and what came after it is read then.
    QVERIFY(pair.server->engine().settle(pair.atServer, row, HeldOutcome::Released));
    QCOMPARE(pair.server->disconnected(pair.atServer)->reason, CloseReason::PeerClosed);
    QVERIFY(story(*pair.server, 3) == (Story{"[one", "released", "<two"}));
}

void ContractHeld::CloseWhileAMessageIsHeldDropsIt()
{
    for (const CloseMode how : {CloseMode::Graceful, CloseMode::Abortive}) {
        ServerOptions options = serverOptions();
        options.name += how == CloseMode::Graceful ? "-graceful" : "-abortive";
        const auto server = newPeer();
        const auto endpoint = server->engine().startServer(options, holdFirst(1));
        QVERIFY(endpoint);
        const auto client = newPeer();
        ClientOptions atClient = clientOptions();
        atClient.name = options.name;
        const auto ids = client->connect(atClient);
        const ConnectionId connection = server->clientOf(*endpoint);
        QVERIFY(connection && client->isConnected(ids.connection));
        QVERIFY(client->engine().send(ids.connection, toBytes("held")));
        QVERIFY(heldRow(*server) != 0);
        QVERIFY(server->engine().close(connection, how));
        QVERIFY(server->disconnected(connection));
        QVERIFY(story(*server, 2) == (Story{"[held", "dropped"}));
    }
}

void ContractHeld::StopWhileAMessageIsHeldDropsIt()
{
    const Pair pair = pairWith(serverOptions(), holdFirst(1));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("held")));
    QVERIFY(heldRow(*pair.server) != 0);
    pair.server->stop();
    QVERIFY(story(*pair.server, 2) == (Story{"[held", "dropped"}));
    QCOMPARE(pair.server->disconnected(pair.atServer)->reason, CloseReason::EngineStopped);
    if (pair.server->fake() != nullptr) {
        QCOMPARE(pair.server->fake()->inFlight(), 0);
        QCOMPARE(pair.server->fake()->channels(), 0);
    }
}

PIPESCOPE_GUILESS_TEST(ContractHeld)
#include "tst_contract_held.moc"
