#include "frame_parts.h"
#include "pipecore/analysis/framed_rows.h"
#include "pipecore/session/row_scan.h"

#include <algorithm>
#include <limits>

namespace pipecore {

namespace {

/// Reads of a frame that its row names.
constexpr std::size_t maxFragments = 65536;
/// Bytes of a long frame from which on rows are read in large pieces.
constexpr std::uint64_t minScanned = std::uint64_t{64} * 1024;

} // namespace

RecordSource::RowHead FramedRows::head(std::uint64_t row) const
{
    const Entry& entry = m_rows[row];
    RowHead head = m_source.head(entry.row);
    if (entry.isFrame != 0) {
        head.kind = RecordKind::Message;
        head.direction = entry.isSent != 0 ? Direction::Sent : Direction::Received;
        head.continues = entry.isPartial != 0;
        head.length = entry.size - entry.header - entry.trailer;
        head.isMalformed = entry.isMalformed != 0;
    }
    return head;
}

std::vector<FramePart> FramedRows::parts(std::uint64_t row) const
{
    return sources(row, std::numeric_limits<std::size_t>::max()).first;
}

RowSources FramedRows::sources(std::uint64_t row, std::size_t limit) const
{
    const Entry& entry = m_rows[row];
    if (entry.isFrame == 0) {
        const FramePart whole{.row = entry.row, .length = m_source.head(entry.row).length};
        return {.first = {std::min<std::size_t>(limit, 1), whole}, .last = whole, .count = 1};
    }
    RowSources found{.last = lastPart(row)};
    found.count = entry.isLong != 0 ? m_long->of(row).partCount : 0;
    const bool isCounted = found.count != 0;
    PartWalk walk = partsOf(row);
    for (auto part = walk.next(); part; part = walk.next()) {
        if (found.first.size() < limit) {
            found.first.push_back(*part);
        } else if (isCounted) {
            break;
        }
        found.count += isCounted ? 0 : 1;
    }
    return found;
}

PartWalk FramedRows::partsOf(std::uint64_t row) const
{
    const Entry& entry = m_rows[row];
    const End end = endOf(entry);
    const FrameEnd frame{.connection = m_source.head(entry.row).connection,
                         .direction = entry.isSent != 0 ? Direction::Sent : Direction::Received,
                         .size = entry.size,
                         .row = end.row,
                         .place = end.place};
    return entry.isLong != 0 ? PartWalk(m_source, frame, *m_long, m_long->of(row))
                             : PartWalk(m_source, frame);
}

/// The part with the frame's last byte; of length 0 when it has none.
FramePart FramedRows::lastPart(std::uint64_t row) const
{
    const Entry& entry = m_rows[row];
    FramePart last{.row = entry.row};
    if (entry.isLong != 0) {
        last.row = m_long->of(row).lastRow;
        const End end = endOf(entry);
        const bool isPlaced = end.row == last.row && end.place != 0;
        last.length = isPlaced ? end.place : m_source.head(last.row).length;
        return last;
    }
    PartWalk walk = partsOf(row);
    for (auto part = walk.next(); part; part = walk.next()) {
        last = *part;
    }
    return last;
}

Result<Record> FramedRows::read(std::uint64_t row, std::size_t payloadLimit) const
{
    if (row >= rowCount()) {
        return refuse("There is no such row");
    }
    const Entry& entry = m_rows[row];
    auto record =
        entry.isFrame != 0 ? readFrame(row, payloadLimit) : m_source.read(entry.row, payloadLimit);
    if (record) {
        record->row = row;
        if (entry.isMalformed != 0) {
            record->problem = problemOf(row);
        }
        renumber(*record);
    }
    return record;
}

Result<Record> FramedRows::readFrame(std::uint64_t row, std::size_t payloadLimit) const
{
    const Entry& entry = m_rows[row];
    // Origin and the like are those of the row that brought the last byte.
    auto record = m_source.read(lastPart(row).row, 0);
    if (!record) {
        return record;
    }
    record->wallNs = m_source.head(entry.row).wallNs;
    Message message = record->isMessage() ? record->message() : Message{};
    message.direction = entry.isSent != 0 ? Direction::Sent : Direction::Received;
    message.length = entry.size - entry.header - entry.trailer;
    message.continues = entry.isPartial != 0;
    record->body = message;
    record->fragments.clear();
    const auto wanted = std::min<std::uint64_t>(message.length, payloadLimit);
    if (const auto read = readPayload(row, wanted, *record); !read) {
        return std::unexpected(read.error());
    }
    return record;
}

/// The payload, and the sizes of the reads; of a long frame the latter only if all of it is read.
Result<void> FramedRows::readPayload(std::uint64_t row, std::uint64_t wanted, Record& record) const
{
    const Entry& entry = m_rows[row];
    std::optional<RowScan> scan;
    if (entry.isLong != 0 && wanted >= minScanned) {
        scan.emplace(m_source);
    }
    const auto append = [&](const FramePart& part, std::uint64_t skipped,
                            std::uint64_t count) -> Result<void> {
        const std::uint64_t from = part.offset + skipped;
        const auto take = [&](ByteView bytes) -> Result<void> {
            if (bytes.size() < from + count) {
                return refuse("The rows of a frame have changed", ErrorKind::Corrupt);
            }
            const ByteView piece =
                bytes.subspan(static_cast<std::size_t>(from), static_cast<std::size_t>(count));
            record.payload.insert(record.payload.end(), piece.begin(), piece.end());
            return {};
        };
        if (scan) {
            const auto read = scan->read(part.row);
            return read ? take((*read)->payload) : std::unexpected(read.error());
        }
        const auto read = m_source.read(part.row, static_cast<std::size_t>(from + count));
        return read ? take(read->payload) : std::unexpected(read.error());
    };
    std::uint64_t skipped = entry.header;
    PartWalk walk = partsOf(row);
    auto part = walk.next();
    for (; part && (wanted != 0 || entry.isLong == 0); part = walk.next()) {
        record.fragments.push_back(static_cast<std::uint32_t>(part->length));
        if (wanted == 0 || skipped >= part->length) {
            skipped -= std::min(skipped, part->length);
            continue;
        }
        const std::uint64_t count = std::min(wanted, part->length - skipped);
        if (auto appended = append(*part, skipped, count); !appended) {
            return appended;
        }
        wanted -= count;
        skipped = 0;
    }
    // A single read needs no sizes.
    if (part || record.fragments.size() == 1 || record.fragments.size() > maxFragments) {
        record.fragments.clear();
    }
    return {};
}

/// Rows that a row names are those of the session.
void FramedRows::renumber(Record& record) const
{
    const auto change = [this](std::uint64_t& partner) {
        if (partner != 0) {
            const auto row = frameOf(partner - 1);
            partner = row ? *row + 1 : 0;
        }
    };
    if (auto* const message = std::get_if<Message>(&record.body)) {
        change(message->partner);
    } else if (auto* const settled = std::get_if<HeldSettled>(&record.body)) {
        change(settled->partner);
    }
}

} // namespace pipecore
