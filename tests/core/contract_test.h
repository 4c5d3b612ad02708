#pragma once

#include "fake_backend.h"
#include "test_peer.h"

#include <QObject>
#include <QTest>

#include <memory>
#include <string>

/// Common ground of the contract suite: one text of scenarios, run on every backend. Each scenario runs
/// once on the pipes of this system and once on pipes in memory.
class ContractTest : public QObject
{
    Q_OBJECT

protected:
    /// An engine on the backend of the current row.
    [[nodiscard]] std::unique_ptr<TestPeer> newPeer() const;
    [[nodiscard]] static bool onFake();
    /// AF_UNIX sockets: no partial reads of a message, no taking back of what was delivered.
    [[nodiscard]] static bool onUnix();
    [[nodiscard]] static bool onWindows();

    /// A name nobody else uses, also not a test that runs at the same time.
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] pipecore::ServerOptions
    serverOptions(pipecore::PipeMode mode = pipecore::PipeMode::Message) const;
    [[nodiscard]] pipecore::ClientOptions
    clientOptions(pipecore::PipeMode mode = pipecore::PipeMode::Message) const;

    /// Two engines, a server and a client of it, connected.
    struct Pair
    {
        std::unique_ptr<TestPeer> server;
        std::unique_ptr<TestPeer> client;
        pipecore::EndpointId serverEndpoint;
        pipecore::ConnectionId atServer;
        pipecore::Engine::ClientIds atClient;

        [[nodiscard]] explicit operator bool() const { return bool(atServer); }
    };
    [[nodiscard]] Pair connectedPair(const pipecore::ServerOptions& server,
                                     const pipecore::ClientOptions& client) const;
    [[nodiscard]] Pair connectedPair(pipecore::PipeMode mode = pipecore::PipeMode::Message) const
    {
        return connectedPair(serverOptions(mode), clientOptions(mode));
    }

private slots:
    void initTestCase_data();
    void init();

private:
    std::string m_name;
    std::shared_ptr<FakePipes> m_pipes;
};

/// `size` bytes that differ from place to place.
[[nodiscard]] pipecore::Bytes patternBytes(std::size_t size, unsigned seed = 0);

/// Skips a scenario that needs another process on pipes that exist in memory only.
#define NEEDS_PROCESSES()                                                                          \
    if (onFake())                                                                                  \
    QSKIP("pipes in memory have no other process")
