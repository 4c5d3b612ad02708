#include "engine/instance.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <utility>

namespace pipecore {
namespace {

constexpr std::int64_t nsPerMs = 1'000'000;
constexpr std::int64_t firstRetryDelayNs = nsPerMs;
constexpr std::int64_t longestRetryDelayNs = 32 * nsPerMs;

/// Memory for putting a message together is kept up to here.
constexpr std::size_t mostMessageKept = std::size_t{4} * 1024 * 1024;

/// Payloads that one system call writes, at most.
constexpr std::size_t mostWritesAtOnce = 64;

/// An echo that the peer does not take stops the reading here and takes it up again at the half.
constexpr std::size_t echoHighWater = std::size_t{1024} * 1024;

Error simpleError(ErrorKind kind, std::string detail)
{
    Error error;
    error.kind = kind;
    error.detail = std::move(detail);
    return error;
}

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
        m_failedToListen = true;
        fail(result.error());
    }
}

void Instance::handleAccept(const Completion& completion)
{
    if (m_state != InstanceState::Listening) {
        return;
    }
    if (!completion.error) {
        m_connection = m_owner.onClientArrived(*this);
        peerArrived();
    } else if (completion.error->kind == ErrorKind::ClientGone) {
        report({}, *completion.error);
        startAccept();
    } else {
        m_failedToListen = true;
        fail(*completion.error);
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
        timedOut.detail = "no connection within " + std::to_string(m_connectTimeout.count())
                          + " ms; the last attempt said: " + std::string(kindName(error.kind));
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
    m_wasConnected = true;
    move(InstanceTrigger::PeerArrived);
    m_context.events.emit(m_traits.endpoint, m_connection,
                          PeerConnected{std::make_shared<const PeerInfo>(m_channel->peer())});
    m_owner.onConnected(*this);
    if (m_state != InstanceState::Connected) {
        return;
    }
    if (m_traits.mayRead) {
        startRead();
    } else if (m_channel->watch()) {
        started(OperationKind::Watch);
    }
}

// --- reading -----------------------------------------------------------------------------------

void Instance::startRead()
{
    if (inFlight(OperationKind::Read) || m_echoPaused) {
        return;
    }
    if (m_state != InstanceState::Connected && m_state != InstanceState::Draining) {
        return;
    }
    if (!m_context.events.hasRoom()) {
        if (!m_throttled) {
            m_throttled = true;
            m_context.events.emit(m_traits.endpoint, m_connection, Throttled{true});
        }
        return;
    }
    if (const auto result = m_channel->read(m_traits.options.readSize); result) {
        started(OperationKind::Read);
    } else {
        fail(result.error());
    }
}

void Instance::resumeReading()
{
    if (!m_throttled || !m_context.events.hasRoom()) {
        return;
    }
    m_throttled = false;
    m_context.events.emit(m_traits.endpoint, m_connection, Throttled{false});
    startRead();
    finishWhenIdle();
}

void Instance::handleRead(const Completion& completion)
{
    if (completion.endOfStream) {
        peerLeft();
        return;
    }
    if (completion.error) {
        if (m_state != InstanceState::Closing) {
            fail(*completion.error);
        }
        return;
    }
    // Also while closing: what the system handed over was received.
    deliver(completion);
    startRead();
}

void Instance::deliver(const Completion& completion)
{
    const ByteView data = completion.data;
    if (m_traits.mode == PipeMode::Byte) {
        received(data, false);
        return;
    }
    if (m_message.empty() && m_fragments.empty() && !completion.moreData) {
        received(data, false);
        return;
    }
    m_message.insert(m_message.end(), data.begin(), data.end());
    m_fragments.push_back(static_cast<std::uint32_t>(data.size()));
    const bool overLimit = m_message.size() >= m_traits.options.messageLimit;
    if (completion.moreData && !overLimit) {
        return;
    }
    deliverAssembled(completion.moreData);
}

void Instance::deliverAssembled(bool continues)
{
    received(m_message, continues);
    m_fragments.clear();
    // The memory is kept for the next one, but not that of a giant.
    if (m_message.capacity() > mostMessageKept) {
        m_message = {};
    }
    m_message.clear();
}

void Instance::received(ByteView payload, bool continues)
{
    m_context.events.emit(m_traits.endpoint, m_connection,
                          Data{.direction = Direction::Received,
                               .continues = continues,
                               .payload = payload,
                               .fragments = m_fragments,
                               .operation = {}});
    if (!m_traits.options.echo || !m_traits.mayWrite || m_state != InstanceState::Connected) {
        return;
    }
    // A zero-byte write of a Windows peer in byte mode is a read of nothing, with nothing to send back.
    if (payload.empty() && m_traits.mode == PipeMode::Byte) {
        return;
    }
    echo(payload);
}

void Instance::echo(ByteView payload)
{
    ByteView rest = payload;
    if (m_writes.empty()) {
        // Out of the read buffer, without a copy, as far as the peer takes it.
        const WriteProgress progress = m_channel->writeAtOnce({&payload, 1});
        m_context.events.takeTime();
        if (progress.whole != 0) {
            sent({}, payload);
            return;
        }
        if (progress.part != 0) {
            sent({}, payload.first(progress.part));
            rest = payload.subspan(progress.part);
        }
    }
    m_writes.push({.operation = {}, .payload = Outgoing(Bytes(rest.begin(), rest.end()))});
    m_echoPaused = m_writes.bytes() > echoHighWater;
    startWrite();
}

// --- writing -----------------------------------------------------------------------------------

void Instance::send(OperationId operation, Outgoing payload)
{
    if (m_sendBroken) {
        report(operation, simpleError(ErrorKind::PeerClosed, "the peer does not read any more"));
    } else if (m_state != InstanceState::Connected) {
        report(operation, simpleError(ErrorKind::NoSuchTarget,
                                      "the connection is " + std::string(stateName(m_state))));
    } else if (!m_traits.mayWrite) {
        report(operation, simpleError(ErrorKind::AccessDenied,
                                      "this end was opened for reading only; data flows the other "
                                      "way"));
    } else if (payload.empty() && m_traits.mode == PipeMode::Byte) {
        report(operation, simpleError(ErrorKind::InvalidArgument,
                                      "an empty message means nothing in byte mode"));
    } else if (!m_writes.hasRoomFor(payload.size())) {
        report(operation, simpleError(ErrorKind::WouldBlock,
                                      "the write queue holds " + std::to_string(m_writes.bytes())
                                          + " of at most " + std::to_string(m_writes.limit())
                                          + " bytes; the peer does not read fast enough"));
    } else {
        m_writes.push({.operation = operation, .payload = std::move(payload)});
        if (!std::exchange(m_isUnwritten, true)) {
            m_context.unwritten.push_back(this);
        }
    }
}

void Instance::writeQueued()
{
    m_isUnwritten = false;
    if (m_state == InstanceState::Closing || m_state == InstanceState::Closed) {
        return;
    }
    startWrite();
    wroteSome();
    finishWhenIdle();
}

void Instance::startWrite()
{
    while (!inFlight(OperationKind::Write) && !m_writes.empty()) {
        std::array<ByteView, 1> one;
        if (m_writes.count() == 1) {
            writeAtOnce(m_writes.rest(one));
        } else {
            writeAllAtOnce();
        }
        if (m_writes.empty()) {
            return;
        }
        const ByteView rest = m_writes.front().payload.view().subspan(m_writes.frontWritten());
        if (const auto result = m_channel->write(rest); result) {
            started(OperationKind::Write);
        } else {
            const bool outcomeUnknown = m_writes.frontWritten() != 0;
            const WriteQueue::Item item = m_writes.pop();
            m_discardedBytes += item.payload.size();
            writeFailed(item.operation, result.error(), outcomeUnknown);
        }
    }
}

void Instance::writeAllAtOnce()
{
    std::array<ByteView, mostWritesAtOnce> views;
    while (!m_writes.empty()) {
        const std::span<const ByteView> batch = m_writes.rest(views);
        if (!writeAtOnce(batch)) {
            return;
        }
    }
}

/// The first payloads of the queue; false when the system did not take them all.
bool Instance::writeAtOnce(std::span<const ByteView> batch)
{
    const WriteProgress progress = m_channel->writeAtOnce(batch);
    m_context.events.takeTime();
    for (std::size_t i = 0; i < progress.whole; ++i) {
        const WriteQueue::Item item = m_writes.pop();
        sent(item.operation, item.payload.view());
    }
    m_writes.wroteOfFront(progress.part);
    return progress.whole == batch.size();
}

void Instance::sent(OperationId operation, ByteView payload)
{
    m_context.events.emit(m_traits.endpoint, m_connection,
                          Data{.direction = Direction::Sent,
                               .continues = false,
                               .payload = payload,
                               .fragments = {},
                               .operation = operation});
}

void Instance::handleWrite(const Completion& completion)
{
    const WriteQueue::Item item = m_writes.pop();
    if (completion.error) {
        // A write that was taken back may have been read in part, or whole, by the peer.
        writeFailed(item.operation, *completion.error, true);
    } else {
        sent(item.operation, item.payload.view());
    }
    if (m_state == InstanceState::Closing) {
        return;
    }
    startWrite();
    wroteSome();
}

/// The queue may have become shorter, or empty.
void Instance::wroteSome()
{
    if (m_echoPaused && m_writes.bytes() <= echoHighWater / 2) {
        m_echoPaused = false;
        startRead();
    }
    const bool ending = m_state == InstanceState::PeerGone || m_state == InstanceState::Draining;
    if (ending && m_writes.empty()) {
        drained();
    }
}

void Instance::writeFailed(OperationId operation, const Error& error, bool outcomeUnknown)
{
    report(operation, error, outcomeUnknown);
    if (m_state == InstanceState::Closing || error.kind == ErrorKind::MessageTooLarge) {
        return;
    }
    if (error.kind != ErrorKind::PeerClosed) {
        end(CloseMode::Abortive, CloseReason::Failed);
        return;
    }
    // What the peer sent before it left is still to be read: the read sees the end after it.
    m_sendBroken = true;
    discardQueued();
    if (!inFlight(OperationKind::Read) && !m_throttled) {
        peerLeft();
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
        report({}, simpleError(ErrorKind::Cancelled, "connecting was cancelled"));
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
            report(item.operation, simpleError(ErrorKind::Cancelled,
                                               "the conversation ended before this was sent"));
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
    case OperationKind::Watch:
        if (!completion.error || completion.endOfStream) {
            peerLeft();
        }
        break;
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
        m_context.events.emit(m_traits.endpoint, m_connection,
                              Disconnected{.reason = m_reason, .discardedBytes = m_discardedBytes});
    }
    m_owner.onClosed(*this);
}

void Instance::move(InstanceTrigger trigger)
{
    const auto next = nextState(m_state, trigger);
    assert(next && "this trigger means nothing in this state");
    if (!next || *next == m_state) {
        return;
    }
    const InstanceState from = std::exchange(m_state, *next);
    m_context.events.emit(m_traits.endpoint, m_connection,
                          StateChanged{.from = from, .to = m_state});
}

void Instance::report(OperationId operation, const Error& error, bool outcomeUnknown)
{
    m_context.events.emit(
        m_traits.endpoint, m_connection,
        Failed{.operation = operation, .error = error, .outcomeUnknown = outcomeUnknown});
}

} // namespace pipecore
