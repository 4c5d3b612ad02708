#pragma once

#include "../engine_context.h"
#include "../timers.h"
#include "connect_attempts.h"
#include "connection_events.h"
#include "inquiries.h"
#include "instance_owner.h"
#include "message_assembler.h"
#include "message_gate.h"
#include "pipecore/engine/backend.h"
#include "pipecore/engine/engine.h"
#include "pipecore/model/event.h"
#include "pipecore/model/instance_state.h"
#include "transaction.h"
#include "writer.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace pipecore {

/// Until a server tries again to have an instance listen when the system refuses (out of handles, say).
inline constexpr std::int64_t listenRetryNs = 500'000'000;

/// A pipe instance of a server, or a client end: the state machine over a Channel. What it does
/// not do itself, it has done by its parts, which know nothing of each other or of the state: assembler
/// of messages, gate, writer, transaction, inquiries.
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
        /// Only one operation at a time: no read is started while a write is under way, so that an answer
        /// does not wait behind the read of the next question.
        bool synchronous = false;
        /// For a one-shot call: the request, sent when it is connected. Else null.
        std::shared_ptr<const Bytes> request{};
        RelaySide side = RelaySide::None;
        ConnectionId conversation{};         ///< of RelaySide::Target: the client's connection
        bool requestGoesWithOpening = false; ///< sent by the call that connects (CallNamedPipe)
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
    void send(const Cause& cause, Outgoing payload);
    /// Starts to write what send() queued.
    void writeQueued();
    /// Writes one message and reads its answer; failures are events of the operation, as below.
    void transact(OperationId operation, Bytes payload);
    void setReadMode(OperationId operation, PipeMode mode);
    void readFacts(OperationId operation) { m_inquiries.readFacts(operation); }
    /// Ends the holding of the message of row `row`; failures are events of the operation.
    void settle(OperationId operation, std::uint64_t row, HeldOutcome outcome, ByteView edited);
    /// Asks about the client; failures are events of the operation.
    void inquire(OperationId operation, Inquiry inquiry);
    /// Sends no more, once what is queued is written; failures are events of the operation.
    void endSending(OperationId operation);
    void close(CloseMode mode, CloseReason reason);
    /// Takes up listening and reading again when the sink has room.
    void resume();
    void handle(const Completion& completion);

    /// Joins both sides of a relayed conversation: what one receives, the other sends. Neither reads until
    /// partnerReady(), nor while the other has something to write. Each knows the other until partnerLeft().
    void join(Instance& target);
    /// The target is connected.
    void partnerReady();
    /// The other side is about to end. `abruptly`: what is queued is not worth the wait, and the end is
    /// passed on as one without a goodbye, where the system can.
    void partnerLeft(bool abruptly, CloseReason reason);
    /// Ends it with an error that is reported.
    void endWith(const Error& error);

    [[nodiscard]] InstanceState state() const { return m_state; }
    [[nodiscard]] ConnectionId connection() const { return m_events.connection(); }
    [[nodiscard]] RelaySide relaySide() const { return m_traits.side; }
    /// The other side of a relay; null without one.
    [[nodiscard]] Instance* partner() const { return m_partner; }
    /// It ended, or ends, without a goodbye: reset by its peer, aborted by us, or failed.
    [[nodiscard]] bool endsAbruptly() const;
    [[nodiscard]] const Channel& channel() const { return *m_channel; }

private:
    void handleAccept(const Completion& completion);
    void handleConnect(const Completion& completion);
    void handleRead(const Completion& completion);
    void handleWrite(const Completion& completion);
    void handleTransact(const Completion& completion);
    void handleInquiry(const Completion& completion);

    bool move(InstanceTrigger trigger);
    void startAccept();
    /// The system lets it listen again, after it did not.
    void acceptRecovered();
    /// The system does not let it listen: said, unless it was said before, and tried again later.
    void acceptFailed(const Error& error);
    void attemptConnect();
    void peerArrived();

    /// Reads on, unless a read is under way or something speaks against it.
    void continueReading();
    [[nodiscard]] bool sinkHasRoom() const;
    void waitForSink();
    void throttle();
    void receivedDescriptors(std::uint32_t count);
    void deliver(const Completion& completion);
    void received(const AssembledMessage& message);
    void reply(const Cause& cause, ByteView payload);
    /// To the other side of a relay.
    void passOn(const AssembledMessage& message, const Verdict& verdict);
    void settlePartner(HeldOutcome outcome, ByteView edited);
    /// Sends what the other side received.
    void forward(ByteView payload, std::unique_ptr<PassedFiles> files);
    /// The other side has taken what was passed on, or not all of it yet.
    void partnerWrote(bool all);
    /// Something was written, or could not be: the queue may have become shorter, or empty.
    void wrote(const Result<void>& result);
    void writingFailed(const Error& error);
    /// Starts the transaction that waits, once nothing else is under way.
    void advanceTransaction();
    [[nodiscard]] Result<void> maySend() const;
    [[nodiscard]] Result<void> mayTransact() const;
    /// The refusal of what needs another state.
    [[nodiscard]] std::unexpected<Error> refuseNow() const;

    void askEndSending(OperationId operation);
    /// The peer sends no more, and is still there.
    void inputEnded();
    /// Ends the conversation when the handler says that there is nothing to come after the input, and
    /// everything was written.
    void endWithInput();
    /// Ends our sending when everything was written and that was asked for.
    void endSendingWhenWritten();
    void peerLeft();
    void end(CloseMode mode, CloseReason reason);
    /// A system call failed for good: the error is reported and the conversation ends.
    void fail(const Error& error);
    void startDrain();
    void drained();
    void beginClosing();
    void finishWhenIdle();

    [[nodiscard]] bool inFlight(OperationKind kind) const
    {
        return (m_inFlight & (1U << static_cast<unsigned>(kind))) != 0;
    }
    void started(OperationKind kind) { m_inFlight |= 1U << static_cast<unsigned>(kind); }
    /// No operation is in flight, of its own or of a part.
    [[nodiscard]] bool isIdle() const;

    EngineContext m_context;
    InstanceOwner& m_owner;
    Traits m_traits;
    std::unique_ptr<Channel> m_channel;
    InstanceState m_state = InstanceState::Created;
    unsigned m_inFlight = 0;            ///< one bit per OperationKind; the parts know their own
    EventClock::Stamp m_attemptBegin{}; ///< of the last attempt to connect
    bool m_wasConnected = false;
    std::optional<Error> m_listenError; ///< why it does not listen; it was reported
    bool m_acceptsLater = false;        ///< when the sink has room

    ConnectionEvents m_events;
    ConnectAttempts m_attempts;
    ReadPauses m_pauses;
    MessageAssembler m_assembler;
    MessageGate m_gate;
    Writer m_writer;
    bool m_isUnwritten = false; ///< it is in EngineContext::unwritten
    Transaction m_transaction;
    Inquiries m_inquiries;

    /// The other side of a relay.
    Instance* m_partner = nullptr;
    std::unique_ptr<PassedFiles> m_passed; ///< came with the message that is being received
    Bytes m_held;                          ///< that message, while it is held
    std::unique_ptr<PassedFiles> m_heldFiles;
    bool m_wasReset = false; ///< the peer left without reading everything, and the system said so
    bool m_drainsSlowly = false; ///< the peer has all the time it wants to read what is queued

    /// Nothing more is sent. `Asked`: once what is queued is written.
    enum class Sending : std::uint8_t { Open, EndAsked, Ended };
    Sending m_sending = Sending::Open;
    OperationId m_endOperation{}; ///< that asked for it; zero: none
    CloseMode m_closeMode = CloseMode::Graceful;
    CloseReason m_reason = CloseReason::ClosedByUs;
    Timer m_pacingTimer;        ///< until the consumer is taken to stand still
    bool m_usesReserve = false; ///< it does, since its queue was full
    bool m_isThrottled = false; ///< a row said that reading stopped
    Timer m_timer;              ///< next attempt to listen or to connect, or the end of draining
};

} // namespace pipecore
