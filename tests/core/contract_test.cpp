#include "contract_test.h"

#include <QCoreApplication>

#include <atomic>

using namespace pipecore;

void ContractTest::initTestCase_data()
{
    QTest::addColumn<QString>("backend");
#ifdef _WIN32
    QTest::newRow("win32") << QStringLiteral("win32");
    QTest::newRow("npfs") << QStringLiteral("npfs");
#else
    QTest::newRow("unix") << QStringLiteral("unix");
#endif
    QTest::newRow("fake") << QStringLiteral("fake");
}

void ContractTest::init()
{
    static std::atomic<unsigned> counter{0};
    m_name = "pipescope-test-" + std::to_string(QCoreApplication::applicationPid()) + "-"
             + std::to_string(++counter);
    QFETCH_GLOBAL(QString, backend);
    m_pipes = backend == QStringLiteral("fake") ? std::make_shared<FakePipes>() : nullptr;
#ifdef _WIN32
    m_model = onModel() ? std::make_unique<NpfsOnWindows>() : nullptr;
#endif
}

void ContractTest::cleanup()
{
#ifdef _WIN32
    m_model.reset();
#endif
}

bool ContractTest::onFake()
{
    QFETCH_GLOBAL(QString, backend);
    return backend == QStringLiteral("fake");
}

bool ContractTest::onUnix()
{
    QFETCH_GLOBAL(QString, backend);
    return backend == QStringLiteral("unix");
}

bool ContractTest::onWindows()
{
    QFETCH_GLOBAL(QString, backend);
    return backend == QStringLiteral("win32") || backend == QStringLiteral("npfs");
}

void ContractTest::modes()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("message") << int(PipeMode::Message);
    QTest::newRow("byte") << int(PipeMode::Byte);
}

bool ContractTest::onModel()
{
    QFETCH_GLOBAL(QString, backend);
    return backend == QStringLiteral("npfs");
}

std::unique_ptr<TestPeer> ContractTest::newPeer() const
{
    return std::make_unique<TestPeer>(m_pipes);
}

ServerOptions ContractTest::serverOptions(PipeMode mode) const
{
    ServerOptions options;
    options.name = m_name;
    options.mode = mode;
    return options;
}

ClientOptions ContractTest::clientOptions(PipeMode mode) const
{
    ClientOptions options;
    options.name = m_name;
    options.mode = mode;
    options.timeout = EventLog::patience;
    return options;
}

ContractTest::Pair ContractTest::connectedPair(const ServerOptions& server,
                                               const ClientOptions& client) const
{
    Pair pair{.server = newPeer(),
              .client = newPeer(),
              .serverEndpoint = {},
              .atServer = {},
              .atClient = {}};
    pair.serverEndpoint = pair.server->serve(server);
    if (!pair.serverEndpoint) {
        return pair;
    }
    pair.atClient = pair.client->connect(client);
    if (pair.client->isConnected(pair.atClient.connection)) {
        pair.atServer = pair.server->clientOf(pair.serverEndpoint);
    }
    return pair;
}

Bytes patternBytes(std::size_t size, unsigned seed)
{
    Bytes bytes(size);
    std::uint32_t state = 2463534242U + seed;
    for (std::byte& byte : bytes) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        byte = static_cast<std::byte>(state);
    }
    return bytes;
}
