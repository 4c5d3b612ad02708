#pragma once

#include "fake_backend.h"
#ifdef _WIN32
#    include "npfs_win32.h"
#endif
#include "test_peer.h"
#include "wine.h"

#include <QObject>
#include <QTest>

#include <memory>
#include <string>

/// Common ground of the contract suite: one text of scenarios, run on every backend. Each scenario runs
/// on the pipes of this system, on pipes in memory and, on Windows, on a model of NPFS.
class ContractTest : public QObject
{
    Q_OBJECT

protected:
    /// An engine on the backend of the current row.
    [[nodiscard]] std::unique_ptr<TestPeer> newPeer() const;
    [[nodiscard]] static bool onFake();
    /// AF_UNIX sockets: no partial reads of a message, no taking back of what was delivered.
    [[nodiscard]] static bool onUnix();
    /// The backend of Windows, on real pipes or on the model.
    [[nodiscard]] static bool onWindows();
    /// The backend of Windows on a model of NPFS (npfs_rules.h).
    [[nodiscard]] static bool onModel();
    /// The backend of Windows on the pipes of Wine.
    [[nodiscard]] static bool onWine() { return onWindows() && !onModel() && runsUnderWine(); }

    /// A row for each mode: QFETCH(int, mode).
    static void modes();

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
    void cleanup();

private:
    std::string m_name;
    std::shared_ptr<FakePipes> m_pipes;
#ifdef _WIN32
    std::unique_ptr<NpfsOnWindows> m_model;
#endif
};

/// `size` bytes that differ from place to place.
[[nodiscard]] pipecore::Bytes patternBytes(std::size_t size, unsigned seed = 0);

/// Skips a scenario that needs another process on pipes that exist in memory only.
#define NEEDS_PROCESSES()                                                                          \
    if (onFake() || onModel())                                                                     \
    QSKIP("pipes in memory have no other process")
