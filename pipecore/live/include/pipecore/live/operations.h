#pragma once

#include "pipecore/engine/engine.h"
#include "pipecore/live/outcomes.h"
#include "pipecore/model/ids.h"

#include <compare>
#include <memory>

namespace pipecore {

/// The number of something that a running engine has. Rows and facts name theirs with the plain number,
/// which in a file is that of another time; what asks the engine for something takes this, so that it
/// cannot be asked about what was read from a file. LiveSession makes them.
template <typename IdType>
class Live
{
public:
    [[nodiscard]] constexpr IdType id() const { return m_id; }
    friend constexpr auto operator<=>(const Live&, const Live&) = default;

private:
    friend class LiveSession;
    friend class Operations;
    constexpr explicit Live(IdType id) : m_id(id) {}

    IdType m_id;
};

using LiveConnection = Live<ConnectionId>;
using LiveEndpoint = Live<EndpointId>;

/// Operations of an engine, each with its own outcome. The functions are those of Engine, with
/// the same immediate errors; `done` hears of what comes later. Any thread.
class Operations
{
public:
    /// Neither is owned; both must outlive this.
    Operations(Engine& engine, Outcomes& outcomes) : m_engine(engine), m_outcomes(outcomes) {}

    /// Done when the server holds its name.
    Result<LiveEndpoint> startServer(ServerOptions options, WhenDone done = {},
                                     std::shared_ptr<TrafficHandler> handler = nullptr);
    /// Done when the relay holds its name.
    Result<LiveEndpoint> startRelay(RelayOptions options, WhenDone done = {},
                                    std::shared_ptr<TrafficHandler> handler = nullptr);
    struct Client
    {
        LiveEndpoint endpoint;
        LiveConnection connection;
    };
    /// Done when it is connected.
    Result<Client> connect(ClientOptions options, WhenDone done = {},
                           std::shared_ptr<TrafficHandler> handler = nullptr);
    /// Done when the server was found. The outcome of the message itself is in rows.
    Result<Client> call(CallOptions options, WhenDone done = {});

    /// Done when the system has taken all of the message.
    Result<OperationId> send(LiveConnection connection, Bytes payload, WhenDone done = {});
    /// `done` is called for every client of the server, or once when there is none.
    Result<OperationId> sendToAll(LiveEndpoint endpoint, Bytes payload, WhenDone done = {});
    /// Done when the message is written and its reply came.
    Result<OperationId> transact(LiveConnection connection, Bytes payload, WhenDone done = {});

    /// Done with OutputEnded.
    Result<OperationId> endSending(LiveConnection connection, WhenDone done = {});
    /// Done when the conversation is over.
    Result<OperationId> close(LiveConnection connection, CloseMode mode, WhenDone done = {});
    /// Done when the name is free.
    Result<OperationId> closeEndpoint(LiveEndpoint endpoint, CloseMode mode, WhenDone done = {});

    /// Done with ReadModeChanged.
    Result<OperationId> setReadMode(LiveConnection connection, PipeMode mode, WhenDone done = {});
    /// Done with FactsRead.
    Result<OperationId> readFacts(LiveConnection connection, WhenDone done = {});
    /// Done with ClientIdentified.
    Result<OperationId> identifyClient(LiveConnection connection, WhenDone done = {});
    /// Done with AccessChecked.
    Result<OperationId> checkAccessAs(LiveConnection connection, AccessTarget target,
                                      RequestedAccess requested, WhenDone done = {});

private:
    template <typename Submit>
    Result<Client> startClient(WhenDone done, Submit submit);

    Engine& m_engine;
    Outcomes& m_outcomes;
};

} // namespace pipecore
