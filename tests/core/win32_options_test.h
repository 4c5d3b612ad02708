#pragma once

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
