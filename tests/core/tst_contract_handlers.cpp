// Contract suite: who says what becomes of the messages that are received.

#include "handler_contract_test.h"
#include "runner/register.h"

using namespace pipecore;
using namespace std::chrono_literals;

class ContractHandlers : public HandlerContractTest
{
    Q_OBJECT

private slots:
    void ReplyIsSentBackAfterWhatItAnswers_data() { modes(); }
    void ReplyIsSentBackAfterWhatItAnswers();
    void EveryMessageIsShownOnce();
    void AnotherHandlerTakesOver();
    void HandlerComesBeforeEcho();
    void ClientHasAHandlerToo();
    void UnreadRepliesPauseTheReading_data() { modes(); }
    void UnreadRepliesPauseTheReading();
    void NothingIsRepliedWhereNothingMayBeSent();
    void HandlerOfAClosedEndpoint();
    void ReplacedMessageIsShownAsItCameAndAsItWentOn_data() { modes(); }
    void ReplacedMessageIsShownAsItCameAndAsItWentOn();
    void DroppedMessageIsShownAsDropped_data() { modes(); }
    void DroppedMessageIsShownAsDropped();
};

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
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto client = newPeer();
    const auto handler = std::make_shared<TestHandler>(inCapitals);
    const auto ids = client->engine().connect(clientOptions(), handler);
    QVERIFY(ids);
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(connection);
    QVERIFY(server->engine().send(connection, toBytes("question")));
    QVERIFY(server->received(connection, 1).at(0) == toBytes("QUESTION"));
}

void ContractHandlers::UnreadRepliesPauseTheReading()
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

void ContractHandlers::HandlerOfAClosedEndpoint()
{
    const auto server = newPeer();
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

PIPESCOPE_GUILESS_TEST(ContractHandlers)
#include "tst_contract_handlers.moc"
