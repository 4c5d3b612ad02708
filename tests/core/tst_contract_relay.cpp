// Contract suite: a relay between a client and a server.

#include "contract_test.h"
#include "pipecore/engine/traffic_handler.h"
#include "runner/register.h"

#include <algorithm>
#include <random>

using namespace pipecore;
using namespace std::chrono_literals;

class ContractRelay : public ContractTest
{
    Q_OBJECT

private slots:
    void EachHearsTheOther_data() { modes(); }
    void EachHearsTheOther();
    void AMessageHasOneRow();
    void EmptyMessagesStayMessages();
    void MessagesKeepTheirBorders();
    void AStreamArrivesWhole();
    void TheClientLeaves_data() { modes(); }
    void TheClientLeaves();
    void TheTargetLeavesAfterItsLastWords_data() { modes(); }
    void TheTargetLeavesAfterItsLastWords();
    void ASlowReaderHoldsTheOtherSide();
    void AMissingTargetEndsTheClient();
    void ClosingTheRelayEndsBothSides();
    void ClosingOneConversationLeavesOthers();
    void ManyClientsAtOnce();
    void SendingByHandGoesToTheClient();
    void AHandlerHearsBothSides();
    void AHeldMessageIsPassedOnWhenItIsSettled();
    void ASinkWithoutRoomHoldsBothSides();
    void AClientOfAnotherUserIsRefused();
    void WhatCannotBeARelayIsRefused();

private:
    struct Between
    {
        std::unique_ptr<TestPeer> server; ///< the target
        std::unique_ptr<TestPeer> relay;
        std::unique_ptr<TestPeer> client;
        EndpointId serverEndpoint{};
        EndpointId relayEndpoint{};
        Engine::ClientIds ids{}; ///< of the client
        ConnectionId atRelay{};
        ConnectionId atServer{};

        [[nodiscard]] explicit operator bool() const { return bool(atServer); }
    };
    [[nodiscard]] RelayOptions relayOptions(PipeMode mode) const;
    [[nodiscard]] Between between(PipeMode mode, std::shared_ptr<TrafficHandler> handler = nullptr,
                                  const ConnectionOptions& ends = {}) const;
    [[nodiscard]] static bool isGone(TestPeer& peer, ConnectionId connection)
    {
        return peer.disconnected(connection).has_value();
    }
};

namespace {

/// Messages of a connection in the order of their rows.
std::vector<EventLog::Item> messagesOf(const TestPeer& peer, ConnectionId connection)
{
    std::vector<EventLog::Item> found;
    for (EventLog::Item& item : peer.log.items()) {
        if (item.event.connection == connection && item.as<Message>() != nullptr) {
            found.push_back(std::move(item));
        }
    }
    return found;
}

} // namespace

RelayOptions ContractRelay::relayOptions(PipeMode mode) const
{
    RelayOptions options{.server = serverOptions(mode), .target = clientOptions(mode)};
    options.server.name = name() + "-front";
    return options;
}

ContractRelay::Between ContractRelay::between(PipeMode mode,
                                              std::shared_ptr<TrafficHandler> handler,
                                              const ConnectionOptions& ends) const
{
    Between all{.server = newPeer(), .relay = newPeer(), .client = newPeer()};
    ServerOptions target = serverOptions(mode);
    target.connection = ends;
    all.serverEndpoint = all.server->serve(target);
    const auto relay = all.relay->engine().startRelay(relayOptions(mode), std::move(handler));
    if (!relay || !all.serverEndpoint) {
        return all;
    }
    all.relayEndpoint = *relay;
    ClientOptions client = clientOptions(mode);
    client.name = name() + "-front";
    client.connection = ends;
    all.ids = all.client->connect(client);
    if (!all.client->isConnected(all.ids.connection)) {
        return all;
    }
    all.atRelay = all.relay->clientOf(all.relayEndpoint);
    const auto reached = all.relay->log.waitForBody<TargetConnected>(
        [](const auto&, const TargetConnected&) { return true; });
    all.atServer = reached ? all.server->clientOf(all.serverEndpoint) : ConnectionId{};
    return all;
}

void ContractRelay::EachHearsTheOther()
{
    QFETCH(const int, mode);
    const Between all = between(static_cast<PipeMode>(mode));
    QVERIFY(all);
    QVERIFY(all.client->engine().send(all.ids.connection, toBytes("from the client")));
    QCOMPARE(asText(all.server->stream(all.atServer, 15)), std::string_view("from the client"));
    QVERIFY(all.server->engine().send(all.atServer, toBytes("from the server")));
    QCOMPARE(asText(all.client->stream(all.ids.connection, 15)),
             std::string_view("from the server"));
}

void ContractRelay::AMessageHasOneRow()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    QVERIFY(all.client->engine().send(all.ids.connection, toBytes("question")));
    QCOMPARE(all.server->received(all.atServer, 1).size(), std::size_t{1});
    QVERIFY(all.server->engine().send(all.atServer, toBytes("answer")));
    QCOMPARE(all.client->received(all.ids.connection, 1).size(), std::size_t{1});

    const auto rows = messagesOf(*all.relay, all.atRelay);
    QCOMPARE(rows.size(), std::size_t{2});
    QCOMPARE(asText(rows[0].payload), std::string_view("question"));
    QVERIFY(rows[0].as<Message>()->direction == Direction::Received);
    QVERIFY(rows[0].as<Message>()->origin.kind == OriginKind::Peer);
    QCOMPARE(asText(rows[1].payload), std::string_view("answer"));
    QVERIFY(rows[1].as<Message>()->direction == Direction::Sent);
    QVERIFY(rows[1].as<Message>()->origin.kind == OriginKind::Relay);
    // Everything else is of that conversation, too.
    QCOMPARE(all.relay->log.count([&](const EventLog::Item& item) {
        return item.event.connection && item.event.connection != all.atRelay;
    }),
             std::size_t{0});
    const auto opened = all.relay->log.waitForBody<EndpointOpened>(
        [](const auto&, const EndpointOpened&) { return true; });
    QVERIFY(opened && opened->as<EndpointOpened>()->target.ends_with(name()));
}

void ContractRelay::EmptyMessagesStayMessages()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    for (const char* const text : {"", "a", "", ""}) {
        QVERIFY(all.client->engine().send(all.ids.connection, toBytes(text)));
    }
    const auto received = all.server->received(all.atServer, 4);
    QCOMPARE(received.size(), std::size_t{4});
    QVERIFY(received[0].empty() && received[1].size() == 1 && received[2].empty()
            && received[3].empty());
}

void ContractRelay::MessagesKeepTheirBorders()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    std::mt19937 random(15); // NOLINT(cert-msc32-c,cert-msc51-cpp): the same in every run
    std::vector<Bytes> sent;
    for (unsigned i = 0; i < 600; ++i) {
        sent.push_back(patternBytes(i % 50 == 0 ? 100'000 : random() % 3'000, i));
        const bool isQuestion = i % 2 == 0;
        TestPeer& peer = isQuestion ? *all.client : *all.server;
        QVERIFY(peer.engine().send(isQuestion ? all.ids.connection : all.atServer, sent.back()));
    }
    const auto atServer = all.server->received(all.atServer, 300);
    const auto atClient = all.client->received(all.ids.connection, 300);
    QCOMPARE(atServer.size(), std::size_t{300});
    QCOMPARE(atClient.size(), std::size_t{300});
    for (std::size_t i = 0; i < 300; ++i) {
        QVERIFY(atServer[i] == sent[2 * i]);
        QVERIFY(atClient[i] == sent[2 * i + 1]);
    }
}

void ContractRelay::AStreamArrivesWhole()
{
    const Between all = between(PipeMode::Byte);
    QVERIFY(all);
    Bytes whole;
    for (unsigned i = 1; i < 60; ++i) {
        const Bytes part = patternBytes(i * 1'731, i);
        whole.insert(whole.end(), part.begin(), part.end());
        QVERIFY(all.client->engine().send(all.ids.connection, part));
        QVERIFY(all.server->engine().send(all.atServer, part));
    }
    QVERIFY(all.server->stream(all.atServer, whole.size()) == whole);
    QVERIFY(all.client->stream(all.ids.connection, whole.size()) == whole);
}

void ContractRelay::TheClientLeaves()
{
    QFETCH(const int, mode);
    const Between all = between(static_cast<PipeMode>(mode));
    QVERIFY(all);
    QVERIFY(all.client->engine().send(all.ids.connection, toBytes("last words")));
    QVERIFY(all.client->engine().close(all.ids.connection, CloseMode::Graceful));
    QCOMPARE(asText(all.server->stream(all.atServer, 10)), std::string_view("last words"));
    QVERIFY(isGone(*all.server, all.atServer));
    const auto end = all.relay->disconnected(all.atRelay);
    QVERIFY(end);
    QVERIFY(end->reason == CloseReason::PeerClosed);
}

void ContractRelay::TheTargetLeavesAfterItsLastWords()
{
    QFETCH(const int, mode);
    const Between all = between(static_cast<PipeMode>(mode));
    QVERIFY(all);
    QVERIFY(all.server->engine().send(all.atServer, toBytes("last words")));
    QVERIFY(all.server->engine().close(all.atServer, CloseMode::Graceful));
    QCOMPARE(asText(all.client->stream(all.ids.connection, 10)), std::string_view("last words"));
    QVERIFY(isGone(*all.client, all.ids.connection));
    const auto end = all.relay->disconnected(all.atRelay);
    QVERIFY(end);
    QVERIFY(end->reason == CloseReason::TargetClosed);
}

void ContractRelay::ASlowReaderHoldsTheOtherSide()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    all.server->log.setRoom(false);
    constexpr unsigned messages = 200;
    std::vector<OperationId> operations;
    for (unsigned i = 0; i < messages; ++i) {
        const auto operation =
            all.client->engine().send(all.ids.connection, patternBytes(50'000, i));
        QVERIFY(operation);
        operations.push_back(*operation);
    }
    QVERIFY(all.server->log.waitForBody<Throttled>([](const auto&, const auto&) { return true; }));
    // The relay takes no more than it can pass on, and it complains of nothing.
    QVERIFY(!all.client->log.waitFor(
        [&](const EventLog::Items& items) {
            return std::ranges::any_of(items, [&](const EventLog::Item& item) {
                const auto* const data = item.as<Message>();
                return data != nullptr && data->operation == operations.back();
            });
        },
        500ms));
    QVERIFY(messagesOf(*all.relay, all.atRelay).size() < messages);
    QCOMPARE(all.relay->log.count([](const auto& item) { return item.template as<Failed>(); }),
             std::size_t{0});

    all.server->log.setRoom(true);
    all.server->engine().resumeReading();
    const auto received = all.server->received(all.atServer, messages);
    QCOMPARE(received.size(), std::size_t{messages});
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(received[i] == patternBytes(50'000, i));
    }
}

void ContractRelay::AMissingTargetEndsTheClient()
{
    const auto relay = newPeer();
    const auto client = newPeer();
    RelayOptions options = relayOptions(PipeMode::Byte);
    options.target.wait = WaitPolicy::FailAtOnce;
    const auto endpoint = relay->engine().startRelay(options);
    QVERIFY(endpoint);
    ClientOptions front = clientOptions(PipeMode::Byte);
    front.name = name() + "-front";
    const auto ids = client->connect(front);
    QVERIFY(client->isConnected(ids.connection));
    QVERIFY(isGone(*client, ids.connection));
    const ConnectionId atRelay = relay->clientOf(*endpoint);
    const auto why = relay->failure(atRelay);
    QVERIFY(why);
    QVERIFY(why->kind == ErrorKind::NotFound);
    QVERIFY(isGone(*relay, atRelay));
}

void ContractRelay::ClosingTheRelayEndsBothSides()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    QVERIFY(all.relay->engine().closeEndpoint(all.relayEndpoint, CloseMode::Graceful));
    QVERIFY(isGone(*all.client, all.ids.connection));
    QVERIFY(isGone(*all.server, all.atServer));
    QVERIFY(all.relay->isClosed(all.relayEndpoint));
}

void ContractRelay::ClosingOneConversationLeavesOthers()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    ClientOptions front = clientOptions();
    front.name = name() + "-front";
    const auto second = all.client->connect(front);
    QVERIFY(all.client->isConnected(second.connection));
    const ConnectionId secondAtServer = all.server->clientOf(all.serverEndpoint, 2);
    QVERIFY(secondAtServer);
    QVERIFY(all.relay->engine().close(all.atRelay, CloseMode::Abortive));
    QVERIFY(isGone(*all.client, all.ids.connection));
    QVERIFY(isGone(*all.server, all.atServer));
    QVERIFY(all.client->engine().send(second.connection, toBytes("still here")));
    QCOMPARE(asText(all.server->stream(secondAtServer, 10)), std::string_view("still here"));
}

void ContractRelay::ManyClientsAtOnce()
{
    constexpr std::size_t clients = 100;
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    ClientOptions front = clientOptions();
    front.name = name() + "-front";
    std::vector<ConnectionId> connections{all.ids.connection};
    while (connections.size() < clients) {
        connections.push_back(all.client->connect(front).connection);
    }
    for (std::size_t i = 0; i < clients; ++i) {
        QVERIFY(all.client->isConnected(connections[i]));
        QVERIFY(all.client->engine().send(connections[i], toBytes("client " + std::to_string(i))));
    }
    std::vector<std::string> heard;
    for (std::size_t i = 1; i <= clients; ++i) {
        const ConnectionId connection = all.server->clientOf(all.serverEndpoint, i);
        const auto received = all.server->received(connection, 1);
        QCOMPARE(received.size(), std::size_t{1});
        heard.emplace_back(asText(received.front()));
    }
    std::ranges::sort(heard);
    QVERIFY(std::ranges::adjacent_find(heard) == heard.end());
}

void ContractRelay::SendingByHandGoesToTheClient()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    const auto operation = all.relay->engine().send(all.atRelay, toBytes("by hand"));
    QVERIFY(operation);
    QVERIFY(all.relay->isSent(*operation));
    QCOMPARE(all.client->received(all.ids.connection, 1).size(), std::size_t{1});
    const auto rows = messagesOf(*all.relay, all.atRelay);
    QCOMPARE(rows.size(), std::size_t{1});
    QVERIFY(rows[0].as<Message>()->origin == byUser);
}

namespace {

/// Drops what begins with "drop", replaces what begins with "replace", holds "hold".
class Judge final : public TrafficHandler
{
public:
    [[nodiscard]] Verdict onMessage(const Conversation& /*conversation*/,
                                    const IncomingMessage& message) noexcept override
    {
        const std::string_view text = asText(message.payload);
        if (text.starts_with("drop")) {
            return Verdict::drop();
        }
        if (text.starts_with("replace")) {
            return Verdict::replace(asBytes("replaced"), {.kind = OriginKind::Rule});
        }
        return text.starts_with("hold") ? Verdict::hold() : Verdict::pass();
    }
};

} // namespace

void ContractRelay::AHandlerHearsBothSides()
{
    const Between all = between(PipeMode::Message, std::make_shared<Judge>());
    QVERIFY(all);
    for (const char* const text : {"drop me", "replace me", "pass"}) {
        QVERIFY(all.client->engine().send(all.ids.connection, toBytes(text)));
        QVERIFY(all.server->engine().send(all.atServer, toBytes(text)));
    }
    for (const auto& received :
         {all.server->received(all.atServer, 2), all.client->received(all.ids.connection, 2)}) {
        QCOMPARE(received.size(), std::size_t{2});
        QCOMPARE(asText(received[0]), std::string_view("replaced"));
        QCOMPARE(asText(received[1]), std::string_view("pass"));
    }
}

void ContractRelay::AHeldMessageIsPassedOnWhenItIsSettled()
{
    const Between all = between(PipeMode::Message, std::make_shared<Judge>());
    QVERIFY(all);
    std::size_t held = 0;
    for (const auto outcome : {HeldOutcome::Released, HeldOutcome::Edited, HeldOutcome::Dropped}) {
        QVERIFY(all.client->engine().send(all.ids.connection, toBytes("hold this")));
        ++held;
        std::uint64_t row = 0;
        QVERIFY(all.relay->log.waitFor([&](const EventLog::Items& items) {
            std::size_t seen = 0;
            for (const EventLog::Item& item : items) {
                if (const auto* const message = item.as<Message>(); message && message->held) {
                    ++seen;
                    row = item.event.row;
                }
            }
            return seen == held;
        }));
        // The other direction goes on meanwhile.
        QVERIFY(all.server->engine().send(all.atServer, toBytes("meanwhile")));
        QVERIFY(all.relay->engine().settle(all.atRelay, row, outcome,
                                           outcome == HeldOutcome::Edited ? toBytes("edited")
                                                                          : Bytes()));
    }
    QVERIFY(all.client->engine().send(all.ids.connection, toBytes("the end")));
    const auto received = all.server->received(all.atServer, 3);
    QCOMPARE(received.size(), std::size_t{3});
    QCOMPARE(asText(received[0]), std::string_view("hold this"));
    QCOMPARE(asText(received[1]), std::string_view("edited"));
    QCOMPARE(asText(received[2]), std::string_view("the end"));
    QCOMPARE(all.client->received(all.ids.connection, 3).size(), std::size_t{3});
}

void ContractRelay::ASinkWithoutRoomHoldsBothSides()
{
    const Between all = between(PipeMode::Message);
    QVERIFY(all);
    all.relay->log.setRoom(false);
    constexpr std::size_t messages = 50;
    for (std::size_t i = 0; i < messages; ++i) {
        QVERIFY(all.client->engine().send(all.ids.connection, patternBytes(50'000)));
        QVERIFY(all.server->engine().send(all.atServer, patternBytes(50'000)));
    }
    QVERIFY(all.relay->log.waitForBody<Throttled>([](const auto&, const auto&) { return true; }));
    // Not passed on before its row is taken.
    QVERIFY(all.server->received(all.atServer, 0).size() <= 2);
    all.relay->log.setRoom(true);
    all.relay->engine().resumeReading();
    QCOMPARE(all.server->received(all.atServer, messages).size(), messages);
    QCOMPARE(all.client->received(all.ids.connection, messages).size(), messages);
}

void ContractRelay::AClientOfAnotherUserIsRefused()
{
    if (!onFake()) {
        QSKIP("all programs of this test are of one user; tst_unix_relay has two");
    }
    for (const bool isAllowed : {false, true}) {
        const auto server = newPeer();
        const auto relay = newPeer();
        const auto client = newPeer();
        relay->fake()->makeClientsOthers();
        const auto target = server->serve(serverOptions());
        RelayOptions options = relayOptions(PipeMode::Message);
        options.allowOtherUsers = isAllowed;
        const auto endpoint = relay->engine().startRelay(options);
        QVERIFY(endpoint);
        ClientOptions front = clientOptions();
        front.name = options.server.name;
        const auto ids = client->connect(front);
        if (isAllowed) {
            QVERIFY(server->clientOf(target));
            continue;
        }
        const ConnectionId atRelay = relay->clientOf(*endpoint);
        const auto why = relay->failure(atRelay);
        QVERIFY(why);
        QVERIFY(why->kind == ErrorKind::AccessDenied);
        QVERIFY2(why->detail.find("--allow-other-users") != std::string::npos, why->detail.c_str());
        QVERIFY(isGone(*client, ids.connection));
        QCOMPARE(
            server->log.count([](const auto& item) { return item.template as<PeerConnected>(); }),
            std::size_t{0});
    }
}

void ContractRelay::WhatCannotBeARelayIsRefused()
{
    const auto peer = newPeer();
    const auto refused = [&](const RelayOptions& options) {
        const auto started = peer->engine().startRelay(options);
        return !started && started.error().kind == ErrorKind::InvalidArgument;
    };
    RelayOptions options = relayOptions(PipeMode::Message);
    options.target.name = options.server.name;
    QVERIFY(refused(options));
    options = relayOptions(PipeMode::Message);
    options.target.mode = PipeMode::Byte;
    QVERIFY(refused(options));
    options = relayOptions(PipeMode::Message);
    options.server.access = Access::Inbound;
    QVERIFY(refused(options));
    options = relayOptions(PipeMode::Message);
    options.server.connection.echo = true;
    QVERIFY(refused(options));
}

PIPESCOPE_GUILESS_TEST(ContractRelay)
#include "tst_contract_relay.moc"
