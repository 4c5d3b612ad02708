// Contract suite: coming and going, many times. PIPESCOPE_STORM_CYCLES says how often instead of 10,000.

#include "contract_test.h"
#include "runner/register.h"

#include <QtGlobal>

#include <atomic>
#include <mutex>
#include <unordered_set>

#ifdef _WIN32
#    include "win32_handle_count.h"
#else
#    include <filesystem>
#    include <iterator>
#endif

using namespace pipecore;

namespace {

/// Handles (Windows) or descriptors of this process.
int openHandles()
{
#ifdef _WIN32
    return win32HandleCount();
#else
    const std::filesystem::directory_iterator descriptors("/proc/self/fd");
    return static_cast<int>(std::distance(begin(descriptors), end(descriptors)));
#endif
}

int stormCycles()
{
    bool isNumber = false;
    const int cycles = qEnvironmentVariableIntValue("PIPESCOPE_STORM_CYCLES", &isNumber);
    return isNumber && cycles > 0 ? cycles : 10'000;
}

/// Checks that everything begun ends exactly once. Written on an engine's thread, read on any.
class BalanceCounter
{
public:
    void begin(std::uint64_t id)
    {
        if (!m_running.insert(id).second) {
            ++m_mistakes;
        }
        ++m_begun;
        m_open = static_cast<int>(m_running.size());
    }
    void end(std::uint64_t id)
    {
        if (m_running.erase(id) == 0) {
            ++m_mistakes;
        }
        m_open = static_cast<int>(m_running.size());
    }
    [[nodiscard]] int begun() const { return m_begun; }
    [[nodiscard]] int open() const { return m_open; }
    /// Ends without a beginning, or repeated ones.
    [[nodiscard]] int mistakes() const { return m_mistakes; }

private:
    std::unordered_set<std::uint64_t> m_running;
    std::atomic<int> m_begun = 0;
    std::atomic<int> m_open = 0;
    std::atomic<int> m_mistakes = 0;
};

/// A client that connects, says or does something, and goes, again and again. All of it happens on the
/// engine's thread, inside its events.
class CyclingClient
{
public:
    CyclingClient(ClientOptions options, int cycles)
        : m_options(std::move(options))
        , m_cycles(cycles)
    {}

    /// From the test's thread, once; the others follow from events. `peer` ends before this does: its
    /// engine calls until then.
    void start(TestPeer& peer)
    {
        m_peer = &peer;
        peer.log.keepEvents(false);
        peer.log.setHook([this](const Event& event) { handle(event); });
        const std::scoped_lock lock(m_mutex);
        connect();
    }

    BalanceCounter endpoints;
    BalanceCounter connections;
    BalanceCounter operations;
    std::atomic<int> refused = 0; ///< requests that the engine did not take

private:
    /// How a visit goes on.
    enum class Turn {
        LeaveGracefully,
        LeaveAbortively,
        CancelAtOnce,
        SayAndLeaveAbortively,
        Count
    };

    [[nodiscard]] Turn turn() const
    {
        return static_cast<Turn>(endpoints.begun() % static_cast<int>(Turn::Count));
    }

    void connect()
    {
        const auto ids = m_peer->engine().connect(m_options);
        if (!ids) {
            ++refused;
            return;
        }
        endpoints.begin(ids->endpoint.value);
        if (turn() == Turn::CancelAtOnce) {
            close(ids->connection, CloseMode::Abortive);
        }
    }
    void close(ConnectionId connection, CloseMode mode)
    {
        if (!m_peer->engine().close(connection, mode)) {
            ++refused;
        }
    }
    void say(ConnectionId connection)
    {
        const auto operation = m_peer->engine().send(connection, toBytes("a word"));
        if (operation) {
            operations.begin(operation->value);
        } else {
            ++refused;
        }
    }

    void handle(const Event& event)
    {
        const std::scoped_lock lock(m_mutex);
        if (std::holds_alternative<PeerConnected>(event.body)) {
            connections.begin(event.connection.value);
            visit(event.connection);
        } else if (std::holds_alternative<Disconnected>(event.body)) {
            connections.end(event.connection.value);
        } else if (const auto* const data = std::get_if<Message>(&event.body)) {
            if (data->direction == Direction::Sent) {
                operations.end(data->operation.value);
            }
        } else if (const auto* const failed = std::get_if<Failed>(&event.body)) {
            if (failed->operation) {
                operations.end(failed->operation.value);
            }
        } else if (std::holds_alternative<EndpointClosed>(event.body)) {
            endpoints.end(event.endpoint.value);
            if (endpoints.begun() < m_cycles) {
                connect();
            }
        }
    }
    void visit(ConnectionId connection)
    {
        switch (turn()) {
        case Turn::LeaveGracefully: close(connection, CloseMode::Graceful); break;
        case Turn::SayAndLeaveAbortively:
            say(connection);
            close(connection, CloseMode::Abortive);
            break;
        case Turn::LeaveAbortively: close(connection, CloseMode::Abortive); break;
        case Turn::CancelAtOnce: // it was quicker than the cancellation, which is on its way
        case Turn::Count: break;
        }
    }

    TestPeer* m_peer = nullptr;
    ClientOptions m_options;
    int m_cycles;
    std::mutex m_mutex; ///< start() is not overtaken by its own events
};

/// Counts the connections of a server.
class ObservedServer
{
public:
    /// Before the server is started. `peer` ends before this does.
    void watch(TestPeer& peer)
    {
        peer.log.setHook([this](const Event& event) { handle(event); });
    }

    BalanceCounter connections;
    /// On Windows a client may come and leave unseen but for ERROR_NO_DATA.
    std::atomic<int> unseen = 0;

private:
    void handle(const Event& event)
    {
        if (std::holds_alternative<PeerConnected>(event.body)) {
            connections.begin(event.connection.value);
        } else if (std::holds_alternative<Disconnected>(event.body)) {
            connections.end(event.connection.value);
        } else if (const auto* const failed = std::get_if<Failed>(&event.body);
                   failed != nullptr && failed->error.kind == ErrorKind::ClientGone) {
            ++unseen;
        }
    }
};

} // namespace

class ContractStorm : public ContractTest
{
    Q_OBJECT

private slots:
    void ConnectCancelCloseStorm();
};

void ContractStorm::ConnectCancelCloseStorm()
{
    const int cycles = stormCycles();
    const int patienceMs = std::max(30'000, cycles * 20);
    ObservedServer server;
    CyclingClient client(clientOptions(), cycles);
    const auto serverPeer = newPeer();
    server.watch(*serverPeer);
    QVERIFY(serverPeer->serve(serverOptions()));
    serverPeer->log.keepEvents(false);
    const auto clientPeer = newPeer();
    client.start(*clientPeer);
    // The first cycles load libraries and grow buffers.
    QTRY_VERIFY_WITH_TIMEOUT(client.endpoints.begun() > 50, 30'000);
    const int before = openHandles();
    QTRY_VERIFY_WITH_TIMEOUT(client.endpoints.begun() == cycles && client.endpoints.open() == 0,
                             patienceMs);
    QCOMPARE(client.refused.load(), 0);
    for (const BalanceCounter* ledger :
         {&client.endpoints, &client.connections, &client.operations}) {
        QCOMPARE(ledger->open(), 0);
        QCOMPARE(ledger->mistakes(), 0);
    }
    // Each turn but the cancelled one comes through; one of the three says a word.
    QVERIFY(client.connections.begun() >= cycles / 4 * 3);
    QVERIFY(client.operations.begun() >= cycles / 4);

    QTRY_VERIFY_WITH_TIMEOUT(server.connections.begun() + server.unseen
                                     >= client.connections.begun()
                                 && server.connections.open() == 0,
                             30'000);
    QCOMPARE(server.connections.mistakes(), 0);
    const int after = openHandles();
    QVERIFY2(after <= before + 4,
             qPrintable(QStringLiteral("%1 handles before, %2 after").arg(before).arg(after)));
    if (serverPeer->fake() != nullptr) {
        QCOMPARE(serverPeer->fake()->channels(), 1); // the listening one
        QCOMPARE(clientPeer->fake()->channels(), 0);
        QCOMPARE(clientPeer->fake()->inFlight(), 0);
    }
}

PIPESCOPE_GUILESS_TEST(ContractStorm)
#include "tst_contract_storm.moc"
