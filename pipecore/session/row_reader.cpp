#include "session/row_reader.h"

#include "session/lifecycle_codec.h"
#include "session/message_codec.h"
#include "session/pcapng_format.h"
#include "session/pcapng_reader.h"

#include <algorithm>
#include <array>

namespace pipecore {

namespace {

/// One packet block of the file. Its start is read at once, which mostly is all of it.
class PacketBlock
{
public:
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): m_start is filled by load()
    PacketBlock(const ReadableFile& file, const InterfaceInfo& interface, std::uint64_t offset)
        : m_file(file)
        , m_interface(interface)
        , m_offset(offset)
    {}

    [[nodiscard]] Result<void> load()
    {
        const auto size = m_file.readAt(m_offset, m_start);
        if (!size) {
            return std::unexpected(size.error());
        }
        m_size = *size;
        if (m_size < pcapng::blockOverhead) {
            return changed("no block");
        }
        m_type = pipecore::load<std::uint32_t>(m_start.data(), m_interface.order);
        m_length = pipecore::load<std::uint32_t>(m_start.data() + 4, m_interface.order);
        if (m_length < pcapng::blockOverhead) {
            return changed("a block of impossible length");
        }
        m_size = std::min<std::size_t>(m_size, m_length);
        if (!isPacket()) {
            return {};
        }
        const auto head = pcapng::parsePacketHead(ByteView(m_start).first(m_size), m_type, m_length,
                                                  m_interface.order, m_interface.snapLength);
        if (!head) {
            return changed("a packet that does not fit its block");
        }
        m_head = *head;
        if (!m_interface.events) {
            const auto prefix = std::min<std::uint64_t>(
                {m_head.captured, m_size - m_head.dataBegin, longestPduHead});
            m_skip =
                messageBegin(ByteView(m_start).subspan(static_cast<std::size_t>(m_head.dataBegin),
                                                       static_cast<std::size_t>(prefix)),
                             m_interface);
        } else {
            m_skip = lifecyclePduHead().size();
            if (m_skip > m_head.captured) {
                return changed("a row that is too short");
            }
        }
        return {};
    }

    [[nodiscard]] bool isPacket() const { return pcapng::isPacketBlock(m_type); }
    [[nodiscard]] std::uint64_t end() const { return m_offset + m_length; }
    [[nodiscard]] const pcapng::PacketHead& head() const { return m_head; }
    /// Bytes of the message in this packet, and how many it had before the packet was cut.
    [[nodiscard]] std::uint64_t messageSize() const { return m_head.captured - m_skip; }
    [[nodiscard]] std::uint64_t originalSize() const
    {
        return std::max(m_head.captured, m_head.original) - m_skip;
    }

    /// Appends up to `limit` bytes of the message.
    [[nodiscard]] Result<void> appendMessage(Bytes& out, std::size_t limit) const
    {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(messageSize(), limit));
        return append(out, m_head.dataBegin + m_skip, count);
    }
    [[nodiscard]] Result<MessageOptions> options() const
    {
        const std::uint64_t size = m_head.optionsEnd - m_head.optionsBegin;
        Bytes bytes;
        if (size <= longestOptions) {
            const auto read = append(bytes, m_head.optionsBegin, static_cast<std::size_t>(size));
            if (!read) {
                return std::unexpected(read.error());
            }
        }
        return readMessageOptions(bytes, m_interface, true);
    }

    [[nodiscard]] std::unexpected<Error> changed(std::string_view what) const
    {
        return refuse("The file was changed while it was open: at offset "
                          + std::to_string(m_offset) + " there is " + std::string(what),
                      ErrorKind::Corrupt);
    }

private:
    [[nodiscard]] Result<void> append(Bytes& out, std::uint64_t begin, std::size_t count) const
    {
        if (begin + count <= m_size) {
            const auto from = m_start.begin() + static_cast<std::ptrdiff_t>(begin);
            out.insert(out.end(), from, from + static_cast<std::ptrdiff_t>(count));
            return {};
        }
        // Before memory is taken on the word of a block: are the bytes there?
        const auto fileSize = m_file.size();
        if (!fileSize) {
            return std::unexpected(fileSize.error());
        }
        if (*fileSize < m_offset + begin + count) {
            return changed("the end of the file within a block");
        }
        const std::size_t before = out.size();
        out.resize(before + count);
        const auto read = m_file.readAt(m_offset + begin, std::span(out).subspan(before));
        if (!read) {
            return std::unexpected(read.error());
        }
        if (*read != count) {
            return changed("the end of the file within a block");
        }
        return {};
    }

    const ReadableFile& m_file;
    const InterfaceInfo& m_interface;
    std::uint64_t m_offset;
    std::array<std::byte, 4096> m_start; // filled by load()
    std::size_t m_size = 0;
    std::uint32_t m_type = 0;
    std::uint32_t m_length = 0;
    pcapng::PacketHead m_head;
    std::uint64_t m_skip = 0;
};

/// Appends what follows of a message that goes on in further packets, up to the limit.
Result<void> appendParts(const ReadableFile& file, const InterfaceInfo& interface,
                         std::uint64_t next, const MessageOptions& first, std::size_t payloadLimit,
                         Bytes& payload)
{
    const auto fileSize = file.size();
    if (!fileSize) {
        return std::unexpected(fileSize.error());
    }
    for (std::uint64_t part = 2; part <= first.parts && payload.size() < payloadLimit;) {
        if (*fileSize - std::min(next, *fileSize) < pcapng::blockOverhead) {
            return {}; // the rest was lost with the end of the file
        }
        PacketBlock block(file, interface, next);
        if (const auto loaded = block.load(); !loaded) {
            return loaded.error().kind == ErrorKind::Corrupt ? Result<void>() : loaded;
        }
        next = block.end();
        if (!block.isPacket()) {
            continue;
        }
        const auto options = block.options();
        if (!options) {
            return std::unexpected(options.error());
        }
        if (options->part != part || options->parts != first.parts || options->of != first.of) {
            return {};
        }
        if (auto read = block.appendMessage(payload, payloadLimit - payload.size()); !read) {
            return read;
        }
        ++part;
    }
    return {};
}

Result<Record> readLifecycle(const PacketBlock& block)
{
    Bytes json;
    if (const auto read = block.appendMessage(json, pcapng::largestPacket); !read) {
        return std::unexpected(read.error());
    }
    auto record = lifecycleRecord(asText(json));
    if (!record) {
        return block.changed("a row that says nothing");
    }
    return std::move(*record);
}

Result<Record> readMessage(const ReadableFile& file, const InterfaceInfo& interface,
                           const PacketBlock& block, bool split, std::size_t payloadLimit)
{
    Record record;
    auto options = block.options();
    if (!options) {
        return std::unexpected(options.error());
    }
    record.direction = options->direction;
    record.continues = options->continues;
    record.length = block.originalSize();
    if (const auto read = block.appendMessage(record.payload, payloadLimit); !read) {
        return std::unexpected(read.error());
    }
    if (split) {
        record.length = std::max(options->of, block.messageSize());
        const auto read =
            appendParts(file, interface, block.end(), *options, payloadLimit, record.payload);
        if (!read) {
            return std::unexpected(read.error());
        }
    }
    record.fragments = std::move(options->fragments);
    return record;
}

} // namespace

std::size_t messageBegin(ByteView data, const InterfaceInfo& interface)
{
    if (interface.linkType != pcapng::linkTypeUpperPdu) {
        return 0;
    }
    return pcapng::exportedPduHead(data.first(std::min(data.size(), longestPduHead))).value_or(0);
}

Result<Record> readRow(const ReadableFile& file, const RowIndex& index, std::uint64_t number,
                       std::size_t payloadLimit)
{
    if (number >= index.rowCount()) {
        return refuse("There is no row " + std::to_string(number) + "; the session has "
                      + std::to_string(index.rowCount()));
    }
    const RowIndex::Row row = index.row(number);
    const InterfaceInfo& interface = index.interface(row.track.interface);
    PacketBlock block(file, interface, row.offset);
    if (const auto loaded = block.load(); !loaded) {
        return std::unexpected(loaded.error());
    }
    if (!block.isPacket()) {
        return block.changed("no packet");
    }

    auto record = row.kind == RecordKind::Message
                      ? readMessage(file, interface, block, row.split, payloadLimit)
                      : readLifecycle(block);
    if (!record) {
        return record;
    }
    if (record->kind != row.kind) {
        return block.changed("another row");
    }
    record->row = number;
    record->endpoint = row.track.endpoint;
    record->connection = row.track.connection;
    if (block.head().hasTime) {
        record->wallNs = pcapng::toNanoseconds(block.head().ticks, interface.timeResolution,
                                               interface.timeOffset);
    }
    return record;
}

RecordSource::RowHead rowHead(const RowIndex& index, std::uint64_t row)
{
    const RowIndex::Row entry = index.row(row);
    return {.kind = entry.kind, .direction = entry.direction, .connection = entry.track.connection};
}

} // namespace pipecore
