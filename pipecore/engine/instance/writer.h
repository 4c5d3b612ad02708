#pragma once

#include "../outgoing.h"
#include "connection_events.h"
#include "pipecore/engine/backend.h"
#include "write_queue.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace pipecore {

/// Writes queued payloads to one connection, in order, and reports the outcome of each.
///
/// A function that writes fails with the error after which nothing more can be written: PeerClosed when
/// the peer takes nothing any more (it may have sent something all the same), another when the
/// conversation is broken. That error was reported with the payload that met it. Engine's thread.
class Writer
{
public:
    /// `limit` as in ConnectionOptions::writeQueueLimit. `channel` and `events` outlive this.
    Writer(Channel& channel, ConnectionEvents& events, PipeMode mode, std::size_t limit)
        : m_channel(channel)
        , m_events(events)
        , m_mode(mode)
        , m_queue(limit)
    {}

    /// Queues one payload. Refused, and not reported: PeerClosed, InvalidArgument when it is empty in
    /// byte mode, WouldBlock when the queue is full.
    [[nodiscard]] Result<void> add(const Cause& cause, Outgoing payload);
    /// Writes an answer that stays in place during the call only: without a copy as far as the system
    /// takes it; the rest is queued regardless of the limit, so the caller checks cost().
    /// `files` go with its first byte; may be null.
    [[nodiscard]] Result<void> answer(const Cause& cause, ByteView payload,
                                      std::unique_ptr<PassedFiles> files = nullptr);
    /// Writes as much of the queue as goes, and starts an operation for what does not go at once.
    [[nodiscard]] Result<void> writeQueued();
    /// The operation has completed.
    [[nodiscard]] Result<void> completed(const Completion& completion);
    /// The connection ends: drops queued payloads and reports that, except those in flight.
    void discardQueued();

    /// An operation is in flight.
    [[nodiscard]] bool isWriting() const { return m_isWriting; }
    [[nodiscard]] bool isEmpty() const { return m_queue.empty(); }
    /// The peer takes nothing any more.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// Bytes of memory that wait, about.
    [[nodiscard]] std::size_t cost() const { return m_queue.cost(); }
    /// Bytes of payload that were given up.
    [[nodiscard]] std::uint64_t discardedBytes() const { return m_discardedBytes; }

private:
    void passFrontFiles();
    void writeAllAtOnce();
    bool writeAtOnce(std::span<const ByteView> batch);
    Result<void> failed(OperationId operation, const Error& error, bool outcomeUnknown);

    Channel& m_channel;
    ConnectionEvents& m_events;
    PipeMode m_mode;
    WriteQueue m_queue;
    bool m_isWriting = false;
    bool m_isBroken = false;
    std::uint64_t m_discardedBytes = 0;
};

} // namespace pipecore
