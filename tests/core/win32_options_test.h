#pragma once

#include "raw_client.h"
#include "test_peer.h"

#include <windows.h>

#include <string>

// Base of the tests of options that only Windows has.

/// A name that no other test uses.
inline std::string freshName()
{
    static int count = 0;
    return "pipescope-options-" + std::to_string(GetCurrentProcessId()) + "-"
           + std::to_string(++count);
}

inline pipecore::ServerOptions server(const std::string& name)
{
    pipecore::ServerOptions options;
    options.name = name;
    return options;
}

inline pipecore::ClientOptions client(const std::string& name)
{
    pipecore::ClientOptions options;
    options.name = name;
    return options;
}

/// An echoing server and a client, connected.
struct Conversation
{
    explicit Conversation(bool echo = true, pipecore::IoModel io = pipecore::IoModel::Overlapped)
    {
        pipecore::ServerOptions options = server(freshName());
        options.connection.echo = echo;
        options.instances = 3;
        name = options.name;
        endpoint = atServer.serve(options);
        pipecore::ClientOptions joining = client(name);
        joining.io = io;
        ids = atClient.connect(joining);
        connection = atServer.clientOf(endpoint);
        isGood = connection && atClient.isConnected(ids.connection);
    }

    TestPeer atServer{nullptr};
    TestPeer atClient{nullptr};
    std::string name;
    pipecore::EndpointId endpoint;
    pipecore::ConnectionId connection; ///< at the server
    pipecore::Engine::ClientIds ids;
    bool isGood = false;
};

/// A server with a client that stays whatever the server does (RawClient).
struct StayingClient
{
    explicit StayingClient(pipecore::ServerOptions itsOptions = server(freshName()),
                           DWORD rights = GENERIC_READ | GENERIC_WRITE)
        : options(std::move(itsOptions))
        , endpoint(peer.serve(options))
        , client(options.name, rights)
        , connection(peer.clientOf(endpoint))
        , isGood(endpoint && client && connection)
    {}

    /// Ends the server. True when it has ended.
    bool endServer(pipecore::CloseMode mode = pipecore::CloseMode::Graceful)
    {
        return peer.engine().closeEndpoint(endpoint, mode) && peer.isClosed(endpoint);
    }
    /// Ends the connection. True when it has ended.
    bool endConnection(pipecore::CloseMode mode)
    {
        return peer.engine().close(connection, mode) && peer.disconnected(connection);
    }
    /// Another client gets in, while there is patience, and leaves.
    [[nodiscard]] bool letsIn() const
    {
        TestPeer other(nullptr);
        pipecore::ClientOptions joining = ::client(options.name);
        joining.timeout = EventLog::patience;
        return other.isConnected(other.connect(joining).connection);
    }
    /// Error rows so far.
    std::size_t failures()
    {
        return peer.log.count(
            [](const EventLog::Item& item) { return item.as<pipecore::Failed>() != nullptr; });
    }

    TestPeer peer{nullptr};
    pipecore::ServerOptions options;
    pipecore::EndpointId endpoint;
    RawClient client;
    pipecore::ConnectionId connection; ///< at the server
    bool isGood;
};
