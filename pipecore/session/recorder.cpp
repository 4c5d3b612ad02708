#include "journal_writer.h"
#include "pipecore/base/thread_start.h"
#include "pipecore/base/translatable.h"
#include "pipecore/files/partial_file.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/annotations.h"
#include "pipecore/session/row_reader.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stored_rows.h"

#include <cassert>
#include <mutex>
#include <thread>

namespace pipecore {

class Recorder::Impl
{
public:
    Impl(EventQueue& eventQueue, CreateFunction createFile)
        : queue(eventQueue)
        , create(std::move(createFile))
    {}

    void loop();
    void writeAnnotations();
    void lookAtFile(bool now);
    void publishStatus();

    EventQueue& queue;
    CreateFunction create;
    std::chrono::milliseconds flushInterval{defaultFlushInterval};
    RowIndex index;
    SessionFacts facts;
    Annotations annotations;
    std::uint64_t noted = 0;               ///< revision of them in the file; the thread's
    std::unique_ptr<JournalWriter> writer; ///< the thread's, once it runs
    std::unique_ptr<ReadableFile> reader;
    std::thread thread;
    std::atomic<bool> stopping{false};
    std::optional<Error> harm; ///< what others did to the file; the thread's
    std::chrono::steady_clock::time_point nextLook;

    VisibleRows visible;           ///< its mutex guards what follows, too
    Status status;                 ///< without fileBytes, which is visible.fileBytes
    std::uint64_t notedInFile = 0; ///< revision of the annotations in these bytes
};

/// Marks and comments that were made since go to the journal like rows do.
void Recorder::Impl::writeAnnotations()
{
    const std::uint64_t revision = annotations.revision();
    if (revision == noted) {
        return;
    }
    std::vector<WrittenAnnotation> changed;
    const std::uint64_t rows = index.rowCount();
    for (Annotations::Entry& entry : annotations.changedSince(noted)) {
        if (entry.row < rows) {
            changed.push_back({.row = entry.row,
                               .back = rows - entry.row,
                               .timeNs = index.row(entry.row).wallNs,
                               .annotation = std::move(entry.annotation)});
        }
    }
    if (writer->annotate(changed)) {
        noted = revision;
    }
}

/// Others may shorten the file or take it away while it is written: rows that were recorded are gone
/// then, and nobody would hear of it before the session is opened again.
void Recorder::Impl::lookAtFile(bool now)
{
    constexpr std::chrono::milliseconds interval{500};
    const auto time = std::chrono::steady_clock::now();
    if (harm || (!now && time < nextLook)) {
        return;
    }
    nextLook = time + interval;
    const auto size = reader->size();
    if (size && *size < writer->fileBytes()) {
        harm = refusePhrase({PIPECORE_TR("ErrorDetail", "Another program truncated %1 to %2 bytes; "
                                                        "%3 bytes had been recorded"),
                             {pathText(status.journal), std::to_string(*size),
                              std::to_string(writer->fileBytes())}},
                            ErrorKind::Corrupt)
                   .error();
        writer->giveUp(*harm);
    } else if (!reader->isAt(status.journal)) {
        harm =
            refusePhrase({PIPECORE_TR("ErrorDetail", "Another program removed or replaced %1; save "
                                                     "the session to keep what was recorded"),
                          {pathText(status.journal)}},
                         ErrorKind::NotFound)
                .error();
    }
}

void Recorder::Impl::loop()
{
    // An idle recorder looks up this often to see that it should stop.
    constexpr std::chrono::milliseconds idle{50};
    for (;;) {
        const bool last = stopping.load(std::memory_order_acquire);
        EventBatch batch = last ? queue.take() : queue.waitAndTake(idle, flushInterval);
        const bool nothing = batch.events.empty();
        writer->take(batch.events);
        queue.recycle(std::move(batch));
        lookAtFile(last && nothing);
        writer->retry(last);
        writeAnnotations();
        publishStatus();
        if (last && nothing) {
            return;
        }
    }
}

void Recorder::Impl::publishStatus()
{
    const std::scoped_lock lock(visible.mutex);
    visible.fileBytes = writer->fileBytes();
    status.lostRecords = writer->lostRecords();
    status.problem = writer->problem() ? writer->problem() : harm;
    notedInFile = noted;
}

Recorder::Recorder(EventQueue& queue) : Recorder(queue, &WritableFile::create) {}

Recorder::Recorder(EventQueue& queue, CreateFunction create)
    : m_impl(std::make_unique<Impl>(queue, std::move(create)))
{}

Recorder::~Recorder()
{
    stop();
}

void Recorder::setFlushInterval(std::chrono::milliseconds interval)
{
    m_impl->flushInterval = std::clamp(interval, std::chrono::milliseconds{0},
                                       std::chrono::milliseconds{maxFlushInterval});
}

Result<void> Recorder::start(const std::filesystem::path& journal)
{
    assert(!m_impl->reader);
    auto file = m_impl->create(journal);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto abandon = [&](const Error& error) {
        m_impl->reader.reset();
        m_impl->writer.reset();
        std::error_code ignored;
        std::filesystem::remove(journal, ignored);
        return std::unexpected(error);
    };
    m_impl->writer = std::make_unique<JournalWriter>(std::move(*file), m_impl->index, m_impl->facts,
                                                     m_impl->visible);
    if (const auto begun = m_impl->writer->begin(); !begun) {
        return abandon(begun.error());
    }
    auto reader = ReadableFile::open(journal);
    if (!reader) {
        return abandon(reader.error());
    }
    m_impl->reader = std::move(*reader);
    m_impl->status.journal = journal;
    m_impl->publishStatus();
    if (const auto started =
            startThread(m_impl->thread, "the recording", [impl = m_impl.get()] { impl->loop(); });
        !started) {
        return abandon(started.error());
    }
    return {};
}

void Recorder::stop()
{
    if (!m_impl->thread.joinable()) {
        return;
    }
    m_impl->stopping.store(true, std::memory_order_release);
    m_impl->queue.interrupt();
    m_impl->thread.join();
    m_impl->writer.reset();
}

Recorder::Status Recorder::status() const
{
    const std::scoped_lock lock(m_impl->visible.mutex);
    Status status = m_impl->status;
    status.fileBytes = m_impl->visible.fileBytes;
    return status;
}

Result<std::uint64_t> Recorder::saveCopy(const std::filesystem::path& target,
                                         const std::function<bool(double)>& progress) const
{
    if (!m_impl->reader) {
        return refuse("No recording is running", ErrorKind::Stopped);
    }
    std::unique_lock lock(m_impl->visible.mutex);
    const std::uint64_t size = m_impl->visible.fileBytes;
    const std::uint64_t rows = m_impl->visible.rows;
    const std::uint64_t notedInCopy = m_impl->notedInFile;
    lock.unlock();

    auto copy = PartialFile::create(target, m_impl->reader.get(), NewFile::Recording);
    if (!copy) {
        return std::unexpected(copy.error());
    }
    if (const auto copied = appendCopy(*copy, *m_impl->reader, size, progress); !copied) {
        return std::unexpected(copied.error());
    }
    ByteBuffer notes;
    encodeAnnotations(notes, {.events = 0}, *this, rows,
                      m_impl->annotations.changedSince(notedInCopy));
    if (const auto written = copy->append(notes.view()); !written) {
        return std::unexpected(written.error());
    }
    if (const auto finished = copy->finish(); !finished) {
        return std::unexpected(finished.error());
    }
    return rows;
}

std::uint64_t Recorder::rowCount() const
{
    return m_impl->index.rowCount();
}

Result<Record> Recorder::read(std::uint64_t row, std::size_t payloadLimit) const
{
    if (!m_impl->reader) {
        return refuse("No recording yet");
    }
    return readRow(*m_impl->reader, m_impl->index, row, payloadLimit);
}

RecordSource::RowHead Recorder::head(std::uint64_t row) const
{
    return rowHead(m_impl->index, row);
}

const SessionFacts& Recorder::facts() const
{
    return m_impl->facts;
}

Annotations* Recorder::annotations() const
{
    return &m_impl->annotations;
}

std::optional<StoredRows> Recorder::stored() const
{
    if (!m_impl->reader) {
        return std::nullopt;
    }
    const std::scoped_lock lock(m_impl->visible.mutex);
    return StoredRows{.file = *m_impl->reader,
                      .index = m_impl->index,
                      .goodBytes = m_impl->visible.fileBytes,
                      .goodRows = m_impl->visible.rows,
                      .notedInFile = m_impl->notedInFile,
                      .appendPlace = {.events = 0},
                      .isOurs = true};
}

} // namespace pipecore
