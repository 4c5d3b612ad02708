#pragma once

#include "outgoing.h"
#include "pipecore/engine/engine.h"
#include "pipecore/engine/inquiry.h"
#include "pipecore/engine/traffic_handler.h"

#include <memory>
#include <variant>

namespace pipecore::command {

struct StartServer
{
    EndpointId endpoint{};
    ServerOptions options{};
    std::shared_ptr<TrafficHandler> handler{};
};
struct StartRelay
{
    EndpointId endpoint{};
    RelayOptions options{};
    std::shared_ptr<TrafficHandler> handler{};
};
struct Connect
{
    EndpointId endpoint{};
    ConnectionId connection{};
    ClientOptions options{};
    std::shared_ptr<TrafficHandler> handler{};
};
struct Send
{
    OperationId operation{};
    ConnectionId connection{}; ///< zero: all of `endpoint`
    EndpointId endpoint{};
    Outgoing payload{};
    Origin origin = byUser;
};
struct Settle
{
    OperationId operation{};
    ConnectionId connection{};
    std::uint64_t row = 0;
    HeldOutcome outcome = HeldOutcome::Released;
    Bytes edited{};
};
struct SetHandler
{
    OperationId operation{};
    EndpointId endpoint{};
    std::shared_ptr<TrafficHandler> handler{};
};
struct Close
{
    OperationId operation{};
    ConnectionId connection{};
    CloseMode mode = CloseMode::Graceful;
};
struct EndSending
{
    OperationId operation{};
    ConnectionId connection{};
};
struct Transact
{
    OperationId operation{};
    ConnectionId connection{};
    Bytes payload{};
};
struct Call
{
    EndpointId endpoint{};
    ConnectionId connection{};
    CallOptions options{};
};
struct SetReadMode
{
    OperationId operation{};
    ConnectionId connection{};
    PipeMode mode = PipeMode::Message;
};
struct ReadFacts
{
    OperationId operation{};
    ConnectionId connection{};
};
struct CloseEndpoint
{
    OperationId operation{};
    EndpointId endpoint{};
    CloseMode mode = CloseMode::Graceful;
};
struct Inquire
{
    OperationId operation{};
    ConnectionId connection{};
    Inquiry inquiry{};
};

} // namespace pipecore::command

namespace pipecore {

/// A request on its way to the engine's thread.
using Command =
    std::variant<command::StartServer, command::StartRelay, command::Connect, command::Send,
                 command::Close, command::CloseEndpoint, command::Transact, command::Call,
                 command::SetReadMode, command::ReadFacts, command::Inquire, command::SetHandler,
                 command::Settle, command::EndSending>;

} // namespace pipecore
