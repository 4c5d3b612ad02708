// Contract suite: what is sent is what comes.

#include "contract_test.h"
#include "runner/register.h"

#include <algorithm>
#include <numeric>

using namespace pipecore;
using namespace std::chrono_literals;

class ContractData : public ContractTest
{
    Q_OBJECT

private slots:
    void FactsOfAConnection();
    void TransactionsWhereTheSystemHasThem();
    void EchoByteMode();
    void EchoMessageMode();
    void MessageBoundariesKept();
    void MessageLargerThanBuffer_data();
    void MessageLargerThanBuffer();
    void MessageTooLargeIsExplained();
    void MessageReadWithSmallBuffer();
    void MessageLimitDeliversParts();
    void ZeroByteMessage();
    void ZeroByteMessageFromAnotherProgram();
    void ByteStreamSplitAnywhere();
    void WriteBeforePeerReads();
    void ByteReaderOfAMessagePipe();
    void InboundServerCannotSend();
    void OutboundServerSends();
    void SendToAllClients();
    void EchoServesAnotherProgram();
    void TimesAndNumbersGoUp();
};

void ContractData::EchoByteMode()
{
    ServerOptions server = serverOptions(PipeMode::Byte);
    server.connection.echo = true;
    const Pair pair = connectedPair(server, clientOptions(PipeMode::Byte));
    QVERIFY(pair);
    const Bytes payload = patternBytes(300'000);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, payload));
    QCOMPARE(pair.client->stream(pair.atClient.connection, payload.size()), payload);
}

void ContractData::EchoMessageMode()
{
    ServerOptions server = serverOptions();
    server.connection.echo = true;
    const Pair pair = connectedPair(server, clientOptions());
    QVERIFY(pair);
    std::vector<Bytes> sent;
    for (const std::size_t size : {1U, 2U, 64U, 4096U, 65'535U, 100'000U, 7U}) {
        sent.push_back(patternBytes(size, static_cast<unsigned>(size)));
        const auto operation = pair.client->engine().send(pair.atClient.connection, sent.back());
        QVERIFY(operation);
        QVERIFY(pair.client->isSent(*operation));
    }
    QCOMPARE(pair.client->received(pair.atClient.connection, sent.size()), sent);
}

void ContractData::MessageBoundariesKept()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    std::vector<Bytes> sent;
    for (std::size_t i = 0; i < 500; ++i) {
        sent.push_back(patternBytes(1 + i * 7 % 1000, static_cast<unsigned>(i)));
        QVERIFY(pair.client->engine().send(pair.atClient.connection, sent.back()));
    }
    QCOMPARE(pair.server->received(pair.atServer, sent.size()), sent);
}

void ContractData::MessageLargerThanBuffer_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("1 MiB") << 1024 * 1024;
    QTest::newRow("16 MiB") << 16 * 1024 * 1024;
}

void ContractData::MessageLargerThanBuffer()
{
    QFETCH(int, size);
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const Bytes payload = patternBytes(static_cast<std::size_t>(size));
    const auto operation = pair.client->engine().send(pair.atClient.connection, payload);
    QVERIFY(operation);
    if (onUnix()) {
        // A SOCK_SEQPACKET message has to fit the send buffer: as far as the system allows.
        const bool settled = pair.client->log.waitFor([&](const EventLog::Items& items) {
            return std::ranges::any_of(items, [&](const auto& item) {
                const auto* const failed = item.template as<Failed>();
                const auto* const data = item.template as<Message>();
                return (failed && failed->operation == *operation)
                       || (data && data->operation == *operation);
            });
        });
        QVERIFY(settled);
        const auto refused = pair.client->log.waitForBody<Failed>(
            [&](const EventLog::Item&, const Failed& failed) {
                return failed.operation == *operation;
            },
            0ms);
        if (refused) {
            QCOMPARE(refused->as<Failed>()->error.kind, ErrorKind::MessageTooLarge);
            QSKIP("this system's socket buffers do not carry a message of this size");
        }
    }
    const auto messages = pair.server->received(pair.atServer, 1);
    QCOMPARE(messages.size(), 1U);
    QVERIFY(messages[0] == payload);
}

void ContractData::MessageTooLargeIsExplained()
{
    if (!onUnix()) {
        QSKIP("only AF_UNIX limits the size of a message");
    }
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto operation =
        pair.client->engine().send(pair.atClient.connection, Bytes(std::size_t{1} << 30U));
    QVERIFY(operation);
    const auto error = pair.client->failure(*operation);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::MessageTooLarge);
    const QString detail = QString::fromStdString(error->detail);
    QVERIFY2(detail.contains(QStringLiteral("1073741824 bytes")), qPrintable(detail));
    QVERIFY2(detail.contains(QStringLiteral("wmem_max"))
                 || detail.contains(QStringLiteral("the kernel carries")),
             qPrintable(detail));
    // The connection goes on.
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("next")));
    QCOMPARE(asText(pair.server->received(pair.atServer, 1).at(0)), std::string_view("next"));
}

void ContractData::MessageReadWithSmallBuffer()
{
    ServerOptions server = serverOptions();
    server.connection.readSize = 100;
    const Pair pair = connectedPair(server, clientOptions());
    QVERIFY(pair);
    const std::vector<Bytes> sent{patternBytes(1050, 1), patternBytes(100, 2), patternBytes(200, 3),
                                  patternBytes(3, 4)};
    for (const Bytes& message : sent) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, message));
    }
    QCOMPARE(pair.server->received(pair.atServer, sent.size()), sent);
    if (onUnix()) {
        return; // the kernel hands a message over whole
    }
    std::vector<std::vector<std::uint32_t>> fragments;
    for (const auto& item : pair.server->log.items()) {
        if (item.as<Message>() != nullptr) {
            fragments.push_back(item.fragments);
        }
    }
    const std::vector<std::uint32_t> eleven{100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50};
    const std::vector<std::uint32_t> two{100, 100};
    QCOMPARE(fragments.at(0), eleven);
    QVERIFY(fragments.at(1).empty()); // exactly one read: nothing to remember
    QCOMPARE(fragments.at(2), two);
    QVERIFY(fragments.at(3).empty());
}

void ContractData::MessageLimitDeliversParts()
{
    if (onUnix()) {
        QSKIP("the kernel hands a message over whole");
    }
    ServerOptions server = serverOptions();
    server.connection.readSize = 1000;
    server.connection.messageLimit = 10'000;
    const Pair pair = connectedPair(server, clientOptions());
    QVERIFY(pair);
    const Bytes payload = patternBytes(25'000);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, payload));
    const auto parts = pair.server->received(pair.atServer, 3);
    QCOMPARE(parts.size(), 3U);
    Bytes joined;
    for (const Bytes& part : parts) {
        joined.insert(joined.end(), part.begin(), part.end());
    }
    QVERIFY(joined == payload);
    std::vector<bool> continues;
    for (const auto& item : pair.server->log.items()) {
        if (const auto* const data = item.as<Message>()) {
            continues.push_back(data->continues);
        }
    }
    QCOMPARE(continues, (std::vector<bool>{true, true, false}));
}

void ContractData::ZeroByteMessage()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const std::vector<Bytes> sent{{}, toBytes("between"), {}, {}};
    for (const Bytes& message : sent) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, message));
    }
    QCOMPARE(pair.server->received(pair.atServer, sent.size()), sent);
    // An empty message is not the end.
    QCOMPARE(
        pair.server->log.count([](const auto& item) { return item.template as<Disconnected>(); }),
        0U);

    const Pair bytes = connectedPair(
        [&] {
            ServerOptions options = serverOptions(PipeMode::Byte);
            options.name += "-byte";
            return options;
        }(),
        [&] {
            ClientOptions options = clientOptions(PipeMode::Byte);
            options.name += "-byte";
            return options;
        }());
    QVERIFY(bytes);
    const auto refused = bytes.client->engine().send(bytes.atClient.connection, {});
    QVERIFY(refused);
    QCOMPARE(bytes.client->failure(*refused)->kind, ErrorKind::InvalidArgument);
}

void ContractData::ZeroByteMessageFromAnotherProgram()
{
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message,
                     {QStringLiteral("send:"), QStringLiteral("send:x"), QStringLiteral("send:")});
    const ConnectionId connection = server->clientOf(endpoint);
    QVERIFY(server->disconnected(connection));
    const std::vector<Bytes> expected{{}, toBytes("x"), {}};
    QCOMPARE(server->received(connection, 3), expected);
}

void ContractData::ByteStreamSplitAnywhere()
{
    // However the writes and reads are cut, the stream is the same.
    ServerOptions server = serverOptions(PipeMode::Byte);
    server.connection.readSize = 777;
    const Pair pair = connectedPair(server, clientOptions(PipeMode::Byte));
    QVERIFY(pair);
    const Bytes payload = patternBytes(200'000);
    std::size_t at = 0;
    for (std::size_t piece = 1; at < payload.size(); piece = piece * 3 % 4093 + 1) {
        const std::size_t size = std::min(piece, payload.size() - at);
        const auto first = payload.begin() + static_cast<std::ptrdiff_t>(at);
        QVERIFY(pair.client->engine().send(
            pair.atClient.connection, Bytes(first, first + static_cast<std::ptrdiff_t>(size))));
        at += size;
    }
    QVERIFY(pair.server->stream(pair.atServer, payload.size()) == payload);
    for (const auto& item : pair.server->log.items()) {
        if (item.as<Message>() != nullptr) {
            QVERIFY(item.payload.size() <= 777);
        }
    }
}

void ContractData::WriteBeforePeerReads()
{
    // Data written before the peer first reads waits for it.
    NEEDS_PROCESSES();
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    PeerProcess peer(QStringLiteral("client"), name(), PipeMode::Message,
                     {QStringLiteral("stdin"), QStringLiteral("read"), QStringLiteral("read")});
    const ConnectionId connection = server->clientOf(endpoint);
    for (const char* const text : {"first", "second"}) {
        const auto operation = server->engine().send(connection, toBytes(text));
        QVERIFY(operation);
        QVERIFY(server->isSent(*operation));
    }
    peer.release();
    QCOMPARE(peer.line(QStringLiteral("received")), QStringLiteral("received 5 first"));
    QCOMPARE(peer.line(QStringLiteral("received")), QStringLiteral("received 6 second"));
}

void ContractData::ByteReaderOfAMessagePipe()
{
    if (onUnix()) {
        QSKIP("with AF_UNIX both ends have the same type");
    }
    const Pair pair =
        connectedPair(serverOptions(PipeMode::Message), clientOptions(PipeMode::Byte));
    QVERIFY(pair);
    QVERIFY(pair.server->engine().send(pair.atServer, patternBytes(1000, 1)));
    QVERIFY(pair.server->engine().send(pair.atServer, patternBytes(500, 2)));
    Bytes expected = patternBytes(1000, 1);
    const Bytes second = patternBytes(500, 2);
    expected.insert(expected.end(), second.begin(), second.end());
    QVERIFY(pair.client->stream(pair.atClient.connection, expected.size()) == expected);
}

void ContractData::InboundServerCannotSend()
{
    ServerOptions server = serverOptions();
    server.access = Access::Inbound;
    ClientOptions client = clientOptions();
    client.access = ClientAccess::Write;
    const Pair pair = connectedPair(server, client);
    QVERIFY(pair);
    const auto refused = pair.server->engine().send(pair.atServer, toBytes("no"));
    QVERIFY(refused);
    const auto error = pair.server->failure(*refused);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::AccessDenied);
    QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("yes")));
    QCOMPARE(asText(pair.server->received(pair.atServer, 1).at(0)), std::string_view("yes"));
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    QVERIFY(pair.server->disconnected(pair.atServer));
}

void ContractData::OutboundServerSends()
{
    ServerOptions server = serverOptions();
    server.access = Access::Outbound;
    ClientOptions client = clientOptions();
    client.access = ClientAccess::Read;
    const Pair pair = connectedPair(server, client);
    QVERIFY(pair);
    QVERIFY(pair.server->engine().send(pair.atServer, toBytes("news")));
    QCOMPARE(asText(pair.client->received(pair.atClient.connection, 1).at(0)),
             std::string_view("news"));
    const auto refused = pair.client->engine().send(pair.atClient.connection, toBytes("no"));
    QVERIFY(refused);
    QCOMPARE(pair.client->failure(*refused)->kind, ErrorKind::AccessDenied);
    // A server that only writes learns of the end: at once with AF_UNIX, else at its next write.
    QVERIFY(pair.client->engine().close(pair.atClient.connection, CloseMode::Graceful));
    QVERIFY(pair.client->isClosed(pair.atClient.endpoint));
    if (!onUnix()) {
        QVERIFY(pair.server->engine().send(pair.atServer, toBytes("anybody?")));
    }
    QVERIFY(pair.server->disconnected(pair.atServer));
}

void ContractData::SendToAllClients()
{
    const auto server = newPeer();
    const EndpointId endpoint = server->serve(serverOptions());
    QVERIFY(endpoint);
    const auto nobody = server->engine().sendToAll(endpoint, toBytes("hello?"));
    QVERIFY(nobody);
    QCOMPARE(server->failure(*nobody)->kind, ErrorKind::NoSuchTarget);

    const auto client = newPeer();
    std::vector<ConnectionId> connections;
    for (std::size_t i = 1; i <= 3; ++i) {
        connections.push_back(client->connect(clientOptions()).connection);
        QVERIFY(server->clientOf(endpoint, i));
    }
    QVERIFY(server->engine().sendToAll(endpoint, toBytes("everybody")));
    for (const ConnectionId connection : connections) {
        QCOMPARE(asText(client->received(connection, 1).at(0)), std::string_view("everybody"));
    }
}

void ContractData::EchoServesAnotherProgram()
{
    NEEDS_PROCESSES();
    for (const PipeMode mode : {PipeMode::Message, PipeMode::Byte}) {
        ServerOptions options = serverOptions(mode);
        options.name += mode == PipeMode::Byte ? "-byte" : "-message";
        options.connection.echo = true;
        const auto server = newPeer();
        QVERIFY(server->serve(options));
        PeerProcess peer(QStringLiteral("client"), options.name, mode,
                         {QStringLiteral("send:ping"), QStringLiteral("read")});
        QCOMPARE(peer.line(QStringLiteral("received")), QStringLiteral("received 4 ping"));
        QVERIFY(peer.finished());
    }
}

void ContractData::TimesAndNumbersGoUp()
{
    ServerOptions options = serverOptions();
    options.connection.echo = true;
    const Pair pair = connectedPair(options, clientOptions());
    QVERIFY(pair);
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    for (int i = 0; i < 50; ++i) {
        QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("tick")));
    }
    pair.client->received(pair.atClient.connection, 50);
    const auto items = pair.client->log.items();
    for (std::size_t i = 0; i < items.size(); ++i) {
        QCOMPARE(items[i].event.sequence, i + 1);
        if (i > 0) {
            QVERIFY(items[i].event.monotonicNs >= items[i - 1].event.monotonicNs);
        }
        const std::chrono::nanoseconds wall(items[i].event.wallNs);
        QVERIFY(wall > now - 5min && wall < now + 5min);
    }
}

void ContractData::FactsOfAConnection()
{
    const Pair pair = connectedPair();
    QVERIFY(pair);
    const auto operation = pair.client->engine().readFacts(pair.atClient.connection);
    QVERIFY(operation);
    const auto answer = pair.client->log.waitForBody<FactsRead>(
        [&](const EventLog::Item&, const FactsRead& read) { return read.operation == *operation; });
    QVERIFY(answer);
    const PipeFacts& facts = *answer->as<FactsRead>()->facts;
    if (pair.client->fake() != nullptr) {
        QCOMPARE(facts.info.error().kind, ErrorKind::NotSupported);
        return;
    }
    QVERIFY(facts.info && facts.waiting);
    QCOMPARE(facts.info->type, PipeMode::Message);
    QCOMPARE(facts.waiting->bytes, 0U);
    if (onUnix()) {
        QVERIFY(facts.info->outBufferSize > 0 && facts.info->inBufferSize > 0);
        QCOMPARE(facts.waiting->unreadByPeer, std::optional<std::uint32_t>(0));
    }
    const auto unknown = pair.client->engine().readFacts(ConnectionId{4711});
    QVERIFY(unknown);
    QCOMPARE(pair.client->failure(*unknown)->kind, ErrorKind::NoSuchTarget);
}

void ContractData::TransactionsWhereTheSystemHasThem()
{
    ServerOptions options = serverOptions();
    options.connection.echo = true;
    const Pair pair = connectedPair(options, clientOptions());
    QVERIFY(pair);
    const auto operation =
        pair.client->engine().transact(pair.atClient.connection, toBytes("question"));
    QVERIFY(operation);
    if (onUnix() || pair.client->fake() != nullptr) {
        QCOMPARE(pair.client->failure(*operation)->kind, ErrorKind::NotSupported);
        QVERIFY(pair.client->engine().send(pair.atClient.connection, toBytes("question")));
    } else {
        QVERIFY(pair.client->isSent(*operation));
    }
    QVERIFY(pair.client->received(pair.atClient.connection, 1).at(0) == toBytes("question"));
}

PIPESCOPE_GUILESS_TEST(ContractData)
#include "tst_contract_data.moc"
