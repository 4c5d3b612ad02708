#pragma once

#include "event_log.h"

#include "pipecore/engine/engine.h"

#include <QProcess>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

class FakeBackend;
struct FakePipes;

/// An engine on a thread of its own, and what it said.
class TestPeer
{
public:
    /// `pipes`: on pipes in memory; nullptr: on those of this system.
    explicit TestPeer(std::shared_ptr<FakePipes> pipes);
    TestPeer(const TestPeer&) = delete;
    TestPeer& operator=(const TestPeer&) = delete;
    ~TestPeer();

    /// Ends the engine and waits for it.
    void stop();
    [[nodiscard]] pipecore::Engine& engine() { return *m_engine; }
    /// nullptr on real pipes.
    [[nodiscard]] FakeBackend* fake() { return m_fake; }

    EventLog log;

    /// Starts a server and waits until it holds its name. Zero when it failed.
    pipecore::EndpointId serve(const pipecore::ServerOptions& options);
    /// Starts to connect.
    pipecore::Engine::ClientIds connect(const pipecore::ClientOptions& options);
    /// Waits until that client is connected.
    bool isConnected(pipecore::ConnectionId connection);
    /// The connection of the nth client (from 1) of a server, waiting for it. Zero in the end.
    pipecore::ConnectionId clientOf(pipecore::EndpointId server, std::size_t nth = 1);
    /// Every payload received so far, after waiting for `count` of them.
    std::vector<pipecore::Bytes> received(pipecore::ConnectionId connection, std::size_t count);
    /// The received stream, after waiting for at least `bytes` of it.
    pipecore::Bytes stream(pipecore::ConnectionId connection, std::size_t bytes);
    /// Waits until the system took this send.
    bool isSent(pipecore::OperationId operation);
    std::optional<pipecore::Disconnected> disconnected(pipecore::ConnectionId connection);
    bool isClosed(pipecore::EndpointId endpoint);
    std::optional<pipecore::Error> failure(pipecore::OperationId operation);
    std::optional<pipecore::Error> failure(pipecore::ConnectionId connection);
    std::optional<pipecore::Error> failure(pipecore::EndpointId endpoint);

private:
    std::unique_ptr<pipecore::Engine> m_engine;
    FakeBackend* m_fake = nullptr;
    std::thread m_thread;
};

/// A pipe_peer process (tests/peers) at the far end.
class PeerProcess
{
public:
    PeerProcess(const QString& role, const std::string& name, pipecore::PipeMode mode,
                const QStringList& actions);
    ~PeerProcess();
    PeerProcess(const PeerProcess&) = delete;
    PeerProcess& operator=(const PeerProcess&) = delete;

    /// Waits for a line that starts so; empty in the end.
    QString line(const QString& start);
    /// Releases its "stdin" action.
    void release();
    void kill();
    bool finished();
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }

private:
    QProcess m_process;
    QStringList m_lines;
};
