#include "pipecore/session/stream_recorder.h"

#include "dropped_payloads.h"
#include "pipecore/base/thread_start.h"
#include "record_encoder.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

namespace pipecore {

namespace {

// Large enough that the calls do not count, small enough to be on its way at once.
constexpr std::size_t sliceSize = std::size_t{256} * 1024;
constexpr std::size_t keptBuffer = std::size_t{16} * 1024 * 1024;

} // namespace

class StreamRecorder::Impl
{
public:
    Impl(EventQueue& eventQueue, std::unique_ptr<RecordStream> recordStream,
         std::function<void()> whenEnded)
        : queue(eventQueue)
        , stream(std::move(recordStream))
        , ended(std::move(whenEnded))
    {}

    void loop()
    {
        // How soon it is seen that the reader is gone, and that this should stop.
        constexpr std::chrono::milliseconds idle{50};
        for (;;) {
            const bool last = stopping.load(std::memory_order_acquire);
            const EventBatch batch = last ? queue.take() : queue.waitAndTake(idle);
            take(batch.events);
            if (batch.events.empty() && !hasEnded && stream->isReaderGone()) {
                end({.kind = ErrorKind::PeerClosed, .api = {}, .detail = {}});
            }
            if (last && batch.events.empty()) {
                return;
            }
        }
    }

    void take(std::span<const Event> events)
    {
        if (hasEnded) {
            return;
        }
        for (const Event& event : events) {
            dropped.note(event);
            if (!encode(event)) {
                return;
            }
        }
        for (const Event& event : dropped.take()) {
            if (!encode(event)) {
                return;
            }
        }
        flush();
    }

    bool encode(const Event& event)
    {
        encoder.encode(event, buffer, 0);
        return buffer.size() < sliceSize || flush();
    }

    bool flush()
    {
        if (buffer.empty()) {
            return true;
        }
        const auto written = stream->write(buffer.buffer().view());
        buffer.clear(keptBuffer);
        if (!written) {
            end(written.error());
            return false;
        }
        index.publishWithoutRows();
        const std::scoped_lock lock(mutex);
        status.rows = index.addedRows();
        return true;
    }

    void end(const Error& error)
    {
        hasEnded = true;
        {
            const std::scoped_lock lock(mutex);
            status.problem = error;
        }
        ended();
    }

    EventQueue& queue;
    std::unique_ptr<RecordStream> stream;
    std::function<void()> ended;
    RowIndex index;
    RecordEncoder encoder{index};
    GatheredBytes buffer{GatheredBytes::never}; ///< a stream takes one piece at a time
    DroppedPayloads dropped;                    ///< of the events of this batch
    bool hasEnded = false;                      ///< the thread's
    std::thread thread;
    std::atomic<bool> stopping{false};

    mutable std::mutex mutex; ///< guards status
    Status status;
};

StreamRecorder::StreamRecorder(EventQueue& queue, std::unique_ptr<RecordStream> stream,
                               std::function<void()> ended)
    : m_impl(std::make_unique<Impl>(queue, std::move(stream), std::move(ended)))
{}

StreamRecorder::~StreamRecorder()
{
    stop();
}

Result<void> StreamRecorder::start()
{
    m_impl->encoder.begin(m_impl->buffer.buffer()); // goes out with the first round
    return startThread(m_impl->thread, "the recording", [impl = m_impl.get()] { impl->loop(); });
}

void StreamRecorder::stop()
{
    if (!m_impl->thread.joinable()) {
        return;
    }
    m_impl->stream->shortenWriteTimeout();
    m_impl->stopping.store(true, std::memory_order_release);
    m_impl->thread.join();
}

StreamRecorder::Status StreamRecorder::status() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->status;
}

} // namespace pipecore
