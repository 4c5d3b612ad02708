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
    return Verdict::reply(answer);
}

std::size_t received(Side& side)
{
    return side.log.count([](const EventLog::Item& item) {
        const auto* const data = item.as<Data>();
        return data != nullptr && data->direction == Direction::Received;
    });
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
    pair.atServer = pair.server->clientOf(pair.serverEndpoint);
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
    std::vector<std::string> log;
    QVERIFY(pair.server->log.waitFor([&](const EventLog::Items& items) {
        log.clear();
        for (const EventLog::Item& item : items) {
            if (const auto* const data = item.as<Data>()) {
                log.push_back((data->direction == Direction::Received ? "<" : ">")
                              + std::string(asText(item.payload)));
            }
        }
        return log.size() == 2;
    }));
    QVERIFY(log == (std::vector<std::string>{"<ping", ">PING"}));
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
        return Verdict::reply(asBytes("second"));
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
            return Verdict::reply(answer);
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
            return Verdict::reply(message);
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

PIPESCOPE_GUILESS_TEST(ContractHandlers)
#include "tst_contract_handlers.moc"
