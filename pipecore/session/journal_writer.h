#pragma once

#include "dropped_payloads.h"
#include "pipecore/files/file.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/session.h"
#include "record_encoder.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace pipecore {

/// Rows of a recording that readers see, and how far into the file they go. Both change together, so that
/// a copy has each row that somebody has seen. Any thread, with the mutex.
struct VisibleRows
{
    mutable std::mutex mutex;
    std::uint64_t rows = 0;
    std::uint64_t fileBytes = 0;
};

/// Writes batches of events to a journal, and keeps counting when the device does not take them.
/// One thread.
///
/// Whole rows are written at once and are in the index when they are in the file. After an error
/// the file is cut back to its last whole row, and nothing is written until a retry succeeds; the
/// first thing then is a row that says what was lost. Payloads that the queue dropped are counted in a
/// row after those of their messages.
class JournalWriter
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::milliseconds retryInterval{500};
    /// Payloads of fewer bytes are copied: to say where they are would cost more.
    static constexpr std::size_t copiedBelow = 1024;

    /// `index`, `facts` and `visible` are not owned.
    JournalWriter(std::unique_ptr<WritableFile> file, RowIndex& index, SessionFacts& facts,
                  VisibleRows& visible)
        : m_file(std::move(file))
        , m_index(index)
        , m_encoder(index)
        , m_facts(facts)
        , m_visible(visible)
    {}

    /// Writes the start of the file.
    [[nodiscard]] Result<void> begin();
    /// The payloads of `events` are written from where they are.
    void take(std::span<const Event> events);
    /// Tries again when it is time to, or when `now`.
    void retry(bool now);

    /// Nothing is written any more: what is in the file is not what was written. Rows are counted as
    /// lost from here on.
    void giveUp(Error error);

    /// Writes marks and comments. False when they could not be written now.
    [[nodiscard]] bool annotate(std::span<const WrittenAnnotation> annotations);

    [[nodiscard]] std::uint64_t fileBytes() const { return m_end; }
    [[nodiscard]] std::uint64_t lostRecords() const { return m_lostRecords; }
    [[nodiscard]] const std::optional<Error>& problem() const { return m_problem; }

private:
    void takeAll(std::span<const Event> events);
    void flush(std::span<const Event> events);
    [[nodiscard]] Result<void> write();
    void showRows();
    void pause(const Error& error);
    void dropEvents(std::span<const Event> events);
    void countLost(const Event& event);
    [[nodiscard]] bool writeGap();

    std::unique_ptr<WritableFile> m_file;
    RowIndex& m_index;
    RecordEncoder m_encoder;
    SessionFacts& m_facts;
    VisibleRows& m_visible;
    GatheredBytes m_buffer{copiedBelow}; ///< refers to payloads only inside take()
    std::uint64_t m_end = 0;             ///< of the last whole row in the file
    std::uint64_t m_lostRecords = 0;
    std::optional<Error> m_problem;
    Clock::time_point m_nextRetry;
    bool m_gaveUp = false;
    Dropped m_gap;
    std::int64_t m_gapNs = 0;
    DroppedPayloads m_dropped; ///< of the events of this batch that are written
};

} // namespace pipecore
