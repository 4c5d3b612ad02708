#include "framed_notes.h"

#include "pipecore/analysis/framed_rows.h"

namespace pipecore {

namespace {

/// All that several rows of one frame say.
Annotation joined(const std::map<std::uint64_t, Annotation>& notes)
{
    Annotation all;
    for (const auto& [row, note] : notes) {
        all.marked = all.marked || note.marked;
        if (!note.comment.empty()) {
            all.comment += (all.comment.empty() ? "" : "\n") + note.comment;
        }
    }
    return all;
}

} // namespace

FramedNotes::FramedNotes(const FramedRows& frames, Annotations& notes)
    : m_frames(frames)
    , m_session(notes)
{
    m_notes.setListener(
        [this](std::uint64_t frame, const Annotation& annotation) { pass(frame, annotation); });
}

Annotations* FramedNotes::current()
{
    const std::scoped_lock lock(m_mutex);
    const std::uint64_t revision = m_session.revision();
    const std::uint64_t rows = m_frames.rowCount();
    if (m_taken != revision) {
        for (const Annotations::Entry& entry : m_session.changedSince(m_taken)) {
            m_waiting.insert_or_assign(entry.row, entry.annotation);
        }
        m_taken = revision;
    } else if (m_waiting.empty() || rows == m_rowsAtLast) {
        return &m_notes;
    }
    m_rowsAtLast = rows;
    std::erase_if(m_waiting,
                  [this](const auto& entry) { return takeOver(entry.first, entry.second); });
    return &m_notes;
}

bool FramedNotes::takeOver(std::uint64_t sessionRow, const Annotation& annotation)
{
    const auto passed = m_passedTo.find(sessionRow);
    const auto frame =
        passed != m_passedTo.end() ? std::optional(passed->second) : m_frames.frameOf(sessionRow);
    if (!frame) {
        return annotation.isEmpty();
    }
    auto& sources = m_sources[*frame];
    if (annotation.isEmpty()) {
        sources.erase(sessionRow);
    } else {
        sources.insert_or_assign(sessionRow, annotation);
    }
    // It was small enough for the session.
    (void)m_notes.take(*frame, joined(sources));
    return true;
}

void FramedNotes::pass(std::uint64_t frame, const Annotation& annotation)
{
    const std::scoped_lock lock(m_mutex);
    auto& sources = m_sources[frame];
    const RowSources reads = m_frames.sources(frame, 0);
    const std::uint64_t target = !sources.empty()  ? sources.begin()->first
                                 : reads.count > 0 ? reads.last.row
                                                   : m_frames.sessionRow(frame);
    for (const auto& [row, note] : sources) {
        if (row != target) {
            (void)m_session.set(row, {});
        }
    }
    sources.clear();
    if (!annotation.isEmpty()) {
        sources.emplace(target, annotation);
    }
    m_passedTo[target] = frame;
    (void)m_session.set(target, annotation);
}

} // namespace pipecore
