// Contract suite: much, fast, from everywhere.

#include "contract_test.h"
#include "runner/register.h"

#include <algorithm>
#include <atomic>

using namespace pipecore;
using namespace std::chrono_literals;

class ContractFlow : public ContractTest
{
    Q_OBJECT

private slots:
    void SlowReaderThrottlesWriter();
    void ConsumerThatPausesBrieflyStopsNoPeer();
    void WriteQueueBounded();
    void FloodOfSmallMessages();
    void EchoOfAFloodIsBounded();
    void SubmitFromManyThreads();
};

void ContractFlow::SlowReaderThrottlesWriter()
{
    // The reader's sink is full: its reading stops, the writer's sends wait, and nothing is lost.
    const Pair pair = connectedPair();
    QVERIFY(pair);
    pair.server->log.setRoom(false);
    constexpr unsigned messages = 64;
    std::vector<OperationId> operations;
    for (unsigned i = 0; i < messages; ++i) {
        const auto operation =
            pair.client->engine().send(pair.atClient.connection, patternBytes(100'000, i));
        QVERIFY(operation);
        operations.push_back(*operation);
    }
    // At least one read was under way; after it the engine says that it stopped.
    QVERIFY(pair.server->log.waitForBody<Throttled>(
        [](const EventLog::Item&, const Throttled&) { return true; }));
    const auto sentAll = [&](const EventLog::Items& items) {
        return std::ranges::any_of(items, [&](const auto& item) {
            const auto* const data = item.template as<Message>();
            return data != nullptr && data->operation == operations.back();
        });
    };
    QVERIFY(!pair.client->log.waitFor(sentAll, 300ms));
    QVERIFY(pair.server->received(pair.atServer, 0).size() < messages);

    pair.server->log.setRoom(true);
    pair.server->engine().resumeReading();
    QVERIFY(pair.client->log.waitFor(sentAll));
    const auto received = pair.server->received(pair.atServer, messages);
    QCOMPARE(received.size(), std::size_t{messages});
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(received[i] == patternBytes(100'000, i));
    }
    QVERIFY(pair.server->log.waitForBody<Resumed>(
        [](const EventLog::Item&, const Resumed&) { return true; }));
}

/// A slow disk must not hold up the programs that are observed.
void ContractFlow::ConsumerThatPausesBrieflyStopsNoPeer()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    EventLog& log = pair.server->log;
    log.setReserve(true);
    log.setRoom(false);
    constexpr unsigned messages = 20;
    for (unsigned i = 1; i <= messages; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(1000, i)));
    }
    QCOMPARE(pair.server->received(pair.atServer, messages).size(), std::size_t{messages});

    // The reserve ends as well: that is said, and when there is room again.
    log.setReserve(false);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(1000, 0)));
    QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(1000, 0)));
    QVERIFY(log.waitForBody<Throttled>([](const auto&, const Throttled&) { return true; }));
    log.setRoom(true);
    pair.server->engine().resumeReading();
    QVERIFY(log.waitForBody<Resumed>([](const auto&, const Resumed&) { return true; }));
    QCOMPARE(pair.server->received(pair.atServer, messages + 2).size(), std::size_t{messages} + 2);
}

void ContractFlow::WriteQueueBounded()
{
    ClientOptions options = clientOptions();
    options.connection.writeQueueLimit = 1'000'000;
    const Pair pair = connectedPair(serverOptions(), options);
    QVERIFY(pair);
    pair.server->log.setRoom(false);
    std::vector<OperationId> operations;
    for (unsigned i = 0; i < 100; ++i) {
        const auto operation =
            pair.client->engine().send(pair.atClient.connection, patternBytes(100'000, i));
        QVERIFY(operation);
        operations.push_back(*operation);
    }
    const auto error = pair.client->failure(operations.back());
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::WouldBlock);
    QVERIFY2(QString::fromStdString(error->detail).contains(QStringLiteral("1000000 bytes")),
             error->detail.c_str());
    // Accepted messages are delivered, in order and complete; refused ones are not.
    const std::size_t refused = pair.client->log.count(
        [](const auto& item) { return item.template as<Failed>() != nullptr; });
    QVERIFY(refused > 0 && refused < 100);
    pair.server->log.setRoom(true);
    pair.server->engine().resumeReading();
    const auto received = pair.server->received(pair.atServer, 100 - refused);
    QCOMPARE(received.size(), 100 - refused);
}

void ContractFlow::FloodOfSmallMessages()
{
    constexpr std::size_t messages = 20'000;
    const Pair pair = connectedPair();
    QVERIFY(pair);
    for (std::size_t i = 0; i < messages; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes(std::to_string(i))));
    }
    const auto received = pair.server->received(pair.atServer, messages);
    QCOMPARE(received.size(), messages);
    for (std::size_t i = 0; i < messages; ++i) {
        QCOMPARE(asText(received[i]), std::to_string(i));
    }
}

void ContractFlow::EchoOfAFloodIsBounded()
{
    // A client that sends and never reads its echo must not fill the server's memory.
    ServerOptions server = serverOptions();
    server.connection.echo = true;
    const Pair pair = connectedPair(server, clientOptions());
    QVERIFY(pair);
    pair.client->log.setRoom(false);
    constexpr unsigned messages = 200;
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, patternBytes(100'000, i)));
    }
    QVERIFY(!pair.server->log.waitFor(
        [&](const EventLog::Items& items) {
            return std::ranges::count_if(items,
                                         [](const auto& item) {
                                             const auto* const data = item.template as<Message>();
                                             return data != nullptr
                                                    && data->direction == Direction::Received;
                                         })
                   == messages;
        },
        500ms));
    pair.client->log.setRoom(true);
    pair.client->engine().resumeReading();
    const auto echoed = pair.client->received(pair.atClient.connection, messages);
    QCOMPARE(echoed.size(), std::size_t{messages});
    QVERIFY(echoed.back() == patternBytes(100'000, messages - 1));
}

void ContractFlow::SubmitFromManyThreads()
{
    constexpr unsigned threads = 8;
    constexpr unsigned perThread = 500;
    const Pair pair = connectedPair();
    QVERIFY(pair);
    std::atomic<unsigned> refused = 0;
    std::vector<std::thread> workers;
    for (unsigned t = 0; t < threads; ++t) {
        workers.emplace_back([&, t] {
            for (unsigned i = 0; i < perThread; ++i) {
                const std::string text = std::to_string(t) + ":" + std::to_string(i);
                if (!pair.client->engine().send(pair.atClient.connection, toBytes(text))) {
                    ++refused;
                }
                if (i % 100 == 0) {
                    // Other requests in between.
                    if (!pair.client->engine().close(ConnectionId{9999}, CloseMode::Graceful)) {
                        ++refused;
                    }
                }
            }
        });
    }
    for (std::thread& worker : workers) {
        worker.join();
    }
    QCOMPARE(refused.load(), 0U);
    const auto received = pair.server->received(pair.atServer, threads * perThread);
    QCOMPARE(received.size(), std::size_t{threads * perThread});
    // Everything came, and what one thread sent came in its order.
    std::vector<unsigned> next(threads, 0);
    for (const Bytes& message : received) {
        const QString text =
            QString::fromLatin1(asText(message).data(), static_cast<qsizetype>(message.size()));
        const unsigned thread = text.section(u':', 0, 0).toUInt();
        QCOMPARE(text.section(u':', 1, 1).toUInt(), next.at(thread));
        ++next.at(thread);
    }
}

PIPESCOPE_GUILESS_TEST(ContractFlow)
#include "tst_contract_flow.moc"
