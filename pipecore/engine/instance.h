#pragma once

#include "event_source.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/engine.h"
#include "pipecore/model/event.h"
#include "pipecore/model/instance_state.h"
#include "timers.h"
#include "write_queue.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace pipecore {

class Instance;

/// Until a server tries again to have an instance listen when the system refuses (out of handles, say).
inline constexpr std::int64_t listenRetryNs = 500'000'000;

/// What the parts of one engine share. Engine's thread.
struct EngineContext
{
    EventSource& events;
    Timers& timers;
    Backend& backend;
    /// With payloads that were queued in this round: the engine calls writeQueued() for each, so that
    /// payloads that came together are written together.
    std::vector<Instance*>& unwritten;
};

/// What an instance tells the endpoint it belongs to.
class InstanceOwner
{
public:
    InstanceOwner() = default;
    InstanceOwner(const InstanceOwner&) = delete;
    InstanceOwner& operator=(const InstanceOwner&) = delete;
    virtual ~InstanceOwner() = default;

    /// A client came to a listening instance: the connection's number, from now on known by it.
    virtual ConnectionId onClientArrived(Instance& instance) = 0;
    /// The connection was reported; its reading has not begun.
    virtual void onConnected(Instance& instance) = 0;
    /// Nothing is in flight and the handle is about to be given back.
    virtual void onClosing(Instance& instance) = 0;
    /// The instance is at its end; the owner may destroy it after the current completion.
    virtual void onClosed(Instance& instance) = 0;
};

/// One pipe instance of a server, or one client end: the state machine over one Channel.
///
/// Every operation that was started is waited for: the handle is given back when none is in flight.
/// Engine's thread.
class Instance
{
public:
    struct Traits
    {
        EndpointId endpoint;
        PipeMode mode = PipeMode::Message;     ///< how this end writes
        PipeMode readMode = PipeMode::Message; ///< how it reads
        bool mayRead = true;
        bool mayWrite = true;
        /// One operation at a time: no read is started while a write is under way, so that an answer
        /// does not wait behind the read of the next question.
        bool synchronous = false;
        /// Of a one-shot transaction: what was sent by the time it is connected. Else null.
        std::shared_ptr<const Bytes> request{};
        ConnectionOptions options;
    };

    Instance(EngineContext context, InstanceOwner& owner, Traits traits,
             std::unique_ptr<Channel> channel);
    Instance(const Instance&) = delete;
    Instance& operator=(const Instance&) = delete;

    /// Server: waits for a client.
    void listen();
    /// Client: tries until `timeout` has passed.
    void connect(ConnectionId connection, std::chrono::milliseconds timeout);
    /// Queues one payload; failures are events of the operation.
    void send(OperationId operation, Outgoing payload);
    /// Starts to write what send() queued.
    void writeQueued();
    /// Writes one message and reads its answer; failures are events of the operation, as below.
    void transact(OperationId operation, Bytes payload);
    void setReadMode(OperationId operation, PipeMode mode);
    void readFacts(OperationId operation);
    /// Asks about the client; failures are events of the operation.
    void inquire(OperationId operation, Inquiry inquiry);
    void close(CloseMode mode, CloseReason reason);
    /// Takes up reading again when the sink has room.
    void resumeReading();
    void handle(const Completion& completion);

    [[nodiscard]] InstanceState state() const { return m_state; }
    [[nodiscard]] ConnectionId connection() const { return m_connection; }

private:
    void handleAccept(const Completion& completion);
    void handleConnect(const Completion& completion);
    void handleRead(const Completion& completion);
    void handleWrite(const Completion& completion);
    void handleTransact(const Completion& completion);
    void handleInquiry(const Completion& completion);

    bool move(InstanceTrigger trigger);
    void startAccept();
    /// The system does not let it listen: said, unless it was said before, and tried again later.
    void acceptFailed(const Error& error);
    void attemptConnect();
    void peerArrived();
    void startRead();
    void deliver(const Completion& completion);
    void deliverAssembled(bool continues);
    void received(ByteView payload, bool continues);
    void echo(ByteView payload);
    void startWrite();
    void writeAllAtOnce();
    bool writeAtOnce(std::span<const ByteView> batch);
    void wroteSome();
    void pursueTransaction();
    void sent(OperationId operation, ByteView payload);
    void writeFailed(OperationId operation, const Error& error, bool outcomeUnknown);
    void peerLeft();
    void end(CloseMode mode, CloseReason reason);
    /// A system call failed for good: the error is reported and the conversation ends.
    void fail(const Error& error);
    void startDrain();
    void drained();
    void beginClosing();
    void discardQueued();
    void startInquiry();
    void discardInquiries();
    void finishWhenIdle();

    void report(OperationId operation, const Error& error, bool outcomeUnknown = false);
    [[nodiscard]] bool inFlight(OperationKind kind) const
    {
        return (m_inFlight & (1U << static_cast<unsigned>(kind))) != 0;
    }
    void started(OperationKind kind) { m_inFlight |= 1U << static_cast<unsigned>(kind); }

    EngineContext m_context;
    InstanceOwner& m_owner;
    Traits m_traits;
    std::unique_ptr<Channel> m_channel;
    InstanceState m_state = InstanceState::Created;
    ConnectionId m_connection;
    unsigned m_inFlight = 0; ///< one bit an OperationKind
    bool m_wasConnected = false;
    std::optional<Error> m_listenError; ///< why it does not listen; it was reported

    struct QueuedInquiry
    {
        OperationId operation;
        Inquiry inquiry;
    };
    std::vector<QueuedInquiry> m_inquiries; ///< the first is in flight

    WriteQueue m_writes;
    bool m_isUnwritten = false; ///< it is in EngineContext::unwritten
    Bytes m_message;            ///< what has come of a message whose end has not
    std::vector<std::uint32_t> m_fragments;
    struct Transaction
    {
        OperationId operation;
        Bytes payload;
    };
    std::optional<Transaction> m_transaction; ///< waits for its turn, or is in flight

    bool m_throttled = false;  ///< not reading because the sink is full
    bool m_sendBroken = false; ///< the peer takes nothing any more, but may have sent something
    bool m_echoPaused = false; ///< not reading because the peer does not take its echo

    CloseMode m_closeMode = CloseMode::Graceful;
    CloseReason m_reason = CloseReason::ClosedByUs;
    std::uint64_t m_discardedBytes = 0;

    Timer m_timer; ///< next attempt to listen or to connect, or the end of draining
    std::int64_t m_connectDeadlineNs = 0;
    std::chrono::milliseconds m_connectTimeout{0};
    std::int64_t m_retryDelayNs = 0;
};

} // namespace pipecore
