// How an instance writes what is queued, and what becomes of it when the peer takes no more.
#include "instance.h"

#include <array>
#include <span>
#include <string>
#include <utility>

namespace pipecore {
namespace {

/// Payloads that one system call writes, at most.
constexpr std::size_t mostWritesAtOnce = 64;

/// An echo that the peer does not take stops the reading here and takes it up again at the half.
constexpr std::size_t echoHighWater = std::size_t{1024} * 1024;

} // namespace

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
    m_echoPaused = m_writes.cost() > echoHighWater;
    startWrite();
}

void Instance::send(OperationId operation, Outgoing payload)
{
    if (m_sendBroken) {
        report(operation, refuse("the peer does not read any more", ErrorKind::PeerClosed).error());
    } else if (m_state != InstanceState::Connected) {
        report(operation, refuse("the connection is " + std::string(stateName(m_state)),
                                 ErrorKind::NoSuchTarget)
                              .error());
    } else if (!m_traits.mayWrite) {
        report(operation, refuse("this end was opened for reading only; data flows the other "
                                 "way",
                                 ErrorKind::AccessDenied)
                              .error());
    } else if (payload.empty() && m_traits.mode == PipeMode::Byte) {
        report(operation,
               refuse("an empty message means nothing in byte mode", ErrorKind::InvalidArgument)
                   .error());
    } else if (!m_writes.hasRoomFor(payload.size())) {
        report(operation, refuse("the write queue holds " + std::to_string(m_writes.cost())
                                     + " of at most " + std::to_string(m_writes.limit())
                                     + " bytes; the peer does not read fast enough",
                                 ErrorKind::WouldBlock)
                              .error());
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
    m_context.events.publish(m_traits.endpoint, m_connection,
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
    if (m_traits.synchronous && m_traits.mayRead) {
        startRead();
    }
}

/// The queue may have become shorter, or empty.
void Instance::wroteSome()
{
    if (m_echoPaused && m_writes.cost() <= echoHighWater / 2) {
        m_echoPaused = false;
        startRead();
    }
    pursueTransaction();
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
    m_sendBroken = true;
    discardQueued();
    if (!m_traits.mayRead) {
        peerLeft();
        return;
    }
    // What the peer sent before it left is still to be read: the read sees the end after it.
    m_echoPaused = false;
    startRead();
}

} // namespace pipecore
