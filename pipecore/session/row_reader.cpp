#include "pipecore/session/row_reader.h"

#include "pipecore/base/elapsed.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/message_codec.h"
#include "pipecore/session/packet_block.h"

#include <algorithm>
#include <cstring>

namespace pipecore {

namespace {

Result<void> readLifecycle(const PacketBlock& block, ScannedRow& into)
{
    const auto json = block.message(pcapng::maxPacketSize);
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
    bool isCut = first.isCut();
    // Behind a packet that was cut the bytes would be in the wrong place.
    while (read && joined.size() < limit && !isCut) {
        const auto block = parts.next(limit - joined.size());
        if (!block) {
            return std::unexpected(block.error());
        }
        if (!*block) {
            break;
        }
        read = append(**block);
        isCut = (*block)->isCut();
    }
    return read;
}

} // namespace

MessageBegin messageBegin(ByteView data, const pcapng::PacketHead& head,
                          const InterfaceInfo& interface)
{
    if (interface.linkType != pcapng::linkTypeUpperPdu) {
        return {};
    }
    const ByteView own = messagePduHead();
    if (data.size() >= own.size() && std::memcmp(data.data(), own.data(), own.size()) == 0) {
        return {.inFile = own.size(), .original = own.size()}; // as in every message of ours
    }
    if (const auto tags = pcapng::exportedPduHead(data)) {
        return {.inFile = *tags, .original = *tags};
    }
    if (head.captured >= head.original || head.captured > data.size()) {
        return {}; // no tags at all
    }
    // Cut within the tags: nothing is left of the message.
    const auto cut = static_cast<std::size_t>(head.captured);
    return {.inFile = cut,
            .original = interface.ours && cut < own.size() ? static_cast<std::size_t>(
                            std::min<std::uint64_t>(own.size(), head.original))
                                                           : cut};
}

std::int64_t timeOf(const pcapng::PacketHead& head, const InterfaceInfo& interface)
{
    return head.hasTime
               ? pcapng::toNanoseconds(head.ticks, interface.timeResolution, interface.timeOffset)
               : noTime;
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

    into.payload = {};
    if (row.kind == RecordKind::Message) {
        if (const auto message =
                readMessage({.number = number, .isSplit = row.split, .interface = interface},
                            *block, payloadLimit, into);
            !message) {
            return message;
        }
    } else if (const auto lifecycle = readLifecycle(*block, into); !lifecycle) {
        return lifecycle;
    }
    Record& record = into.record;
    if (auto* const settled = std::get_if<HeldSettled>(&record.body);
        settled != nullptr && settled->partner != 0) {
        const auto options = block->options();
        settled->partner =
            rowOfPacket(settled->partner - 1, number, options ? options->packetId : std::nullopt);
    }
    if (record.kind() != row.kind) {
        return block->changed("another row");
    }
    record.row = number;
    record.endpoint = track.endpoint;
    record.connection = track.connection;
    record.wallNs = timeOf(block->head(), interface);
    return {};
}

const InterfaceInfo& RowReader::interfaceOf(const RowIndex::Row& row) const
{
    return m_index.interface(m_index.track(row.track).interface);
}

/// The file names the partner of a row by its packet: the row may be another one here, where only some
/// were kept. 0 when it is not here.
std::uint64_t RowReader::rowOfPacket(std::uint64_t wanted, std::uint64_t row,
                                     std::optional<std::uint64_t> ownId)
{
    const std::uint32_t recording = recordingOf(row);
    // Mostly all rows between are there.
    if (ownId && wanted < *ownId && *ownId - wanted <= row) {
        const std::uint64_t guess = row - (*ownId - wanted);
        if (recordingOf(guess) == recording && packetIdOf(guess) == wanted) {
            return guess + 1;
        }
    }
    std::uint64_t first = 0;
    std::uint64_t behind = row;
    while (first < behind) {
        const std::uint64_t middle = first + (behind - first) / 2;
        // Rows of other recordings between them have numbers of their own.
        std::uint64_t own = middle;
        while (own > first && recordingOf(own) != recording) {
            --own;
        }
        const auto id = recordingOf(own) == recording ? packetIdOf(own) : std::nullopt;
        if (id == wanted) {
            return own + 1;
        }
        if (!id || *id < wanted) {
            first = middle + 1;
        } else {
            behind = own;
        }
    }
    return 0;
}

std::uint32_t RowReader::recordingOf(std::uint64_t row) const
{
    return m_index.track(m_index.row(row).track).recording;
}

/// Means something among the rows of one recording only.
std::optional<std::uint64_t> RowReader::packetIdOf(std::uint64_t row)
{
    const RowIndex::Row entry = m_index.row(row);
    const InterfaceInfo& interface = interfaceOf(entry);
    if (!m_elsewhere) {
        constexpr std::size_t window = std::size_t{16} * 1024;
        m_elsewhere.emplace(m_window.file(), window, window);
    }
    if (row >= m_known) {
        // The end of the window may be half a row that has been written since.
        m_elsewhere->forget();
        m_known = m_index.rowCount();
    }
    const auto block = PacketBlock::load(*m_elsewhere, interface, entry.offset, 0);
    const auto options = block && block->isPacket() ? block->options() : MessageOptions{};
    return options ? options->packetId : std::nullopt;
}

Result<void> RowReader::readMessage(const MessagePlace& place, const PacketBlock& block,
                                    std::size_t payloadLimit, ScannedRow& into)
{
    auto options = block.options();
    if (!options) {
        return std::unexpected(options.error());
    }
    Message message{.direction = options->direction,
                    .continues = options->continues,
                    .held = options->held,
                    .length = place.isSplit ? std::max(options->of, block.messageSize())
                                            : block.originalSize(),
                    .origin = options->origin,
                    .partner = options->partner,
                    .addedNs = options->addedNs};
    message.droppedBytes =
        place.isSplit && !block.isCut() ? 0 : message.length - block.messageSize();
    into.record.fragments = std::move(options->fragments);
    if (message.partner != 0) {
        message.partner = rowOfPacket(message.partner - 1, place.number, options->packetId);
    }
    into.record.body = message;
    if (place.isSplit) {
        const auto joined = joinParts(FollowingParts(m_window, place.interface, block, *options),
                                      block, payloadLimit, m_joined);
        if (!joined) {
            return joined;
        }
        into.payload = m_joined;
        return {};
    }
    const auto payload = block.message(payloadLimit);
    if (!payload) {
        return std::unexpected(payload.error());
    }
    into.payload = *payload;
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
            .continues = entry.continues,
            .isForeign = track.isForeign,
            .wallNs = entry.wallNs,
            .length = entry.length};
}

} // namespace pipecore
