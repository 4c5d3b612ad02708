#include "rows/frame_places.h"

#include <algorithm>
#include <vector>

namespace pipescope {

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
