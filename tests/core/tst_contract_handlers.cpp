// Contract suite: who says what becomes of the messages that are received.

#include "contract_test.h"
#include "runner/register.h"

#include "pipecore/engine/traffic_handler.h"

#include <algorithm>
#include <atomic>
#include <functional>

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

constexpr Origin rule{.kind = OriginKind::Rule, .number = 7};

/// Judges by a function, and counts what it saw. The function may keep what it answers in `answer`.
class TestHandler final : public TrafficHandler
{
public:
    using Judge = std::function<Verdict(const Conversation&, ByteView message, Bytes& answer)>;

    explicit TestHandler(Judge judge) : m_judge(std::move(judge)) {}

    Verdict onMessage(const Conversation& conversation,
                      const IncomingMessage& message) noexcept override
    {
        ++seen;
        return m_judge(conversation, message.payload, m_answer);
    }

    std::atomic<unsigned> seen = 0;

private:
    Judge m_judge;
    Bytes m_answer;
};

/// Answers a message with the same in capitals.
Verdict inCapitals(const Conversation& /*conversation*/, ByteView message, Bytes& answer)
{
    std::string text(asText(message));
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    answer = toBytes(text);
    return Verdict::reply(answer, rule);
}

std::size_t received(Side& side)
{
    return side.log.count([](const EventLog::Item& item) {
        const auto* const message = item.as<Message>();
        return message != nullptr && message->direction == Direction::Received;
    });
}

/// What the log of one side says of messages: "<x" came, "[x" came and was held, "*x" went on in place
/// of another, ">x" was sent; "released", "edited", "dropped". Waits for so many.
std::vector<std::string> story(Side& side, std::size_t count)
{
    std::vector<std::string> lines;
    side.log.waitFor([&](const EventLog::Items& items) {
        lines.clear();
        for (const EventLog::Item& item : items) {
            if (const auto* const message = item.as<Message>()) {
                lines.push_back((message->direction == Direction::Sent ? ">"
                                 : message->partner != 0               ? "*"
                                 : message->held                       ? "["
                                                                       : "<")
                                + std::string(asText(item.payload)));
            } else if (const auto* const settled = item.as<HeldSettled>()) {
                lines.emplace_back(settled->outcome == HeldOutcome::Released ? "released"
                                   : settled->outcome == HeldOutcome::Edited ? "edited"
                                                                             : "dropped");
            }
        }
        return lines.size() >= count;
    });
    return lines;
}

using Story = std::vector<std::string>;

/// Holds the first messages, so many of them, and passes the others.
std::shared_ptr<TestHandler> holdFirst(unsigned count)
{
    return std::make_shared<TestHandler>(
        [count, seen = 0U](const Conversation&, ByteView, Bytes&) mutable {
            return ++seen <= count ? Verdict::hold() : Verdict::pass();
        });
}

/// The row of the nth message (from 1) that was held, waiting for it. Zero in the end.
std::uint64_t heldRow(Side& side, std::size_t nth = 1)
{
    std::uint64_t row = 0;
    side.log.waitFor([&](const EventLog::Items& items) {
        std::size_t seen = 0;
        for (const EventLog::Item& item : items) {
            const auto* const message = item.as<Message>();
            if (message != nullptr && message->held && ++seen == nth) {
                row = item.event.row;
            }
        }
        return row != 0;
    });
    return row;
}

} // namespace

class ContractHandlers : public ContractTest
{
    Q_OBJECT

private slots:
    void ReplyIsSentBackAfterWhatItAnswers_data() { modes(); }
    void ReplyIsSentBackAfterWhatItAnswers();
    void EveryMessageIsShownOnce();
    void AnotherHandlerTakesOver();
    void HandlerComesBeforeEcho();
    void ClientHasAHandlerToo();
    void RepliesThatNobodyReadsPauseTheReading_data() { modes(); }
    void RepliesThatNobodyReadsPauseTheReading();
    void NothingIsRepliedWhereNothingMayBeSent();
    void HandlerOfTheDeparted();
    void ReplacedMessageIsShownAsItCameAndAsItWentOn_data() { modes(); }
    void ReplacedMessageIsShownAsItCameAndAsItWentOn();
    void DroppedMessageIsShownAsDropped_data() { modes(); }
    void DroppedMessageIsShownAsDropped();
    void HeldMessageIsSettled_data();
    void HeldMessageIsSettled();
    void NothingIsReadWhileAMessageIsHeld_data() { modes(); }
    void NothingIsReadWhileAMessageIsHeld();
    void OneMessageAfterTheOtherIsHeld();
    void SendingGoesOnWhileAMessageIsHeld();
    void OnlyWhatIsHeldIsSettled();
    void PeerLeavesWhileAMessageIsHeld_data() { modes(); }
    void PeerLeavesWhileAMessageIsHeld();
    void CloseWhileAMessageIsHeldDropsIt();
    void StopWhileAMessageIsHeldDropsIt();

private:
    static void modes();
    /// A server of the current mode with this handler, and a client of it.
    [[nodiscard]] Pair pairWith(const ServerOptions& options,
                                std::shared_ptr<TrafficHandler> handler);
};

void ContractHandlers::modes()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("message") << int(PipeMode::Message);
    QTest::newRow("byte") << int(PipeMode::Byte);
}

ContractHandlers::Pair ContractHandlers::pairWith(const ServerOptions& options,
                                                  std::shared_ptr<TrafficHandler> handler)
{
    Pair pair{
        .server = side(), .client = side(), .serverEndpoint = {}, .atServer = {}, .atClient = {}};
    const auto endpoint = pair.server->engine().startServer(options, std::move(handler));
    if (!endpoint) {
        return pair;
    }
    pair.serverEndpoint = *endpoint;
    ClientOptions client = clientOptions(options.mode);
    client.access = asClientAccess(options.access);
    pair.atClient = pair.client->connect(client);
    if (pair.client->isConnected(pair.atClient.connection)) {
        pair.atServer = pair.server->clientOf(pair.serverEndpoint);
    }
    return pair;
}

void ContractHandlers::ReplyIsSentBackAfterWhatItAnswers()
{
    QFETCH(int, mode);
    const Pair pair =
        pairWith(serverOptions(PipeMode(mode)), std::make_shared<TestHandler>(inCapitals));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("ping")));
    QCOMPARE(asText(pair.client->stream(pair.atClient.connection, 4)), std::string_view("PING"));
    QVERIFY(story(*pair.server, 2) == (Story{"<ping", ">PING"}));
    const auto answer =
        pair.server->log.waitForBody<Message>([](const EventLog::Item&, const Message& message) {
            return message.direction == Direction::Sent;
        });
    QVERIFY(answer->as<Message>()->origin == rule);
}

void ContractHandlers::EveryMessageIsShownOnce()
{
    // Also not what it answers itself, nor what we send.
    constexpr unsigned messages = 200;
    const auto handler = std::make_shared<TestHandler>(inCapitals);
    const Pair pair = pairWith(serverOptions(), handler);
    QVERIFY(pair);
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes(std::to_string(i))));
        QVERIFY(pair.server->engine().send(pair.atServer, toBytes("news")));
    }
    const auto all = pair.client->received(pair.atClient.connection, 2 * messages);
    QCOMPARE(all.size(), std::size_t{2 * messages});
    QCOMPARE(handler->seen.load(), messages);
    // The answers come in the order of what they answer.
    unsigned next = 0;
    for (const Bytes& message : all) {
        if (asText(message) != "news") {
            QCOMPARE(asText(message), std::to_string(next));
            ++next;
        }
    }
    QCOMPARE(next, messages);
}

void ContractHandlers::AnotherHandlerTakesOver()
{
    const auto first = std::make_shared<TestHandler>(inCapitals);
    const Pair pair = pairWith(serverOptions(), first);
    QVERIFY(pair);
    const auto ask = [&](const char* question) {
        const std::size_t before = received(*pair.server);
        return pair.client->engine().send(pair.atClient.connection, toBytes(question))
               && pair.server->received(pair.atServer, before + 1).size() == before + 1;
    };
    QVERIFY(ask("one"));
    // Requests are done in their order: a later one's outcome says that this one is.
    const auto use = [&](std::shared_ptr<TrafficHandler> handler) {
        const auto set = pair.server->engine().setHandler(pair.serverEndpoint, std::move(handler));
        const auto facts = pair.server->engine().readFacts(pair.atServer);
        return set && facts
               && pair.server->log.waitForBody<FactsRead>(
                   [&](const EventLog::Item&, const FactsRead& read) {
                       return read.operation == *facts;
                   });
    };
    const auto second = std::make_shared<TestHandler>([](const Conversation&, ByteView, Bytes&) {
        return Verdict::reply(asBytes("second"), rule);
    });
    QVERIFY(use(second));
    QVERIFY(ask("two"));
    QVERIFY(use(nullptr));
    QVERIFY(ask("three"));
    QVERIFY(pair.server->engine().send(pair.atServer, toBytes("end")));
    const std::vector<Bytes> answers{toBytes("ONE"), toBytes("second"), toBytes("end")};
    QVERIFY(pair.client->received(pair.atClient.connection, 3) == answers);
    QCOMPARE(first->seen.load(), 1U);
    QCOMPARE(second->seen.load(), 1U);
}

void ContractHandlers::HandlerComesBeforeEcho()
{
    ServerOptions options = serverOptions();
    options.connection.echo = true;
    const Pair pair = pairWith(options, std::make_shared<TestHandler>(inCapitals));
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("ping")));
    QVERIFY(pair.client->received(pair.atClient.connection, 1).at(0) == toBytes("PING"));
}

void ContractHandlers::ClientHasAHandlerToo()
{
    const auto server = side();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto client = side();
    const auto handler = std::make_shared<TestHandler>(inCapitals);
    const auto ids = client->engine().connect(clientOptions(), handler);
    QVERIFY(ids);
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(connection);
    QVERIFY(server->engine().send(connection, toBytes("question")));
    QVERIFY(server->received(connection, 1).at(0) == toBytes("QUESTION"));
}

void ContractHandlers::RepliesThatNobodyReadsPauseTheReading()
{
    // Small questions with large answers: memory is bounded by what the peer takes.
    QFETCH(int, mode);
    constexpr unsigned messages = 300;
    constexpr std::size_t answerSize = 50'000;
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.readSize = 1; // one question a read, in byte mode too
    const auto handler =
        std::make_shared<TestHandler>([](const Conversation&, ByteView message, Bytes& answer) {
            answer.assign(answerSize, message.front());
            return Verdict::reply(answer, rule);
        });
    const Pair pair = pairWith(options, handler);
    QVERIFY(pair);
    pair.client->log.setRoom(false);
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection,
                                           Bytes(1, static_cast<std::byte>(i))));
    }
    QVERIFY(!pair.server->log.waitFor(
        [&](const EventLog::Items&) { return handler->seen == messages; }, 500ms));
    // 1 MiB of answers and what the buffers hold.
    QVERIFY2(handler->seen < messages / 2, QByteArray::number(handler->seen.load()).constData());
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    const Bytes all = pair.client->stream(pair.atClient.connection, messages * answerSize);
    QCOMPARE(all.size(), messages * answerSize);
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(all.at(i * answerSize) == static_cast<std::byte>(i));
    }
}

void ContractHandlers::NothingIsRepliedWhereNothingMayBeSent()
{
    ServerOptions options = serverOptions();
    options.access = Access::Inbound;
    std::atomic<bool> takesAnswers = true;
    const auto handler = std::make_shared<TestHandler>(
        [&takesAnswers](const Conversation& conversation, ByteView message, Bytes&) {
            takesAnswers = conversation.takesAnswers;
            return Verdict::reply(message, rule);
        });
    const Pair pair = pairWith(options, handler);
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("one")));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("two")));
    QCOMPARE(pair.server->received(pair.atServer, 2).size(), 2U);
    QVERIFY(!takesAnswers);
    QCOMPARE(pair.server->log.count([](const auto& item) { return item.template as<Failed>(); }),
             0U);
}

void ContractHandlers::HandlerOfTheDeparted()
{
    const auto server = side();
    const auto operation = server->engine().setHandler(EndpointId{4711}, nullptr);
    QVERIFY(operation);
    QCOMPARE(server->failure(*operation)->kind, ErrorKind::NoSuchTarget);
}

void ContractHandlers::ReplacedMessageIsShownAsItCameAndAsItWentOn()
{
    QFETCH(int, mode);
    const auto handler =
        std::make_shared<TestHandler>([](const Conversation&, ByteView message, Bytes& answer) {
            answer.assign(message.rbegin(), message.rend());
            return Verdict::replace(answer, rule);
        });
    const Pair pair = pairWith(serverOptions(PipeMode(mode)), handler);
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("abc")));
    QVERIFY(story(*pair.server, 3) == (Story{"[abc", "edited", "*cba"}));
    const std::uint64_t row = heldRow(*pair.server);
    const auto edited = pair.server->log.waitForBody<Message>(
        [](const EventLog::Item&, const Message& message) { return message.partner != 0; });
    QCOMPARE(edited->as<Message>()->partner, row);
    QVERIFY(edited->as<Message>()->origin == rule);
    const auto settled = pair.server->log.waitForBody<HeldSettled>(
        [](const EventLog::Item&, const HeldSettled&) { return true; });
    QCOMPARE(settled->as<HeldSettled>()->partner, row);
    QCOMPARE(handler->seen.load(), 1U);
}

void ContractHandlers::DroppedMessageIsShownAsDropped()
{
    QFETCH(int, mode);
    const auto handler =
        std::make_shared<TestHandler>([](const Conversation&, ByteView message, Bytes&) {
            return asText(message).starts_with("secret") ? Verdict::drop() : Verdict::pass();
        });
    const Pair pair = pairWith(serverOptions(PipeMode(mode)), handler);
    QVERIFY(pair);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("secret")));
    QVERIFY(story(*pair.server, 2) == (Story{"[secret", "dropped"}));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("plain")));
    QVERIFY(story(*pair.server, 3) == (Story{"[secret", "dropped", "<plain"}));
}

void ContractHandlers::HeldMessageIsSettled_data()
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

void ContractHandlers::HeldMessageIsSettled()
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

void ContractHandlers::NothingIsReadWhileAMessageIsHeld()
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

void ContractHandlers::OneMessageAfterTheOtherIsHeld()
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

void ContractHandlers::SendingGoesOnWhileAMessageIsHeld()
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

void ContractHandlers::OnlyWhatIsHeldIsSettled()
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

void ContractHandlers::PeerLeavesWhileAMessageIsHeld()
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

void ContractHandlers::CloseWhileAMessageIsHeldDropsIt()
{
    for (const CloseMode how : {CloseMode::Graceful, CloseMode::Abortive}) {
        ServerOptions options = serverOptions();
        options.name += how == CloseMode::Graceful ? "-graceful" : "-abortive";
        const auto server = side();
        const auto endpoint = server->engine().startServer(options, holdFirst(1));
        QVERIFY(endpoint);
        const auto client = side();
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

void ContractHandlers::StopWhileAMessageIsHeldDropsIt()
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

PIPESCOPE_GUILESS_TEST(ContractHandlers)
#include "tst_contract_handlers.moc"
