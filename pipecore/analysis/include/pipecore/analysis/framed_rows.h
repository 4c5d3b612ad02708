#pragma once

#include "pipecore/framing/reassembler.h"
#include "pipecore/session/row_scan.h"
#include "pipecore/session/session.h"
#include "pipecore/session/stable_array.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pipecore {

class FramedNotes;
class LongFrames;
class PartWalk;

/// The rows of a session that have the bytes of a row of FramedRows.
struct RowSources
{
    std::vector<FramePart> first{}; ///< in order; not more than were asked for
    FramePart last{};
    std::uint64_t count = 0; ///< 0: it has no bytes
};

/// The rows of a session with frames in place of the reads and writes of byte streams: filters,
/// statistics, exports and the log take it like any other source.
///
/// A frame is a row of its own, at the time and place of the row with which its end was known: that of
/// its last byte, or a later one when the bytes after it had to be seen (a wrong length). Its payload
/// is the frame's content, or the whole frame where the header says more than a length (isShownWhole()),
/// and where it is malformed: Record::problem says how. All other rows, and those of streams without a
/// rule, stay as they are. What a stream ends with that is no whole frame is a row with
/// Message::continues, before the row of the connection's end.
///
/// Marks and comments of a row show on the first frame that has its end, and those of a frame are kept
/// with the row of its last byte.
///
/// update() takes rows in on one thread; any thread reads what it has taken in, without a lock. Memory:
/// bytesPerRow, 16 bytes more for a frame that is malformed or whose end was known late, 64 for one whose
/// rows lie more than a thousand apart, and 16 for each further thousand; for each open stream the frame
/// that has begun. A row is read in proportion to the bytes that are asked for, however many reads brought it.
class FramedRows final : public RecordSource
{
public:
    /// Rule for the streams of an endpoint; empty: its rows stay as they are. On the thread of update().
    using RuleOf = std::function<std::optional<FramingRule>(const EndpointFacts&)>;
    static constexpr std::size_t bytesPerRow = 16;

    /// `rows` is not owned.
    FramedRows(const RecordSource& rows, RuleOf ruleOf);
    ~FramedRows() override;

    /// Takes in the rows that were added since. `shouldContinue` is asked now and then with the number of
    /// rows taken in, and stops by returning false (error Cancelled; the next call goes on). Other errors as
    /// RecordSource::read(). One thread.
    [[nodiscard]] Result<void>
    update(const std::function<bool(std::uint64_t)>& shouldContinue = {});
    /// Ends the streams that are open, when nothing comes after what was taken in: a file. What they end
    /// with becomes a row each, at the time of its last byte. The thread of update(), after the last
    /// call of that.
    void finish();
    /// Rows of the session that were taken in. The thread of update().
    [[nodiscard]] std::uint64_t takenRows() const { return m_taken; }

    /// Whether a row is a frame.
    [[nodiscard]] bool isFrame(std::uint64_t row) const;
    /// The rows of the session that have the bytes of a row, and which of them: its own for a row that
    /// stayed as it was. `row` is smaller than rowCount().
    [[nodiscard]] std::vector<FramePart> parts(std::uint64_t row) const;
    /// The first `limit` of them, the last one and how many they are: takes time in proportion to `limit`, but for
    /// frames of more than a million parts.
    [[nodiscard]] RowSources sources(std::uint64_t row, std::size_t limit) const;
    /// The row of the session with which a row is shown. `row` is smaller than rowCount().
    [[nodiscard]] std::uint64_t sessionRow(std::uint64_t row) const { return m_rows[row].row; }
    /// The first row that is shown with this row of the session or behind it; rowCount() when none is
    /// (yet).
    [[nodiscard]] std::uint64_t rowOf(std::uint64_t sessionRow) const;
    /// The row that stands for this row of the session: the row itself, or the first frame of its stream
    /// that has its last byte or ends in it. Empty when there is none (yet).
    [[nodiscard]] std::optional<std::uint64_t> frameOf(std::uint64_t sessionRow) const;
    /// The frame that has the last byte of this row of the session; empty when there is none (yet), and for a row that
    /// stays as it is.
    [[nodiscard]] std::optional<std::uint64_t> lastFrameOf(std::uint64_t sessionRow) const;

    [[nodiscard]] std::uint64_t rowCount() const override { return m_rows.size(); }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const SessionFacts& facts() const override { return m_source.facts(); }
    /// Those of the session's rows, on the rows here. Null when the session keeps none.
    [[nodiscard]] Annotations* annotations() const override;

private:
    /// Where a row's bytes end, and how many they are. A row of the session that stayed as it was has
    /// nothing but its number.
    struct Entry
    {
        std::uint64_t
            row : 35 {}; ///< of the session, with which it is shown; never less than before
        std::uint64_t header : 16 {}; ///< bytes of the frame before its payload
        std::uint64_t trailer : 7 {}; ///< bytes of it behind its payload
        std::uint64_t isFrame : 1 {};
        std::uint64_t isPartial : 1 {}; ///< the stream ended before the frame did
        std::uint64_t isSent : 1 {};
        std::uint64_t isMalformed : 1 {}; ///< it is in m_problems
        std::uint64_t endedBefore : 1 {}; ///< `end` is a place in m_ends
        std::uint64_t isLong : 1 {};      ///< it is in m_long
        /// Place in the payload of `row` behind its last byte; 0: with the last row of its stream before.
        std::uint32_t end = 0;
        std::uint32_t size = 0; ///< bytes of the stream
    };
    static_assert(sizeof(Entry) == bytesPerRow);
    /// Where a frame ends whose end was known later.
    struct End
    {
        std::uint64_t row = 0;   ///< of the session
        std::uint64_t place = 0; ///< in its payload, behind the frame's last byte
    };
    struct Problem
    {
        std::uint64_t row = 0;  ///< here
        std::uint64_t text = 0; ///< in m_texts
    };
    /// A row that is about to be added.
    struct NewRow;
    struct Stream;
    struct Connection;

    [[nodiscard]] Result<void> take(std::uint64_t row);
    [[nodiscard]] Connection& connectionOf(const RowHead& head);
    [[nodiscard]] Result<void> takeMessage(std::uint64_t row, const RowHead& head, Stream& stream);
    void endStream(Stream& stream, std::uint64_t row);
    void addFrame(const Stream& stream, const Frame& frame, std::uint64_t row, bool isPartial);
    void add(NewRow row);
    void publish();
    [[nodiscard]] std::uint64_t textOf(Phrase problem);
    [[nodiscard]] std::shared_ptr<const Phrase> problemOf(std::uint64_t row) const;
    /// The end of a frame that is not partial.
    [[nodiscard]] End endOf(const Entry& entry) const;
    /// The first of rows [first, last) that is shown with this row of the session or behind it.
    [[nodiscard]] std::uint64_t firstOf(std::uint64_t sessionRow, std::uint64_t first,
                                        std::uint64_t last) const;
    /// The first of rows [first, last) that is a frame of this row's stream and ends at this place of the
    /// session or behind it, or that is the row itself.
    [[nodiscard]] std::optional<std::uint64_t> frameAmong(const End& place, std::uint64_t first,
                                                          std::uint64_t last) const;
    [[nodiscard]] std::optional<std::uint64_t> frameAt(const End& place) const;
    [[nodiscard]] Result<Record> readFrame(std::uint64_t row, std::size_t payloadLimit) const;
    [[nodiscard]] Result<void> readPayload(std::uint64_t row, std::uint64_t wanted,
                                           Record& record) const;
    [[nodiscard]] PartWalk partsOf(std::uint64_t row) const;
    [[nodiscard]] FramePart lastPart(std::uint64_t row) const;
    void renumber(Record& record) const;

    const RecordSource& m_source;
    const RuleOf m_ruleOf;
    RowScan m_scan; ///< of m_source; the thread of update()
    StableArray<Entry, 1024> m_rows;
    StableArray<End, 1024> m_ends;
    StableArray<Problem, 1024> m_problems; ///< in the order of their rows
    std::unique_ptr<LongFrames> m_long;    ///< with the numbers of their rows here
    StableArray<std::shared_ptr<const Phrase>, 64> m_texts;
    std::map<std::string, std::uint64_t>
        m_textPlaces;                      ///< by the whole sentence; the thread of update()
    std::vector<NewRow>* m_last = nullptr; ///< rows of finish(), to be put in order
    std::map<ConnectionId, std::unique_ptr<Connection>> m_connections; ///< that are open
    std::uint64_t m_taken = 0;
    /// Rows in the order of the session; those of finish() follow, in the order of the session, too.
    std::atomic<std::uint64_t> m_ordered{std::numeric_limits<std::uint64_t>::max()};
    std::unique_ptr<FramedNotes> m_notes; ///< null when the session keeps none
};

/// Whether a frame's header says more than where the frame ends, so that rows show it with the content.
[[nodiscard]] bool isShownWhole(const FramingRule& rule);
/// The same of a frame that is there, by the rule of its leaf: if its header says more, if it is malformed, or
/// if its content is in several pieces.
[[nodiscard]] bool isShownWhole(const Frame& frame, const FramingRule& rule);

} // namespace pipecore
