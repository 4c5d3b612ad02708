#include "journal_writer.h"

#include <algorithm>
#include <utility>

namespace pipecore {

namespace {

// Large enough that the calls do not count, small enough that the events are still in the processor's
// cache when they are counted.
constexpr std::size_t sliceSize = std::size_t{256} * 1024;
// Memory that very large comments and lifecycle rows needed is released.
constexpr std::size_t keptBuffer = std::size_t{1024} * 1024;

} // namespace

Result<void> JournalWriter::begin()
{
    m_encoder.begin(m_buffer.buffer());
    auto written = write();
    if (written) {
        showRows();
    }
    return written;
}

void JournalWriter::take(std::span<const Event> events)
{
    takeAll(events);
    if (const std::vector<Event> dropped = m_dropped.take(); !dropped.empty()) {
        takeAll(dropped);
    }
}

void JournalWriter::takeAll(std::span<const Event> events)
{
    std::size_t first = 0;
    for (std::size_t i = 0; i < events.size(); ++i) {
        if (m_problem) {
            m_encoder.observe(events[i]);
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
        dropEvents(events.subspan(first));
    }
}

void JournalWriter::flush(std::span<const Event> events)
{
    if (const auto written = write(); !written) {
        pause(written.error());
        return dropEvents(events);
    }
    for (const Event& event : events) {
        m_dropped.note(event);
    }
    // The facts have the connection and endpoint of every visible row: a filter evaluates it only once.
    m_facts.apply(events);
    showRows();
}

/// Makes the written rows visible.
void JournalWriter::showRows()
{
    const std::scoped_lock lock(m_visible.mutex);
    m_encoder.commit();
    m_visible.rows = m_index.rowCount();
    m_visible.fileBytes = m_end;
}

bool JournalWriter::annotate(std::span<const WrittenAnnotation> annotations)
{
    if (m_problem) {
        return false;
    }
    for (const WrittenAnnotation& annotation : annotations) {
        writeAnnotation(m_buffer.buffer(), RecordEncoder::eventsInterface, annotation);
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
    auto written = m_file->writeAllAt(m_end, m_buffer.pieces());
    if (written) {
        m_end += m_buffer.size();
    } else {
        m_encoder.rollback();
    }
    m_buffer.clear(keptBuffer);
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

void JournalWriter::giveUp(Error error)
{
    m_problem = std::move(error);
    m_gaveUp = true;
}

/// Events take effect although they are not written; the row of the gap reports the loss.
void JournalWriter::dropEvents(std::span<const Event> events)
{
    const auto isDropped = [](const Event& event) {
        return std::holds_alternative<Dropped>(event.body);
    };
    for (const Event& event : events) {
        if (const auto* dropped = std::get_if<Dropped>(&event.body); dropped != nullptr) {
            // Of messages whose own rows are written.
            m_gap.count += dropped->count;
            m_gap.bytes += dropped->bytes;
            m_gapNs = event.wallNs;
        } else if (isRow(event.body)) {
            countLost(event);
        }
    }
    for (auto rest = events; !rest.empty();) {
        const auto end = std::ranges::find_if(rest, isDropped);
        const auto count = static_cast<std::size_t>(end - rest.begin());
        m_facts.apply(rest.first(count));
        rest = rest.subspan(std::min(count + 1, rest.size()));
    }
}

void JournalWriter::countLost(const Event& event)
{
    ++m_lostRecords;
    ++m_gap.count;
    m_gapNs = event.wallNs;
    if (const auto* const message = std::get_if<Message>(&event.body)) {
        m_gap.bytes += message->length;
    }
}

void JournalWriter::retry(bool now)
{
    if (!m_problem || m_gaveUp || (!now && Clock::now() < m_nextRetry)) {
        return;
    }
    m_nextRetry = Clock::now() + retryInterval;
    // Otherwise a shorter row would leave the rest of a partial write behind it.
    if (const auto cut = m_file->truncate(m_end); !cut) {
        m_problem = cut.error();
        return;
    }
    if (m_gap.count != 0 && !writeGap()) {
        return;
    }
    // When all that failed were marks and comments nothing is missing: they are still to be written.
    m_problem.reset();
}

/// Writes the row of the loss; false if that fails, too.
bool JournalWriter::writeGap()
{
    Event gap;
    gap.wallNs = m_gapNs;
    gap.body = m_gap;
    m_encoder.encode(gap, m_buffer, m_end);
    if (const auto written = write(); !written) {
        pause(written.error());
        return false;
    }
    m_facts.apply(gap);
    showRows();
    m_gap = {};
    return true;
}

} // namespace pipecore
