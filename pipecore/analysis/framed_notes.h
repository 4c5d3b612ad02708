#pragma once

#include "pipecore/session/annotations.h"

#include <cstdint>
#include <map>
#include <mutex>

namespace pipecore {

class FramedRows;

/// Marks and comments of a session's rows, on the frames that stand for them, and the other way round.
/// Any thread.
class FramedNotes
{
public:
    /// Takes no ownership; both live longer.
    FramedNotes(const FramedRows& frames, Annotations& notes);

    /// Those of the frames, with what was noted in the session since the last call.
    [[nodiscard]] Annotations* current();

private:
    /// Takes over what the session says of a row; false while no frame stands for it.
    [[nodiscard]] bool takeOver(std::uint64_t sessionRow, const Annotation& annotation);
    /// Somebody noted a frame: the session has to know.
    void pass(std::uint64_t frame, const Annotation& annotation);

    const FramedRows& m_frames;
    Annotations& m_session;
    Annotations m_notes;

    std::mutex m_mutex;             ///< guards all below
    std::uint64_t m_taken = 0;      ///< revision of m_session
    std::uint64_t m_rowsAtLast = 0; ///< frames when waiting ones were last looked for
    std::map<std::uint64_t, Annotation> m_waiting; ///< by row of the session
    /// By frame, what the rows of the session say that it stands for.
    std::map<std::uint64_t, std::map<std::uint64_t, Annotation>> m_sources;
    std::map<std::uint64_t, std::uint64_t> m_passedTo; ///< frames of rows that were noted from here
};

} // namespace pipecore
