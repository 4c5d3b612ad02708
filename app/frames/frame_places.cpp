#include "frames/frame_places.h"

#include <algorithm>
#include <vector>

namespace pipescope {

namespace {

/// Rows searched for the frame of a read; other connections may talk in between.
constexpr quint64 frameReach = 4096;

} // namespace

quint64 sessionRowOf(const pipecore::FramedRows& frames, const pipecore::RecordSource& session,
                     quint64 row)
{
    // The last row of the session that is not behind `row`: rows of frames are in its order.
    quint64 low = 0;
    quint64 high = session.rowCount();
    while (low < high) {
        const quint64 middle = low + (high - low) / 2;
        if (frames.rowOf(middle) <= row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return row < frames.rowCount() && low > 0 ? low - 1 : low;
}

quint64 frameOf(const pipecore::FramedRows& frames, const pipecore::RecordSource& session,
                quint64 sessionRow)
{
    const quint64 first = frames.rowOf(sessionRow);
    if (sessionRow >= session.rowCount()) {
        return first;
    }
    const auto read = session.head(sessionRow);
    if (read.kind != pipecore::RecordKind::Message) {
        return first;
    }
    const quint64 end = std::min<quint64>(frames.rowCount(), first + frameReach);
    for (quint64 row = first; row < end; ++row) {
        const auto head = frames.head(row);
        if (head.kind == read.kind && head.connection == read.connection
            && head.direction == read.direction) {
            return row;
        }
    }
    return first;
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
