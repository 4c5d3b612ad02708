#include "frame_parts.h"

#include <algorithm>

namespace pipecore {

namespace {

bool isPiece(const RecordSource::RowHead& head, const FrameEnd& frame)
{
    return head.kind == RecordKind::Message && head.connection == frame.connection
           && head.direction == frame.direction && head.length != 0;
}

} // namespace

LongFrames::Marks LongFrames::marksOf(const Frame& frame)
{
    const auto& parts = frame.parts;
    if (parts.empty() || parts.back().row - parts.front().row < maxWalk) {
        return {};
    }
    Marks found{.marks = {},
                .place = parts.front().offset,
                .lastRow = parts.back().row,
                .partCount = parts.size()};
    std::uint64_t known = 0;
    for (const FramePart& part : parts) {
        known += part.length;
    }
    std::uint64_t offset = 0;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        if (at == Frame::partsInFront && known < frame.size) {
            offset += frame.size - known; // those between were not kept
            found.partCount = 0;
        }
        const FramePart& part = parts[at];
        if (found.marks.empty() || part.row - found.marks.back().row >= maxWalk) {
            found.marks.push_back({.row = part.row, .offset = offset});
        }
        offset += part.length;
    }
    return found;
}

bool LongFrames::add(std::uint64_t row, const Marks& marks)
{
    if (m_entries.isFull()) {
        return false;
    }
    const std::uint64_t first = m_marks.appended();
    for (const Mark& mark : marks.marks) {
        if (!m_marks.append(mark)) {
            return false;
        }
    }
    return m_entries.append({.row = row,
                             .place = marks.place,
                             .lastRow = marks.lastRow,
                             .partCount = marks.partCount,
                             .firstMark = first,
                             .markCount = marks.marks.size()});
}

void LongFrames::publish()
{
    m_marks.publish();
    m_entries.publish();
}

const LongFrames::Entry& LongFrames::of(std::uint64_t row) const
{
    std::uint64_t low = 0;
    for (std::uint64_t high = m_entries.size(); low < high;) {
        const std::uint64_t middle = low + (high - low) / 2;
        if (m_entries[middle].row < row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return m_entries[low];
}

/// Goes back from the end of the frame through the rows of its stream: their lengths are in memory.
PartWalk::PartWalk(const RecordSource& rows, const FrameEnd& frame) : m_rows(rows), m_frame(frame)
{
    std::uint64_t missing = frame.size;
    if (frame.place != 0) {
        const std::uint64_t length = std::min(missing, frame.place);
        m_parts.push_back({.row = frame.row, .offset = frame.place - length, .length = length});
        missing -= length;
    }
    for (std::uint64_t row = frame.row; missing != 0 && row-- > 0;) {
        const auto head = rows.head(row);
        if (isPiece(head, frame)) {
            const std::uint64_t length = std::min(missing, head.length);
            m_parts.push_back({.row = row, .offset = head.length - length, .length = length});
            missing -= length;
        }
    }
    std::ranges::reverse(m_parts);
}

PartWalk::PartWalk(const RecordSource& rows, const FrameEnd& frame, const LongFrames& frames,
                   const LongFrames::Entry& entry)
    : m_rows(rows)
    , m_frame(frame)
    , m_long(&frames)
    , m_entry(entry)
{}

std::optional<FramePart> PartWalk::next()
{
    if (m_long != nullptr) {
        return nextOfLong();
    }
    return m_at < m_parts.size() ? std::optional(m_parts[m_at++]) : std::nullopt;
}

/// Goes forward from the beginning, from mark to mark: whatever lies between two is not looked at.
std::optional<FramePart> PartWalk::nextOfLong()
{
    if (m_offset >= m_frame.size) {
        return std::nullopt;
    }
    if (m_mark < m_entry.markCount) {
        const LongFrames::Mark& mark = m_long->mark(m_entry.firstMark + m_mark);
        if (mark.offset == m_offset) {
            m_row = mark.row;
            ++m_mark;
        }
    }
    for (; m_row <= m_entry.lastRow; ++m_row) {
        const auto head = m_rows.head(m_row);
        if (!isPiece(head, m_frame)) {
            continue;
        }
        const std::uint64_t from = m_offset == 0 ? m_entry.place : 0;
        const bool isLast = m_row == m_frame.row && m_frame.place != 0;
        const std::uint64_t end = isLast ? m_frame.place : head.length;
        const FramePart part{.row = m_row,
                             .offset = from,
                             .length =
                                 std::min(m_frame.size - m_offset, end - std::min(from, end))};
        ++m_row;
        m_offset += part.length;
        return part;
    }
    return std::nullopt;
}

} // namespace pipecore
