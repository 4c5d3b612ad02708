#include "pipecore/session/row_reader.h"

#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/message_codec.h"
#include "pipecore/session/packet_block.h"

#include <algorithm>

namespace pipecore {

namespace {

Result<void> readLifecycle(const PacketBlock& block, ScannedRow& into)
{
    const auto json = block.message(pcapng::largestPacket);
    if (!json) {
        return std::unexpected(json.error());
    }
    auto record = lifecycleRecord(asText(*json));
    if (!record) {
        return block.changed("a row that says nothing");
    }
    into.record = std::move(*record);
    return {};
}

/// The first packet's bytes and those of the packets that follow, up to the limit.
Result<void> joinParts(FollowingParts parts, const PacketBlock& first, std::size_t limit,
                       Bytes& joined)
{
    const auto append = [&](const PacketBlock& block) -> Result<void> {
        const auto bytes = block.message(limit - joined.size());
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        joined.insert(joined.end(), bytes->begin(), bytes->end());
        return {};
    };
    joined.clear();
    auto read = append(first);
    while (read && joined.size() < limit) {
        const auto block = parts.next(limit - joined.size());
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block) {
            break;
        }
        read = append(**block);
    }
    return read;
}

/// A record that was something else before.
void beMessage(Record& record)
{
    if (record.kind != RecordKind::Message) {
        record = {};
    }
}

} // namespace

std::size_t messageBegin(ByteView data, const InterfaceInfo& interface)
{
    if (interface.linkType != pcapng::linkTypeUpperPdu) {
        return 0;
    }
    return pcapng::exportedPduHead(data.first(std::min(data.size(), longestPduHead))).value_or(0);
}

std::int64_t timeOf(const pcapng::PacketHead& head, const InterfaceInfo& interface)
{
    return head.hasTime
               ? pcapng::toNanoseconds(head.ticks, interface.timeResolution, interface.timeOffset)
               : 0;
}

Result<void> RowReader::read(std::uint64_t number, std::size_t payloadLimit, ScannedRow& into)
{
    if (number >= m_index.rowCount()) {
        return refuse("There is no row " + std::to_string(number) + "; the session has "
                      + std::to_string(m_index.rowCount()));
    }
    const RowIndex::Row row = m_index.row(number);
    const Track& track = m_index.track(row.track);
    const InterfaceInfo& interface = m_index.interface(track.interface);
    const auto block = PacketBlock::load(m_window, interface, row.offset, payloadLimit);
    if (!block) {
        return std::unexpected(block.error());
    }
    if (!block->isPacket()) {
        return block->changed("no packet");
    }

    Record& record = into.record;
    into.payload = {};
    if (row.kind == RecordKind::Message) {
        beMessage(record);
        auto options = block->options();
        if (!options) {
            return std::unexpected(options.error());
        }
        record.direction = options->direction;
        record.continues = options->continues;
        record.fragments = std::move(options->fragments);
        record.length =
            row.split ? std::max(options->of, block->messageSize()) : block->originalSize();
        record.droppedBytes = row.split ? 0 : record.length - block->messageSize();
        if (row.split) {
            const auto joined = joinParts(FollowingParts(m_window, interface, *block, *options),
                                          *block, payloadLimit, m_joined);
            if (!joined) {
                return joined;
            }
            into.payload = m_joined;
        } else {
            const auto payload = block->message(payloadLimit);
            if (!payload) {
                return std::unexpected(payload.error());
            }
            into.payload = *payload;
        }
    } else if (const auto lifecycle = readLifecycle(*block, into); !lifecycle) {
        return lifecycle;
    }
    if (record.kind != row.kind) {
        return block->changed("another row");
    }
    record.row = number;
    record.endpoint = track.endpoint;
    record.connection = track.connection;
    record.wallNs = timeOf(block->head(), interface);
    return {};
}

Result<Record> readRow(const ReadableFile& file, const RowIndex& index, std::uint64_t number,
                       std::size_t payloadLimit)
{
    // Mostly all of a row.
    constexpr std::size_t window = 4096;
    WindowReader reader(file, window, window);
    RowReader rows(index, reader);
    ScannedRow row;
    if (const auto read = rows.read(number, payloadLimit, row); !read) {
        return std::unexpected(read.error());
    }
    row.record.payload.assign(row.payload.begin(), row.payload.end());
    return std::move(row.record);
}

RecordSource::RowHead rowHead(const RowIndex& index, std::uint64_t row)
{
    const RowIndex::Row entry = index.row(row);
    const Track& track = index.track(entry.track);
    return {.kind = entry.kind,
            .direction = entry.direction,
            .connection = track.connection,
            .endpoint = track.endpoint,
            .asks = entry.kind == RecordKind::Message && entry.direction == track.asking,
            .continues = entry.continues,
            .wallNs = entry.wallNs,
            .length = entry.length};
}

} // namespace pipecore
