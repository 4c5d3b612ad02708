#include "session/journal_writer.h"

#include "session/lifecycle_codec.h"

#include <algorithm>
#include <utility>

namespace pipecore {

namespace {

// Large enough that the calls do not count, small enough that the events are still in the processor's
// cache when they are counted.
constexpr std::size_t sliceSize = std::size_t{256} * 1024;
// What a very large message made of the buffer is given back.
constexpr std::size_t keptBuffer = std::size_t{16} * 1024 * 1024;

} // namespace

Result<void> JournalWriter::begin()
{
    m_encoder.begin(m_buffer);
    auto written = write();
    if (written) {
        m_encoder.commit();
    }
    return written;
}

void JournalWriter::take(std::span<const Event> events)
{
    std::size_t first = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        m_dropped.note(events[i]);
        if (m_problem) {
            m_encoder.observe(events[i]);
            lose(events[i]);
            continue;
        }
        m_encoder.encode(events[i], m_buffer, m_end);
        if (m_buffer.size() >= sliceSize) {
            flush(events.subspan(first, i + 1 - first));
            first = i + 1;
        }
    }
    if (!m_problem) {
        flush(events.subspan(first));
    } else {
        m_facts.apply(events.subspan(first));
    }
    if (const std::vector<Event> dropped = m_dropped.take(); !dropped.empty()) {
        take(dropped);
    }
}

void JournalWriter::flush(std::span<const Event> events)
{
    const auto written = write();
    if (!written) {
        pause(written.error());
        for (const Event& event : events) {
            lose(event);
        }
    }
    // Who sees a row finds its connection and endpoint in the facts: a filter judges it only once.
    m_facts.apply(events);
    if (written) {
        m_encoder.commit();
    }
}

bool JournalWriter::annotate(std::span<const WrittenAnnotation> annotations)
{
    if (m_problem) {
        return false;
    }
    for (const WrittenAnnotation& annotation : annotations) {
        writeAnnotation(m_buffer, RecordEncoder::eventsInterface, annotation);
    }
    if (const auto written = write(); !written) {
        pause(written.error());
        return false;
    }
    return true;
}

/// Appends the buffer to the file, and then its rows can be made known; or forgets them.
Result<void> JournalWriter::write()
{
    if (m_buffer.empty()) {
        return {};
    }
    auto written = m_file->writeAt(m_end, m_buffer.view());
    if (written) {
        m_end += m_buffer.size();
    } else {
        m_encoder.rollback();
    }
    m_buffer.clear();
    m_buffer.shrinkAbove(keptBuffer);
    return written;
}

void JournalWriter::pause(const Error& error)
{
    m_problem = error;
    m_nextRetry = Clock::now() + retryInterval;
    // When even this fails it is done before the next attempt.
    if (const auto cut = m_file->truncate(m_end); !cut) {
        m_problem->detail += "; " + describe(cut.error());
    }
}

void JournalWriter::lose(const Event& event)
{
    if (!recordKindOf(event)) {
        return;
    }
    ++m_lostRecords;
    ++m_gap.count;
    m_gapNs = event.wallNs;
    if (const auto* data = std::get_if<Data>(&event.body); data != nullptr) {
        m_gap.bytes += data->payload.size() + data->droppedBytes;
    }
}

void JournalWriter::retry(bool now)
{
    if (!m_problem || (!now && Clock::now() < m_nextRetry)) {
        return;
    }
    m_nextRetry = Clock::now() + retryInterval;
    // What half a write left behind would otherwise stick out behind a shorter row.
    if (const auto cut = m_file->truncate(m_end); !cut) {
        m_problem = cut.error();
        return;
    }
    Event gap;
    gap.wallNs = m_gapNs;
    gap.body = m_gap;
    m_encoder.encode(gap, m_buffer, m_end);
    if (const auto written = write(); !written) {
        return pause(written.error());
    }
    m_facts.apply(gap);
    m_encoder.commit();
    m_problem.reset();
    m_gap = {};
}

} // namespace pipecore
