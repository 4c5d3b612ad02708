#include "rows/frame_places.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace pipescope {

namespace {

using pipecore::RowRanges;

/// Frames of a range, and reads of a frame, that are looked at one by one.
constexpr std::size_t maxEach = 4096;
/// Rows at the end of a range in which the last one of each stream is looked for, and ranges for which it is.
constexpr std::uint64_t maxBack = 4096;
constexpr std::size_t maxRanges = 1000;

/// Rows from ranges in any order, which may overlap.
RowRanges united(std::vector<RowRanges::Range> ranges)
{
    std::ranges::sort(ranges, {}, [](const auto& range) { return range.first; });
    RowRanges rows;
    std::uint64_t end = 0;
    for (const auto& range : ranges) {
        if (range.end > end) {
            rows.add({std::max(range.first, end), range.end});
            end = range.end;
        }
    }
    return rows;
}

void addReads(const pipecore::FramedRows& frames, std::uint64_t row,
              std::vector<RowRanges::Range>& found)
{
    const pipecore::RowSources reads = frames.sources(row, maxEach);
    if (reads.count == 0) {
        const std::uint64_t shown = frames.sessionRow(row);
        found.push_back({shown, shown + 1});
    } else if (reads.count > reads.first.size()) {
        found.push_back({reads.first.front().row, reads.last.row + 1});
    } else {
        for (const pipecore::FramePart& part : reads.first) {
            found.push_back({part.row, part.row + 1});
        }
    }
}

/// Frames that begin in rows [first, end) of the session and end behind them: the last row of each stream there
/// has their beginning.
void addFramesThatGoOn(const pipecore::FramedRows& frames, const pipecore::RecordSource& session,
                       const RowRanges::Range& rows, std::vector<RowRanges::Range>& found)
{
    std::set<std::pair<std::uint64_t, pipecore::Direction>> streams;
    const std::uint64_t begin = rows.end - std::min(rows.end - rows.first, maxBack);
    for (std::uint64_t row = rows.end; row-- > begin;) {
        const auto head = session.head(row);
        if (head.kind == pipecore::RecordKind::Message && head.length != 0
            && streams.emplace(head.connection.value, head.direction).second) {
            if (const auto frame = frames.lastFrameOf(row)) {
                found.push_back({*frame, *frame + 1});
            }
        }
    }
}

} // namespace

RowMap sameRows()
{
    return {.row = [](quint64 row) { return row; },
            .rows = [](const RowRanges& rows) { return rows; }};
}

RowMap rowMap(const pipecore::RecordSource& session, const pipecore::FramedRows* before,
              const pipecore::FramedRows* after)
{
    return {.row =
                [=, &session](quint64 row) {
                    const quint64 read =
                        before != nullptr ? sessionRowOf(*before, session, row) : row;
                    return after != nullptr ? frameOf(*after, read) : read;
                },
            .rows =
                [=, &session](const RowRanges& rows) {
                    const RowRanges reads =
                        before != nullptr ? readsOfSelection(*before, session, rows) : rows;
                    return after != nullptr ? framesOfSelection(*after, session, reads) : reads;
                }};
}

RowRanges readsOfSelection(const pipecore::FramedRows& frames,
                           const pipecore::RecordSource& session, const RowRanges& rows)
{
    std::vector<RowRanges::Range> found;
    std::size_t looked = 0;
    const RowRanges there = pipecore::existingRows(rows, frames.rowCount());
    for (const RowRanges::Range& range : there.ranges()) {
        const std::uint64_t count = range.end - range.first;
        if (looked + count <= maxEach) {
            looked += static_cast<std::size_t>(count);
            for (std::uint64_t row = range.first; row < range.end; ++row) {
                addReads(frames, row, found);
            }
        } else {
            const pipecore::RowSources begin = frames.sources(range.first, 1);
            const std::uint64_t first =
                begin.count > 0 ? begin.first.front().row : frames.sessionRow(range.first);
            found.push_back({first, sessionRowOf(frames, session, range.end - 1) + 1});
        }
    }
    return united(std::move(found));
}

RowRanges framesOfSelection(const pipecore::FramedRows& frames,
                            const pipecore::RecordSource& session, const RowRanges& rows)
{
    std::vector<RowRanges::Range> found;
    std::size_t looked = 0;
    const RowRanges there = pipecore::existingRows(rows, session.rowCount());
    for (const RowRanges::Range& range : there.ranges()) {
        const std::uint64_t begin = frames.rowOf(range.first);
        const std::uint64_t end = frames.rowOf(range.end);
        if (begin < end) {
            found.push_back({begin, end});
        }
        if (range.first < range.end && looked++ < maxRanges) {
            addFramesThatGoOn(frames, session, range, found);
        }
    }
    return united(std::move(found));
}

quint64 sessionRowOf(const pipecore::FramedRows& frames, const pipecore::RecordSource& session,
                     quint64 row)
{
    return row < frames.rowCount() ? frames.sessionRow(row) : session.rowCount();
}

quint64 frameOf(const pipecore::FramedRows& frames, quint64 sessionRow)
{
    return frames.frameOf(sessionRow).value_or(frames.rowOf(sessionRow));
}

pipecore::RowRanges sessionRowsOf(const pipecore::FramedRows& frames,
                                  const pipecore::RowRanges& rows)
{
    std::vector<std::uint64_t> found;
    for (const auto& range : rows.ranges()) {
        for (std::uint64_t row = range.first; row < range.end; ++row) {
            for (const pipecore::FramePart& part : frames.parts(row)) {
                found.push_back(part.row);
            }
        }
    }
    std::ranges::sort(found);
    pipecore::RowRanges result;
    for (const std::uint64_t row : found) {
        result.add(row);
    }
    return result;
}

} // namespace pipescope
