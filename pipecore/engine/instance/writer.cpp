#include "writer.h"

#include <array>
#include <string>
#include <utility>

namespace pipecore {
namespace {

/// Payloads that one system call writes, at most.
constexpr std::size_t maxGatheredWrites = 64;

} // namespace

Result<void> Writer::add(const Cause& cause, Outgoing payload)
{
    if (m_isBroken) {
        return refuse("the peer no longer reads", ErrorKind::PeerClosed);
    }
    if (payload.empty() && m_mode == PipeMode::Byte) {
        return refuse("byte pipes cannot carry empty messages", ErrorKind::InvalidArgument);
    }
    if (!m_queue.hasRoomFor(payload.size())) {
        return refuse("the write queue holds " + std::to_string(m_queue.cost()) + " of at most "
                          + std::to_string(m_queue.limit())
                          + " bytes; the peer does not read fast enough",
                      ErrorKind::WouldBlock);
    }
    m_queue.push({.cause = cause, .payload = std::move(payload)});
    return {};
}

Result<void> Writer::answer(const Cause& cause, ByteView payload,
                            std::unique_ptr<PassedFiles> files)
{
    ByteView rest = payload;
    if (m_queue.empty()) {
        if (files) {
            m_channel.passWithNextWrite(std::move(files));
        }
        const WriteProgress progress = m_channel.writeAtOnce({&payload, 1});
        m_events.takeTime();
        if (progress.whole != 0) {
            m_events.sent(cause, payload);
            return {};
        }
        if (progress.part != 0) {
            m_events.sent(cause, payload.first(progress.part));
            rest = payload.subspan(progress.part);
        }
    }
    m_queue.push({.cause = cause,
                  .payload = Outgoing(Bytes(rest.begin(), rest.end())),
                  .files = std::move(files)});
    return writeQueued();
}

Result<void> Writer::writeQueued()
{
    while (!m_isWriting && !m_queue.empty()) {
        passFrontFiles();
        std::array<ByteView, 1> one;
        if (m_queue.count() == 1) {
            writeAtOnce(m_queue.rest(one));
        } else {
            writeAllAtOnce();
        }
        if (m_queue.empty()) {
            break;
        }
        const ByteView rest = m_queue.front().payload.view().subspan(m_queue.frontWritten());
        if (const auto result = m_channel.write(rest); result) {
            m_isWriting = true;
        } else {
            const bool outcomeUnknown = m_queue.frontWritten() != 0;
            const WriteQueue::Item item = m_queue.pop();
            m_discardedBytes += item.payload.size();
            if (auto ended = failed(item.cause.operation, result.error(), outcomeUnknown); !ended) {
                return ended;
            }
        }
    }
    return {};
}

void Writer::passFrontFiles()
{
    if (auto files = m_queue.takeFrontFiles()) {
        m_channel.passWithNextWrite(std::move(files));
    }
}

void Writer::writeAllAtOnce()
{
    std::array<ByteView, maxGatheredWrites> views;
    while (!m_queue.empty()) {
        passFrontFiles();
        const std::span<const ByteView> batch = m_queue.rest(views);
        if (!writeAtOnce(batch)) {
            return;
        }
    }
}

/// The first payloads of the queue; false when the system did not take them all.
bool Writer::writeAtOnce(std::span<const ByteView> batch)
{
    const WriteProgress progress = m_channel.writeAtOnce(batch);
    m_events.takeTime();
    for (std::size_t i = 0; i < progress.whole; ++i) {
        const WriteQueue::Item item = m_queue.pop();
        m_events.sent(item.cause, item.payload.view());
    }
    m_queue.wroteOfFront(progress.part);
    return progress.whole == batch.size();
}

Result<void> Writer::completed(const Completion& completion)
{
    m_isWriting = false;
    const WriteQueue::Item item = m_queue.pop();
    if (completion.error) {
        // A write that was taken back may have been read in part, or whole, by the peer.
        return failed(item.cause.operation, *completion.error, true);
    }
    m_events.sent(item.cause, item.payload.view());
    return {};
}

/// Reports it, and fails with it when nothing can be written after it.
Result<void> Writer::failed(OperationId operation, const Error& error, bool outcomeUnknown)
{
    m_events.failed(operation, error, outcomeUnknown);
    if (error.kind == ErrorKind::MessageTooLarge) {
        return {};
    }
    if (error.kind == ErrorKind::PeerClosed) {
        m_isBroken = true;
        discardQueued();
    }
    return std::unexpected(error);
}

void Writer::discardQueued()
{
    WriteQueue keep(m_queue.limit());
    if (m_isWriting) {
        keep.push(m_queue.pop());
    }
    while (!m_queue.empty()) {
        const WriteQueue::Item item = m_queue.pop();
        m_discardedBytes += item.payload.size();
        if (item.cause.operation) {
            m_events.failed(
                item.cause.operation,
                refuse("the connection ended before this was sent", ErrorKind::Cancelled).error());
        }
    }
    m_queue = std::move(keep);
}

} // namespace pipecore
