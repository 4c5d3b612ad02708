#include "instance.h"

#include "pipecore/base/translatable.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipecore {
namespace {

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr std::int64_t firstRetryDelayNs = nsPerMs;
constexpr std::int64_t longestRetryDelayNs = 32 * nsPerMs;

} // namespace

Instance::Instance(EngineContext context, InstanceOwner& owner, Traits traits,
                   std::unique_ptr<Channel> channel)
    : m_context(context)
    , m_owner(owner)
    , m_traits(std::move(traits))
    , m_channel(std::move(channel))
    , m_writes(m_traits.options.writeQueueLimit)
    , m_timer(context.timers)
{
    m_channel->owner = this;
}

// --- beginning ---------------------------------------------------------------------------------

void Instance::listen()
{
    move(InstanceTrigger::Listen);
    startAccept();
    finishWhenIdle();
}

void Instance::startAccept()
{
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
        report({}, error);
    }
    m_timer.start(m_context.events.monotonicNs() + listenRetryNs, [this] {
        startAccept();
        finishWhenIdle();
    });
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
        m_connection = m_owner.onClientArrived(*this);
        peerArrived();
    } else if (completion.error->kind == ErrorKind::ClientGone) {
        report({}, *completion.error);
        startAccept();
    } else {
        acceptFailed(*completion.error);
    }
}

void Instance::connect(ConnectionId connection, std::chrono::milliseconds timeout)
{
    m_connection = connection;
    m_connectTimeout = timeout;
    m_connectDeadlineNs = m_context.events.monotonicNs() + timeout.count() * nsPerMs;
    m_retryDelayNs = firstRetryDelayNs;
    move(InstanceTrigger::StartConnect);
    attemptConnect();
    finishWhenIdle();
}

void Instance::attemptConnect()
{
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
    const Error& error = *completion.error;
    const bool worthAnother = error.kind == ErrorKind::NotFound || error.kind == ErrorKind::Busy;
    if (!worthAnother || m_connectTimeout.count() == 0) {
        fail(error);
        return;
    }
    const std::int64_t left = m_connectDeadlineNs - m_context.events.monotonicNs();
    if (left <= 0) {
        Error timedOut = error;
        timedOut.kind = ErrorKind::TimedOut;
        timedOut.phrase = {
            error.kind == ErrorKind::Busy
                ? PIPECORE_TR("ErrorDetail", "All instances of the pipe stayed busy for %1 ms")
                : PIPECORE_TR("ErrorDetail", "Nobody served the pipe within %1 ms"),
            {std::to_string(m_connectTimeout.count())}};
        timedOut.detail = timedOut.phrase.text();
        fail(timedOut);
        return;
    }
    m_timer.start(m_context.events.monotonicNs() + std::min(m_retryDelayNs, left), [this] {
        attemptConnect();
        finishWhenIdle();
    });
    m_retryDelayNs = std::min(m_retryDelayNs * 2, longestRetryDelayNs);
}

void Instance::peerArrived()
{
    if (!move(InstanceTrigger::PeerArrived)) {
        return;
    }
    m_wasConnected = true;
    m_context.events.publish(m_traits.endpoint, m_connection,
                             PeerConnected{std::make_shared<const PeerInfo>(m_channel->peer())});
    m_owner.onConnected(*this);
    if (m_traits.request) {
        sent({}, *m_traits.request);
    }
    if (m_state != InstanceState::Connected) {
        return;
    }
    if (m_traits.mayRead) {
        startRead();
    } else if (m_channel->watch()) {
        started(OperationKind::Watch);
    }
}

// --- the end -----------------------------------------------------------------------------------

void Instance::peerLeft()
{
    if (m_state != InstanceState::Connected && m_state != InstanceState::Draining) {
        return;
    }
    if (m_state == InstanceState::Connected) {
        m_reason = CloseReason::PeerClosed;
    }
    move(InstanceTrigger::PeerLeft);
    // A message that never ended is shown as far as it came.
    if (!m_message.empty()) {
        deliverAssembled(true);
    }
    startDrain();
}

void Instance::fail(const Error& error)
{
    report({}, error);
    end(CloseMode::Abortive, CloseReason::Failed);
}

void Instance::close(CloseMode mode, CloseReason reason)
{
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
        report({}, refuse("connecting was cancelled", ErrorKind::Cancelled).error());
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
    if (m_writes.empty()) {
        drained();
    } else if (!m_timer.isRunning()) {
        m_timer.start(m_context.events.monotonicNs() + m_traits.options.drainTime.count() * nsPerMs,
                      [this] {
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
    discardQueued();
    if (m_transaction && !inFlight(OperationKind::Transact)) {
        report(m_transaction->operation,
               refuse("the conversation ended before this was sent", ErrorKind::Cancelled).error());
        m_transaction.reset();
    }
    discardInquiries();
    if (m_inFlight != 0) {
        m_channel->cancel();
    }
}

void Instance::discardQueued()
{
    const bool keepFront = inFlight(OperationKind::Write);
    WriteQueue keep(m_writes.limit());
    if (keepFront) {
        keep.push(m_writes.pop());
    }
    while (!m_writes.empty()) {
        const WriteQueue::Item item = m_writes.pop();
        m_discardedBytes += item.payload.size();
        if (item.operation) {
            report(item.operation,
                   refuse("the conversation ended before this was sent", ErrorKind::Cancelled)
                       .error());
        }
    }
    m_writes = std::move(keep);
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
        }
        break;
    case OperationKind::Inquire: handleInquiry(completion); break;
    }
    finishWhenIdle();
}

void Instance::finishWhenIdle()
{
    if (m_state != InstanceState::Closing || m_inFlight != 0) {
        return;
    }
    m_owner.onClosing(*this);
    m_channel->close(m_closeMode);
    move(InstanceTrigger::LastOperation);
    if (m_wasConnected) {
        m_context.events.publish(
            m_traits.endpoint, m_connection,
            Disconnected{.reason = m_reason, .discardedBytes = m_discardedBytes});
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
        report({}, impossible);
        return false;
    }
    if (*next == m_state) {
        return true;
    }
    const InstanceState from = std::exchange(m_state, *next);
    m_context.events.publish(m_traits.endpoint, m_connection,
                             StateChanged{.from = from, .to = m_state});
    return true;
}

void Instance::report(OperationId operation, const Error& error, bool outcomeUnknown)
{
    m_context.events.publish(
        m_traits.endpoint, m_connection,
        Failed{.operation = operation, .error = error, .outcomeUnknown = outcomeUnknown});
}

} // namespace pipecore
