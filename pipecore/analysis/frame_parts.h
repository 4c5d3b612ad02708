#pragma once

#include "pipecore/framing/reassembler.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stable_array.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace pipecore {

/// A frame, by the end of its bytes: most are found by going back from there.
struct FrameEnd
{
    ConnectionId connection;
    Direction direction = Direction::Received;
    std::uint64_t size = 0; ///< bytes of the stream
    std::uint64_t row = 0;  ///< of the session
    /// In the row's payload, behind the frame's last byte; 0: with the last row of the stream before.
    std::uint64_t place = 0;
};

/// Places of frames whose rows lie so far apart that going through all rows between would take long: now and then
/// the row of a byte. A frame of a million reads, or one that others have interrupted for hours, is opened as fast as
/// a small one. One thread adds, any thread reads what was published.
class LongFrames
{
public:
    /// Rows of the session that are gone through at once.
    static constexpr std::uint64_t maxWalk = 1024;

    /// The row in which a byte of a frame is the first one of that frame.
    struct Mark
    {
        std::uint64_t row = 0;
        std::uint64_t offset = 0; ///< bytes of the frame before
    };
    /// A frame before its number is known.
    struct Marks
    {
        std::vector<Mark> marks;     ///< empty for a frame that is short
        std::uint64_t place = 0;     ///< of its first byte, in the payload of its first row
        std::uint64_t lastRow = 0;   ///< that has bytes of it
        std::uint64_t partCount = 0; ///< 0: not known
    };
    [[nodiscard]] static Marks marksOf(const Frame& frame);

    /// Adds a frame; rows come in ascending order. False without room for it.
    [[nodiscard]] bool add(std::uint64_t row, const Marks& marks);
    void publish();

    /// A frame that was added.
    struct Entry
    {
        std::uint64_t row = 0; ///< of the frames
        std::uint64_t place = 0;
        std::uint64_t lastRow = 0;
        std::uint64_t partCount = 0;
        std::uint64_t firstMark = 0;
        std::uint64_t markCount = 0;
    };
    [[nodiscard]] const Entry& of(std::uint64_t row) const;
    [[nodiscard]] const Mark& mark(std::uint64_t number) const { return m_marks[number]; }

private:
    StableArray<Entry, 256> m_entries;
    StableArray<Mark, 256> m_marks;
};

/// Goes through the rows of a session that have the bytes of a frame. One thread.
class PartWalk
{
public:
    /// A frame whose rows are near each other: found when this returns.
    PartWalk(const RecordSource& rows, const FrameEnd& frame);
    /// One of `frames`; found step by step. None is owned.
    PartWalk(const RecordSource& rows, const FrameEnd& frame, const LongFrames& frames,
             const LongFrames::Entry& entry);

    /// The next part; empty behind the last one.
    [[nodiscard]] std::optional<FramePart> next();

private:
    [[nodiscard]] std::optional<FramePart> nextOfLong();

    const RecordSource& m_rows;
    const FrameEnd m_frame;
    std::vector<FramePart> m_parts; ///< of a short frame
    std::size_t m_at = 0;           ///< in m_parts

    const LongFrames* m_long = nullptr; ///< null: the frame is short
    LongFrames::Entry m_entry;
    std::uint64_t m_row = 0;    ///< to be looked at next
    std::uint64_t m_offset = 0; ///< bytes of the frame before
    std::uint64_t m_mark = 0;   ///< the next one, from 0
};

} // namespace pipecore
