#include "instance.h"

#include "pipecore/base/translatable.h"

#include <chrono>
#include <string>
#include <utility>

namespace pipecore {

Instance::Instance(EngineContext context, InstanceOwner& owner, Traits traits,
                   std::unique_ptr<Channel> channel)
    : m_context(context)
    , m_owner(owner)
    , m_traits(std::move(traits))
    , m_channel(std::move(channel))
    , m_events(context.events, m_traits.endpoint, m_traits.side)
    , m_assembler(m_traits.readMode, m_traits.options.messageLimit)
    , m_gate(m_events)
    , m_writer(*m_channel, m_events, m_traits.mode, m_traits.options.writeQueueLimit)
    , m_transaction(*m_channel, m_events)
    , m_inquiries(*m_channel, m_events)
    , m_pacingTimer(context.timers)
    , m_timer(context.timers)
{
    m_channel->owner = this;
}

// --- the beginning -----------------------------------------------------------------------------

void Instance::listen()
{
    move(InstanceTrigger::Listen);
    startAccept();
    finishWhenIdle();
}

void Instance::startAccept()
{
    // A client that comes and goes makes rows as well: without room for them it waits.
    m_acceptsLater = !m_events.hasReserve();
    if (m_acceptsLater) {
        return;
    }
    if (const auto result = m_channel->accept(); result) {
        started(OperationKind::Accept);
    } else {
        acceptFailed(result.error());
    }
}

void Instance::acceptFailed(const Error& error)
{
    // The instance stays, and with it the name. Ending it would make the server create the next one,
    // which the system refuses as well: at once where it refuses the call itself, without end.
    if (m_listenError != error) {
        m_listenError = error;
        m_events.failed({}, error);
    }
    m_timer.start(m_events.monotonicNs() + listenRetryNs, [this] {
        startAccept();
        finishWhenIdle();
    });
}

void Instance::acceptRecovered()
{
    if (m_listenError) {
        m_listenError.reset();
        m_events.publish(ListeningAgain{});
    }
}

void Instance::handleAccept(const Completion& completion)
{
    if (m_state == InstanceState::Closing) {
        return; // taken back
    }
    if (m_state != InstanceState::Listening) {
        move(InstanceTrigger::PeerArrived); // which says that it cannot be
        return;
    }
    if (!completion.error) {
        acceptRecovered();
        m_events.setConnection(m_owner.onClientArrived(*this));
        peerArrived();
    } else if (completion.error->kind == ErrorKind::ClientGone) {
        m_events.failed({}, *completion.error);
        startAccept();
    } else {
        acceptFailed(*completion.error);
    }
}

void Instance::connect(ConnectionId connection, std::chrono::milliseconds timeout)
{
    m_events.setConnection(connection, m_traits.conversation);
    m_attempts.begin(timeout, m_events.monotonicNs());
    move(InstanceTrigger::StartConnect);
    attemptConnect();
    finishWhenIdle();
}

void Instance::attemptConnect()
{
    m_attemptBegin = m_events.takenTime();
    if (const auto result = m_channel->connect(); result) {
        started(OperationKind::Connect);
    } else {
        fail(result.error());
    }
}

void Instance::handleConnect(const Completion& completion)
{
    if (m_state != InstanceState::Connecting) {
        return;
    }
    if (!completion.error) {
        peerArrived();
        return;
    }
    if (const auto next = m_attempts.nextAfter(*completion.error, m_events.monotonicNs()); next) {
        m_timer.start(*next, [this] {
            attemptConnect();
            finishWhenIdle();
        });
    } else {
        fail(next.error());
    }
}

void Instance::peerArrived()
{
    if (!move(InstanceTrigger::PeerArrived)) {
        return;
    }
    m_wasConnected = true;
    m_events.publish(PeerConnected{std::make_shared<const PeerInfo>(m_channel->peer())});
    if (m_channel->readsBytesInstead()) {
        m_assembler.setMode(PipeMode::Byte);
        m_events.publish(ReadModeChanged{.mode = PipeMode::Byte, .isRefused = true});
    }
    m_owner.onConnected(*this);
    if (m_traits.request) {
        m_events.sentAt(m_traits.requestGoesWithOpening ? m_attemptBegin : m_events.takenTime(), {},
                        *m_traits.request);
    }
    if (m_traits.mayRead) {
        continueReading();
    } else if (m_state == InstanceState::Connected && m_channel->watch()) {
        started(OperationKind::Watch);
    }
}

// --- the end -----------------------------------------------------------------------------------

void Instance::inputEnded()
{
    if (!m_traits.mayWrite) {
        peerLeft(); // neither end has anything more to say
        return;
    }
    if (m_state == InstanceState::OutputEnded) {
        peerLeft();
        return;
    }
    if (m_state != InstanceState::Connected && m_state != InstanceState::Draining) {
        return;
    }
    move(InstanceTrigger::InputEnded);
    m_events.publish(InputEnded{});
    m_pauses.set(ReadPause::InputEnded, true);
    m_assembler.finish([this](const AssembledMessage& message) { received(message); });
    if (m_partner != nullptr) {
        m_partner->askEndSending({});
    }
    if (m_state == InstanceState::InputEnded && m_channel->watch()) {
        started(OperationKind::Watch);
    }
    endWithInput();
    endSendingWhenWritten();
}

void Instance::endSending(OperationId operation)
{
    if (!m_wasConnected) {
        m_events.failed(operation, refuseNow().error());
        return;
    }
    if (!takesSends(m_state) || m_sending != Sending::Open) {
        m_events.publish(AlreadyEnded{.operation = operation});
        return;
    }
    if (!m_traits.mayWrite) {
        m_events.failed(
            operation,
            refuse("this end was opened for reading only", ErrorKind::AccessDenied).error());
        return;
    }
    askEndSending(operation);
}

void Instance::askEndSending(OperationId operation)
{
    if (m_sending != Sending::Open || !takesSends(m_state)) {
        return;
    }
    m_sending = Sending::EndAsked;
    m_endOperation = operation;
    endSendingWhenWritten();
    finishWhenIdle();
}

void Instance::endSendingWhenWritten()
{
    if (m_sending != Sending::EndAsked || !m_writer.isEmpty() || !takesSends(m_state)) {
        return;
    }
    if (const auto result = m_channel->endSending(); !result) {
        m_sending = Sending::Open;
        m_events.failed(m_endOperation, result.error());
        return;
    }
    m_sending = Sending::Ended;
    m_events.publish(OutputEnded{.operation = m_endOperation});
    if (m_state == InstanceState::InputEnded) {
        // Nothing more goes either way.
        end(CloseMode::Graceful,
            m_partner != nullptr ? CloseReason::PeerClosed : CloseReason::ClosedByUs);
    } else {
        move(InstanceTrigger::OutputEnded);
    }
}

void Instance::endWithInput()
{
    const TrafficHandler* const handler = m_owner.handler();
    if (m_state == InstanceState::InputEnded && m_writer.isEmpty() && !m_gate.isHolding()
        && handler != nullptr && handler->endsWithInput()) {
        end(CloseMode::Graceful, CloseReason::PeerClosed);
    }
}

void Instance::peerLeft()
{
    if (!hasBothEnds(m_state) && m_state != InstanceState::Draining) {
        return;
    }
    if (hasBothEnds(m_state)) {
        m_reason = CloseReason::PeerClosed;
    }
    move(InstanceTrigger::PeerLeft);
    // A message that never ended is shown as far as it came.
    m_assembler.finish([this](const AssembledMessage& message) { received(message); });
    startDrain();
}

void Instance::fail(const Error& error)
{
    m_events.failed({}, error);
    end(CloseMode::Abortive, CloseReason::Failed);
}

void Instance::close(CloseMode mode, CloseReason reason)
{
    m_drainsSlowly = false;
    end(mode, reason);
    finishWhenIdle();
}

void Instance::end(CloseMode mode, CloseReason reason)
{
    if (m_state == InstanceState::Closing || m_state == InstanceState::Closed) {
        return;
    }
    const bool waiting =
        m_state == InstanceState::Listening || m_state == InstanceState::Connecting;
    if (m_state == InstanceState::Connecting && reason != CloseReason::Failed) {
        m_events.failed({}, refuse("connecting was cancelled", ErrorKind::Cancelled).error());
    }
    if (m_state != InstanceState::PeerGone) {
        m_reason = reason;
    }
    m_closeMode = mode;
    if (mode == CloseMode::Graceful && !waiting && reason != CloseReason::EngineStopped) {
        move(InstanceTrigger::CloseGraceful);
        startDrain();
    } else {
        move(InstanceTrigger::CloseAbortive);
        beginClosing();
    }
}

void Instance::startDrain()
{
    if (m_writer.isEmpty()) {
        drained();
    } else if (!m_drainsSlowly && !m_timer.isRunning()) {
        const std::chrono::nanoseconds drainTime = m_traits.options.drainTime;
        m_timer.start(m_events.monotonicNs() + drainTime.count(), [this] {
            drained();
            finishWhenIdle();
        });
    }
}

void Instance::drained()
{
    move(InstanceTrigger::Drained);
    beginClosing();
}

void Instance::beginClosing()
{
    m_timer.stop();
    m_pacingTimer.stop();
    m_gate.discard();
    if (std::exchange(m_sending, Sending::Ended) == Sending::EndAsked) {
        m_events.failed(m_endOperation, refuse("the conversation ended before everything was sent",
                                               ErrorKind::Cancelled)
                                            .error());
    }
    m_writer.discardQueued();
    m_transaction.discardWaiting();
    m_inquiries.discardWaiting();
    if (!isIdle()) {
        m_channel->cancel();
    }
}

void Instance::handle(const Completion& completion)
{
    m_inFlight &= ~(1U << static_cast<unsigned>(completion.kind));
    switch (completion.kind) {
    case OperationKind::Accept: handleAccept(completion); break;
    case OperationKind::Connect: handleConnect(completion); break;
    case OperationKind::Read: handleRead(completion); break;
    case OperationKind::Write: handleWrite(completion); break;
    case OperationKind::Transact: handleTransact(completion); break;
    case OperationKind::Watch:
        if (!completion.error || completion.endOfStream) {
            peerLeft();
        } else if (m_state != InstanceState::Closing
                   && completion.error->kind != ErrorKind::Cancelled) {
            fail(*completion.error);
        }
        break;
    case OperationKind::Inquire: handleInquiry(completion); break;
    }
    finishWhenIdle();
}

bool Instance::isIdle() const
{
    return m_inFlight == 0 && !m_writer.isWriting() && !m_transaction.isInFlight()
           && !m_inquiries.isInFlight();
}

void Instance::finishWhenIdle()
{
    if (m_state != InstanceState::Closing || !isIdle()) {
        return;
    }
    m_owner.onClosing(*this);
    m_channel->close(m_closeMode);
    move(InstanceTrigger::LastOperation);
    if (m_wasConnected) {
        m_events.publish(
            Disconnected{.reason = m_reason, .discardedBytes = m_writer.discardedBytes()});
    }
    m_owner.onClosed(*this);
}

bool Instance::move(InstanceTrigger trigger)
{
    const auto next = nextState(m_state, trigger);
    if (!next) {
        // A mistake of ours or of the system's: said, so that it can be found, and of no consequence.
        Error impossible;
        impossible.kind = ErrorKind::Io;
        impossible.phrase = {
            PIPECORE_TR("ErrorDetail", "Internal error: \"%1\" came while the state was \"%2\""),
            {std::string(triggerName(trigger)), std::string(stateName(m_state))}};
        impossible.detail = impossible.phrase.text();
        m_events.failed({}, impossible);
        return false;
    }
    if (*next == m_state) {
        return true;
    }
    const InstanceState from = std::exchange(m_state, *next);
    m_events.publish(StateChanged{.from = from, .to = m_state});
    return true;
}

} // namespace pipecore
