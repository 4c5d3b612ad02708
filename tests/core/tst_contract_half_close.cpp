// Contract suite: a peer that sends no more and still reads. Windows' pipes have no such half of an end.

#include "contract_test.h"
#include "runner/register.h"

#include <algorithm>

#ifndef _WIN32
#    include "pipecore/model/pipe_name.h"
#    include "unix_socket.h"

#    include <sys/time.h>
#endif

using namespace pipecore;
using namespace std::chrono_literals;

namespace {

/// A client that can end its sending alone: a socket of the system, or the client of another engine on
/// pipes in memory.
class HalfClosingClient
{
public:
    virtual ~HalfClosingClient() = default;
    virtual bool send(const Bytes& payload) = 0;
    virtual void endSending() = 0;
    /// As many bytes as these, or less when no more come; in message mode of the next messages.
    virtual Bytes read(std::size_t bytes) = 0;
    virtual void close() = 0;
};

class MemoryClient final : public HalfClosingClient
{
public:
    MemoryClient(std::unique_ptr<TestPeer> peer, const ClientOptions& options)
        : m_peer(std::move(peer))
        , m_connection(m_peer->connect(options).connection)
    {
        m_peer->isConnected(m_connection);
    }
    bool send(const Bytes& payload) override
    {
        const auto operation = m_peer->engine().send(m_connection, payload);
        return operation && m_peer->isSent(*operation);
    }
    void endSending() override { m_peer->fake()->endSending(); }
    Bytes read(std::size_t bytes) override
    {
        const Bytes all = m_peer->stream(m_connection, m_seen + bytes);
        const ByteView rest = ByteView(all).subspan(std::min(m_seen, all.size()));
        const ByteView next = rest.first(std::min(bytes, rest.size()));
        m_seen += next.size();
        return {next.begin(), next.end()};
    }
    void close() override { m_peer->stop(); }

private:
    std::unique_ptr<TestPeer> m_peer;
    ConnectionId m_connection;
    std::size_t m_seen = 0;
};

#ifndef _WIN32
class SocketClient final : public HalfClosingClient
{
public:
    explicit SocketClient(const ClientOptions& options)
        : m_socket(::socket(
            AF_UNIX, (options.mode == PipeMode::Byte ? SOCK_STREAM : SOCK_SEQPACKET) | SOCK_CLOEXEC,
            0))
    {
        const timeval patience{.tv_sec = EventLog::patience.count() / 1000, .tv_usec = 0};
        setsockopt(m_socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        const auto address = SocketAddress::make(PipeName::parse(options.name)->native());
        if (::connect(m_socket.get(), address->get(), address->length()) != 0) {
            qWarning("no connection");
        }
    }
    bool send(const Bytes& payload) override
    {
        return ::send(m_socket.get(), payload.data(), payload.size(), MSG_NOSIGNAL)
               == static_cast<ssize_t>(payload.size());
    }
    void endSending() override { shutdown(m_socket.get(), SHUT_WR); }
    Bytes read(std::size_t bytes) override
    {
        Bytes all;
        while (all.size() < bytes) {
            Bytes part(bytes - all.size());
            const ssize_t count = recv(m_socket.get(), part.data(), part.size(), 0);
            if (count <= 0) {
                break;
            }
            all.insert(all.end(), part.begin(), part.begin() + count);
        }
        return all;
    }
    void close() override { m_socket.reset(); }

private:
    FileDescriptor m_socket;
};
#endif

} // namespace

#define NEEDS_HALF_CLOSE()                                                                         \
    if (onWindows())                                                                               \
    QSKIP("a pipe of Windows ends as a whole")

class ContractHalfClose : public ContractTest
{
    Q_OBJECT

private slots:
    void PeerThatSendsNoMoreIsAnswered_data() { modes(); }
    void PeerThatSendsNoMoreIsAnswered();
    void EverythingQueuedReachesASlowPeer_data() { modes(); }
    void EverythingQueuedReachesASlowPeer();
    void EchoAnswersCompletelyAndEnds_data() { modes(); }
    void EchoAnswersCompletelyAndEnds();
    void SendToAllReachesAPeerThatSendsNoMore();
    void InboundServerEndsWithItsInput();
    void PeerEndsSendingWhileWeClose();
    void StopAfterTheInputEnded();

private:
    [[nodiscard]] std::unique_ptr<HalfClosingClient>
    client(PipeMode mode, ClientAccess access = ClientAccess::ReadWrite);
    /// Serves, and has `m_client` connect.
    bool begin(ServerOptions options);
    bool hasState(InstanceState state, std::chrono::milliseconds patience = EventLog::patience);

    std::unique_ptr<TestPeer> m_server;
    std::unique_ptr<HalfClosingClient> m_client;
    EndpointId m_endpoint;
    ConnectionId m_connection;
};

std::unique_ptr<HalfClosingClient> ContractHalfClose::client(PipeMode mode, ClientAccess access)
{
    ClientOptions options = clientOptions(mode);
    options.access = access;
#ifndef _WIN32
    if (onUnix()) {
        return std::make_unique<SocketClient>(options);
    }
#endif
    return std::make_unique<MemoryClient>(newPeer(), options);
}

bool ContractHalfClose::begin(ServerOptions options)
{
    m_client.reset();
    m_server = newPeer();
    m_endpoint = m_server->serve(options);
    if (!m_endpoint) {
        return false;
    }
    m_client = client(options.mode, asClientAccess(options.access));
    m_connection = m_server->clientOf(m_endpoint);
    return bool(m_connection);
}

bool ContractHalfClose::hasState(InstanceState state, std::chrono::milliseconds patience)
{
    return m_server->log
        .waitForBody<StateChanged>(
            [&](const EventLog::Item& item, const StateChanged& change) {
                return item.event.connection == m_connection && change.to == state;
            },
            patience)
        .has_value();
}

void ContractHalfClose::PeerThatSendsNoMoreIsAnswered()
{
    NEEDS_HALF_CLOSE();
    QFETCH(int, mode);
    QVERIFY(begin(serverOptions(PipeMode(mode))));
    QVERIFY(m_client->send(toBytes("question")));
    m_client->endSending();
    QVERIFY(hasState(InstanceState::InputEnded));
    QCOMPARE(asText(m_server->received(m_connection, 1).at(0)), std::string_view("question"));
    // It can be answered, once and again, for as long as it stays.
    for (const char* const answer : {"first", "second"}) {
        const auto operation = m_server->engine().send(m_connection, toBytes(answer));
        QVERIFY(operation);
        QVERIFY(m_server->isSent(*operation));
        QCOMPARE(asText(m_client->read(std::string_view(answer).size())), std::string_view(answer));
    }
    QVERIFY(!hasState(InstanceState::PeerGone, 0ms));
    QCOMPARE(m_server->log.count([](const auto& item) { return item.template as<InputEnded>(); }),
             1U);
    m_client->close();
    QCOMPARE(m_server->disconnected(m_connection)->reason, CloseReason::PeerClosed);
    QVERIFY(hasState(InstanceState::PeerGone));
}

void ContractHalfClose::EverythingQueuedReachesASlowPeer()
{
    NEEDS_HALF_CLOSE();
    // More than the buffers hold is queued, and longer than a graceful close would wait.
    QFETCH(int, mode);
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.drainTime = 1ms;
    QVERIFY(begin(options));
    Bytes sent;
    for (unsigned i = 0; i < 40; ++i) {
        const Bytes piece = patternBytes(50'000, i);
        sent.insert(sent.end(), piece.begin(), piece.end());
        QVERIFY(m_server->engine().send(m_connection, piece));
    }
    m_client->endSending();
    QVERIFY(hasState(InstanceState::InputEnded));
    const auto last = m_server->engine().send(m_connection, toBytes("last"));
    QVERIFY(last);
    for (unsigned i = 0; i < 40; ++i) {
        QVERIFY(m_client->read(50'000) == patternBytes(50'000, i));
    }
    QCOMPARE(asText(m_client->read(4)), std::string_view("last"));
    QVERIFY(m_server->isSent(*last));
}

void ContractHalfClose::EchoAnswersCompletelyAndEnds()
{
    NEEDS_HALF_CLOSE();
    // However late it reads; and then nothing more can come of the conversation.
    QFETCH(int, mode);
    ServerOptions options = serverOptions(PipeMode(mode));
    options.connection.echo = true;
    options.connection.drainTime = 1ms;
    QVERIFY(begin(options));
    constexpr unsigned messages = 8;
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(m_client->send(patternBytes(20'000, i)));
    }
    m_client->endSending();
    for (unsigned i = 0; i < messages; ++i) {
        QVERIFY(m_client->read(20'000) == patternBytes(20'000, i));
    }
    const auto end = m_server->disconnected(m_connection);
    QVERIFY(end);
    QCOMPARE(end->reason, CloseReason::PeerClosed);
    QCOMPARE(end->discardedBytes, 0U);
}

void ContractHalfClose::SendToAllReachesAPeerThatSendsNoMore()
{
    NEEDS_HALF_CLOSE();
    QVERIFY(begin(serverOptions()));
    m_client->endSending();
    QVERIFY(hasState(InstanceState::InputEnded));
    const auto operation = m_server->engine().sendToAll(m_endpoint, toBytes("everybody"));
    QVERIFY(operation);
    QVERIFY(m_server->isSent(*operation));
    QCOMPARE(asText(m_client->read(9)), std::string_view("everybody"));
}

void ContractHalfClose::InboundServerEndsWithItsInput()
{
    NEEDS_HALF_CLOSE();
    // It may not answer, and there is nothing more to read.
    ServerOptions options = serverOptions();
    options.access = Access::Inbound;
    QVERIFY(begin(options));
    m_client->endSending();
    QCOMPARE(m_server->disconnected(m_connection)->reason, CloseReason::PeerClosed);
}

void ContractHalfClose::PeerEndsSendingWhileWeClose()
{
    NEEDS_HALF_CLOSE();
    QVERIFY(begin(serverOptions()));
    for (unsigned i = 0; i < 40; ++i) {
        QVERIFY(m_server->engine().send(m_connection, patternBytes(50'000, i)));
    }
    QVERIFY(m_server->engine().close(m_connection, CloseMode::Graceful));
    QVERIFY(hasState(InstanceState::Draining));
    m_client->endSending();
    for (unsigned i = 0; i < 40; ++i) {
        QVERIFY(m_client->read(50'000) == patternBytes(50'000, i));
    }
    const auto end = m_server->disconnected(m_connection);
    QVERIFY(end);
    QCOMPARE(end->reason, CloseReason::ClosedByUs);
    QCOMPARE(end->discardedBytes, 0U);
}

void ContractHalfClose::StopAfterTheInputEnded()
{
    NEEDS_HALF_CLOSE();
    QVERIFY(begin(serverOptions()));
    m_client->endSending();
    QVERIFY(hasState(InstanceState::InputEnded));
    m_server->stop();
    QCOMPARE(m_server->disconnected(m_connection)->reason, CloseReason::EngineStopped);
    if (m_server->fake() != nullptr) {
        QCOMPARE(m_server->fake()->inFlight(), 0);
        QCOMPARE(m_server->fake()->channels(), 0);
    }
}

PIPESCOPE_GUILESS_TEST(ContractHalfClose)
#include "tst_contract_half_close.moc"
