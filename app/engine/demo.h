#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/session/session.h"

#include <QObject>
#include <QTimer>

namespace pipescope {

/// Demo traffic: an echo server and a client that sends to it about twice a second, on the window's
/// own engine and a real pipe. GUI thread only.
class Demo : public QObject
{
    Q_OBJECT

public:
    /// `engine` is not owned; call stop() before its end.
    explicit Demo(pipecore::Engine& engine, QObject* parent = nullptr);

    /// Starts server and client. Errors as Engine::startServer() and Engine::connect(); the demo is
    /// not running then.
    pipecore::Result<void> start();
    /// Stops both. No-op if nothing runs.
    void stop();
    /// Checks whether both still exist, and stops if the user has stopped one of them. `facts` may
    /// hold the changes only.
    void watch(const pipecore::SessionFacts::Snapshot& facts);
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

    [[nodiscard]] pipecore::EndpointId server() const { return m_server; }
    [[nodiscard]] pipecore::EndpointId client() const { return m_client.endpoint; }
    /// The connection of the client.
    [[nodiscard]] pipecore::ConnectionId connection() const { return m_client.connection; }

    /// The payload of a step: text, JSON, binary, an empty message, a long one, repeated.
    [[nodiscard]] static pipecore::Bytes payload(int step);

signals:
    void runningChanged(bool running);

private:
    void say();

    pipecore::Engine& m_engine;
    QTimer m_timer;
    pipecore::EndpointId m_server;
    pipecore::Engine::ClientIds m_client;
    int m_step = 0;
};

} // namespace pipescope
