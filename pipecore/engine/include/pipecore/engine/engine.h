#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/base/error.h"
#include "pipecore/model/event.h"
#include "pipecore/model/identity.h"
#include "pipecore/model/ids.h"
#include "pipecore/model/options.h"

#include <memory>

namespace pipecore {

class Backend;
class TrafficHandler;

/// How a conversation or a server is ended.
enum class CloseMode : std::uint8_t {
    /// Refuse new sends, write queued data, then CloseHandle / close: the peer can still read
    /// what was written. Bounded by ConnectionOptions::drainTime.
    Graceful,
    /// Now: pending writes are cancelled; a Windows server calls DisconnectNamedPipe, which also throws
    /// away unread data. AF_UNIX cannot take back data in the peer's buffer.
    Abortive,
};

/// Servers and clients on named pipes, driven by one thread.
///
/// The thread that calls run() owns every handle; every other function may be called from any thread
/// and only queues the request, unless said otherwise. Outcomes arrive as events at the sink, on the
/// engine's thread. The same functions may be called from inside EventSink::onEvent.
class Engine
{
public:
    /// The backend of this system: overlapped named pipes on a completion port, or AF_UNIX sockets.
    /// `sink` is not owned and must outlive the engine. Fails when the system refuses a completion
    /// port, epoll or event descriptor.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> create(EventSink& sink);
    /// The same on a given backend; for tests.
    Engine(EventSink& sink, std::unique_ptr<Backend> backend);
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    /// run() must have returned (or never been called).
    ~Engine();

    /// Serves until requestStop(), then ends every conversation, reports it, and returns. Call once.
    void run();
    /// Asks run() to end. May be called at any time, from any thread, any number of times.
    void requestStop();

    /// Starts a server. Events: EndpointOpened, or Failed and EndpointClosed with the same endpoint.
    /// `handler` says what becomes of the messages that it receives; without one they are published,
    /// and with ConnectionOptions::echo sent back. Immediate errors: InvalidArgument, Stopped.
    Result<EndpointId> startServer(ServerOptions options,
                                   std::shared_ptr<TrafficHandler> handler = nullptr);

    /// Starts a relay: a server that opens `options.target` for each client and passes on what either says.
    /// Events as of a server, with EndpointOpened::target. A client's connection has TargetConnected when the
    /// target is there, else Failed and Disconnected. Messages of the client are Received, those of the
    /// target Sent with OriginKind::Relay: one row each, made when it is read. `handler` hears both. What is
    /// sent on the connection goes to the client. Immediate errors: InvalidArgument, Stopped.
    Result<EndpointId> startRelay(RelayOptions options,
                                  std::shared_ptr<TrafficHandler> handler = nullptr);

    struct ClientIds
    {
        EndpointId endpoint;
        ConnectionId connection;
    };
    /// Starts to connect. Events: EndpointOpened, then PeerConnected, or Failed and EndpointClosed.
    /// `handler` as for a server. Immediate errors: InvalidArgument, Stopped.
    Result<ClientIds> connect(ClientOptions options,
                              std::shared_ptr<TrafficHandler> handler = nullptr);
    /// Sets the handler of the messages that a server or a client receives, in place
    /// of the previous handler or echo; nullptr: none. Failed with NoSuchTarget when the endpoint
    /// has ended. Immediate errors: Stopped.
    Result<OperationId> setHandler(EndpointId endpoint, std::shared_ptr<TrafficHandler> handler);

    /// Queues one message (in byte mode: bytes in order). Completion: Message{Sent} with the operation's
    /// number once the system has taken all of it, or Failed. Immediate errors: WouldBlock when
    /// more than 256 MiB wait to be taken over by the engine's thread, Stopped. `origin` is said by the
    /// message's row.
    Result<OperationId> send(ConnectionId connection, Bytes payload, Origin origin = byUser);
    /// The same without taking the payload over: for one that is sent often, or kept. Not null; it must
    /// not change any more.
    Result<OperationId> sendShared(ConnectionId connection, std::shared_ptr<const Bytes> payload,
                                   Origin origin = byUser);
    /// The same to every connected client of a server; each connection reports its own completion.
    /// Failed with NoSuchTarget when no client is connected.
    Result<OperationId> sendToAll(EndpointId endpoint, Bytes payload, Origin origin = byUser);
    /// Settles a message that a handler holds; `row` is its Event::row. Completion: HeldSettled,
    /// and with HeldOutcome::Edited a Message with `edited`, or Failed with NoSuchTarget when that
    /// message is not held any more: a conversation that ends drops it. Immediate errors: WouldBlock as
    /// for send(), Stopped.
    Result<OperationId> settle(ConnectionId connection, std::uint64_t row, HeldOutcome outcome,
                               Bytes edited = {});

    /// Sends no more on one connection, once what is queued is written, and reads on; the peer is told
    /// (shutdown with SHUT_WR). Completion: OutputEnded, AlreadyEnded when there is nothing left to end,
    /// or Failed: NotSupported on Windows, whose pipes end as a whole. When the peer sends no more either, the connection is closed after it.
    Result<OperationId> endSending(ConnectionId connection);
    /// Ends one conversation, or cancels a client's connecting. A server's other clients stay.
    /// Completion: Disconnected, or AlreadyEnded when there is nothing left to end.
    Result<OperationId> close(ConnectionId connection, CloseMode mode);
    /// Ends a server or a client with all its conversations and frees the name. Completion:
    /// EndpointClosed, or AlreadyEnded.
    Result<OperationId> closeEndpoint(EndpointId endpoint, CloseMode mode);

    /// TransactNamedPipe: writes one message and reads the reply in one operation, while no other read
    /// is pending. What was sent before goes first. Windows, duplex, message read mode. Completion:
    /// Message{Sent} with the operation's number and Message{Received}, or Failed: WouldBlock when another
    /// transaction is under way, the system's 231 ERROR_PIPE_BUSY when unread data is in the pipe.
    Result<OperationId> transact(ConnectionId connection, Bytes payload);
    /// CallNamedPipe, the one-shot transaction. Events as of a client: EndpointOpened, PeerConnected
    /// (the system gives no handle to ask who it was), Message{Sent}, Message{Received}, Disconnected; or
    /// Failed and EndpointClosed. Windows only. Immediate errors: InvalidArgument, Stopped.
    Result<ClientIds> call(CallOptions options);
    /// SetNamedPipeHandleState: how our end of a message pipe reads from now on. Windows only.
    /// Completion: ReadModeChanged, or Failed: NotSupported with IoModel::Synchronous, where the system
    /// would keep the call back until the pending read ends.
    Result<OperationId> setReadMode(ConnectionId connection, PipeMode mode);
    /// Reads the current properties of the connection. Completion: FactsRead, or Failed with
    /// NoSuchTarget.
    Result<OperationId> readFacts(ConnectionId connection);
    /// Asks who the client of a server's connection is: ImpersonateNamedPipeClient for a moment, on a
    /// thread of its own; on Linux the credentials that the kernel noted. Completion: ClientIdentified,
    /// or Failed. Windows knows a client only once something has been read from it (1368
    /// ERROR_CANNOT_IMPERSONATE). Failed with NotSupported for a client's own connection, with
    /// Cancelled when the conversation ends first. Immediate errors: Stopped.
    Result<OperationId> identifyClient(ConnectionId connection);
    /// Asks whether that client could open `target`: its security descriptor is read as ourselves and
    /// checked against the client's token (AccessCheck); on Linux the file mode against the client's
    /// user and groups. Nothing else is opened. Completion: AccessChecked, or Failed, as above.
    /// Immediate errors: those of validate(AccessTarget), Stopped.
    Result<OperationId> checkAccessAs(ConnectionId connection, AccessTarget target,
                                      RequestedAccess requested);

    /// The sink has room again after EventSink::hasRoom() said no.
    void resumeReading();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
