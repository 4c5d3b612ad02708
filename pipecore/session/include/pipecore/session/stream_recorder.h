#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/engine/event_queue.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

namespace pipecore {

/// Where a recording goes that is no file: another program, through a pipe.
class RecordStream
{
public:
    RecordStream() = default;
    RecordStream(const RecordStream&) = delete;
    RecordStream& operator=(const RecordStream&) = delete;
    virtual ~RecordStream() = default;

    /// Returns when all is taken. Errors: PeerClosed when nobody reads any more, what else the system
    /// says. One thread.
    [[nodiscard]] virtual Result<void> write(ByteView bytes) = 0;
    /// Nobody reads any more, as far as that can be seen without writing. The writing thread.
    [[nodiscard]] virtual bool isReaderGone() { return false; }
    /// From here on write() waits for a slow reader only briefly. Any thread.
    virtual void shortenWriteTimeout() {}
};

/// Takes events from a queue on a thread of its own and writes them as pcapng to a stream, each batch
/// as it comes, and a row for what the queue did not keep. There is nothing to read back, so memory does not grow with the rows. A slow reader
/// fills the queue, which is what the queue is for; when there is no reader any more, events are
/// taken and forgotten.
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
    /// Writes what is waiting in the queue and joins the thread. Idempotent.
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
