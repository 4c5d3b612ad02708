#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/engine/event_queue.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace pipecore {

/// Target of a recording other than a file: another program, through a pipe.
class RecordStream
{
public:
    RecordStream() = default;
    RecordStream(const RecordStream&) = delete;
    RecordStream& operator=(const RecordStream&) = delete;
    virtual ~RecordStream() = default;

    /// Returns when all is taken. Errors: PeerClosed without a reader, and other errors of the
    /// system. One thread.
    [[nodiscard]] virtual Result<void> write(ByteView bytes) = 0;
    /// True if the reader is known to be gone without a write. The writing thread.
    [[nodiscard]] virtual bool isReaderGone() { return false; }
    /// From here on write() waits for a slow reader only briefly. Any thread.
    virtual void shortenWriteTimeout() {}
};

/// Takes events from a queue on a thread of its own and writes them as pcapng to a stream, each batch
/// as it comes, and a row for events the queue dropped. It keeps no rows, so memory does not grow
/// with them. A slow reader fills the queue, as intended; without a reader, events are taken and
/// dropped.
class StreamRecorder
{
public:
    /// `queue` is not owned, must outlive the recorder, and has no other consumer. `ended` is called
    /// once on the recorder's thread when nothing can be written any more.
    StreamRecorder(EventQueue& queue, std::unique_ptr<RecordStream> stream,
                   std::function<void()> ended);
    StreamRecorder(const StreamRecorder&) = delete;
    StreamRecorder& operator=(const StreamRecorder&) = delete;
    /// stop()s.
    ~StreamRecorder();

    /// Starts the thread, which writes the start of the session first. Call once. Errors: Resources
    /// when the system has no thread left.
    [[nodiscard]] Result<void> start();
    /// Writes the waiting events and joins the thread. Idempotent.
    void stop();

    struct Status
    {
        std::uint64_t rows = 0;       ///< written
        std::optional<Error> problem; ///< why nothing is written any more
    };
    /// Any thread.
    [[nodiscard]] Status status() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace pipecore
