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
#include <vector>

namespace pipecore {

/// The rows of a session with frames in place of the reads and writes of byte streams: filters,
/// statistics, exports and the log take it like any other source.
///
/// A frame is a row of its own, at the time and place of the row that brought its last byte. Its payload
/// is the frame's content, or the whole frame where the header says more than a length (isShownWhole()).
/// All other rows, and those of streams without a rule, stay as they are. What a stream ends with
/// that is no whole frame is a row with Message::continues, before the row of the connection's end.
///
/// update() takes rows in on one thread; any thread reads what it has taken in, without a lock. Memory:
/// bytesPerRow, and for each open stream the frame that has begun.
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
    /// The first row that ends in this row of the session or behind it; rowCount() when none does (yet).
    [[nodiscard]] std::uint64_t rowOf(std::uint64_t sessionRow) const;

    [[nodiscard]] std::uint64_t rowCount() const override { return m_rows.size(); }
    [[nodiscard]] Result<Record> read(std::uint64_t row, std::size_t payloadLimit) const override;
    [[nodiscard]] RowHead head(std::uint64_t row) const override;
    [[nodiscard]] const SessionFacts& facts() const override { return m_source.facts(); }

private:
    /// Where a row's bytes end, and how many they are. A row of the session that stayed as it was has
    /// nothing but its number.
    struct Entry
    {
        std::uint64_t
            row : 38 {}; ///< of the session, with which it is shown; never less than before
        std::uint64_t header : 16 {}; ///< bytes of the frame before its payload
        std::uint64_t trailer : 7 {}; ///< bytes of it behind its payload
        std::uint64_t isFrame : 1 {};
        std::uint64_t isPartial : 1 {}; ///< the stream ended before the frame did
        std::uint64_t isSent : 1 {};
        /// Place in the payload of `row` behind its last byte; 0: that was in an earlier row.
        std::uint32_t end = 0;
        std::uint32_t size = 0; ///< bytes of the stream
    };
    static_assert(sizeof(Entry) == bytesPerRow);
    struct Stream;
    struct Connection;

    [[nodiscard]] Result<void> take(std::uint64_t row);
    [[nodiscard]] Connection& connectionOf(const RowHead& head);
    [[nodiscard]] Result<void> takeMessage(std::uint64_t row, const RowHead& head, Stream& stream);
    void endStream(Stream& stream, std::uint64_t row);
    void addFrame(const Stream& stream, const Frame& frame, std::uint64_t row, bool isPartial);
    void add(const Entry& entry);
    [[nodiscard]] Result<Record> readFrame(const Entry& entry, std::size_t payloadLimit) const;
    [[nodiscard]] std::vector<FramePart> partsOf(const Entry& entry) const;
    void renumber(Record& record) const;

    const RecordSource& m_source;
    const RuleOf m_ruleOf;
    RowScan m_scan; ///< of m_source; the thread of update()
    StableArray<Entry, 1024> m_rows;
    std::map<ConnectionId, std::unique_ptr<Connection>> m_connections; ///< that are open
    std::uint64_t m_taken = 0;
    /// Rows in the order of the session; those of finish() follow.
    std::atomic<std::uint64_t> m_ordered{std::numeric_limits<std::uint64_t>::max()};
};

/// Whether a frame's header says more than where the frame ends, so that rows show it with the content.
[[nodiscard]] bool isShownWhole(const FramingRule& rule);

} // namespace pipecore
