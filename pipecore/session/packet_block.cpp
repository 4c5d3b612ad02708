#include "pipecore/session/packet_block.h"

#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/session/lifecycle_codec.h"
#include "pipecore/session/row_reader.h"

#include <algorithm>
#include <limits>

namespace pipecore {

namespace {

// Blocks up to this size are taken whole at once; of larger ones only the parts that are asked for.
constexpr std::uint32_t wholeBlock = 512 * 1024;
// And up to this size also when little of the message is wanted.
constexpr std::uint32_t smallBlock = 4096;

} // namespace

Result<PacketBlock> PacketBlock::load(WindowReader& window, const InterfaceInfo& interface,
                                      std::uint64_t offset, std::size_t wanted)
{
    Result<PacketBlock> block = PacketBlock(window, interface, offset);
    if (auto parsed = block->parse(wanted); !parsed) {
        block = std::unexpected(std::move(parsed.error()));
    }
    return block;
}

Result<void> PacketBlock::parse(std::size_t wanted)
{
    const auto start = m_window->at(m_offset, pcapng::packetHeadSize);
    if (!start) {
        return std::unexpected(start.error());
    }
    if (start->size() < pcapng::blockOverhead) {
        return changed("no block");
    }
    m_type = pipecore::load<std::uint32_t>(start->data(), m_interface->order);
    const auto told = pipecore::load<std::uint32_t>(start->data() + 4, m_interface->order);
    const std::uint64_t length = pcapng::paddedLength(told);
    if (told < pcapng::blockOverhead || length > std::numeric_limits<std::uint32_t>::max()) {
        return changed("a block of impossible length");
    }
    m_length = static_cast<std::uint32_t>(length);
    if (!isPacket()) {
        return {};
    }
    const bool whole = m_length <= smallBlock || (m_length <= wholeBlock && wanted >= m_length);
    const auto known =
        m_window->at(m_offset, whole ? m_length : pcapng::packetHeadSize + maxPduHeadSize);
    if (!known) {
        return std::unexpected(known.error());
    }
    return parsePacket(*known);
}

Result<void> PacketBlock::parsePacket(ByteView start)
{
    if (!pcapng::parsePacketHead(start, m_type, m_length, m_interface->order,
                                 m_interface->snapLength, m_head)
        || m_head.dataBegin > start.size()) {
        return changed("a packet that does not fit its block");
    }
    if (m_interface->events) {
        m_skip = m_originalSkip = lifecyclePduHead().size();
        if (m_skip > m_head.captured) {
            return changed("a row that is too short");
        }
        return {};
    }
    const auto data = start.subspan(static_cast<std::size_t>(m_head.dataBegin));
    const MessageBegin begin =
        messageBegin(data.first(static_cast<std::size_t>(
                         std::min<std::uint64_t>({data.size(), m_head.captured, maxPduHeadSize}))),
                     m_head, *m_interface);
    m_skip = begin.inFile;
    m_originalSkip = begin.original;
    return {};
}

std::uint64_t PacketBlock::originalSize() const
{
    return std::max(m_head.captured, m_head.original) - m_originalSkip;
}

Result<ByteView> PacketBlock::message(std::size_t limit) const
{
    return view(m_head.dataBegin + m_skip, std::min<std::uint64_t>(messageSize(), limit));
}

Result<MessageOptions> PacketBlock::options() const
{
    Result<MessageOptions> options;
    const std::uint64_t size = m_head.optionsEnd - m_head.optionsBegin;
    const auto bytes = view(m_head.optionsBegin, size > maxOptionsSize ? 0 : size);
    if (bytes) {
        readMessageOptions(*bytes, *m_interface, true, *options);
    } else {
        options = std::unexpected(bytes.error());
    }
    return options;
}

Result<ByteView> PacketBlock::bytes() const
{
    return view(0, m_length);
}

Result<ByteView> PacketBlock::view(std::uint64_t begin, std::uint64_t count) const
{
    if (count > wholeBlock) {
        // Before memory is taken on the word of a block: are the bytes there?
        const auto fileSize = m_window->file().size();
        if (!fileSize) {
            return std::unexpected(fileSize.error());
        }
        if (*fileSize < m_offset + begin + count) {
            return changed("the end of the file within a block");
        }
    }
    auto found = m_window->at(m_offset + begin, static_cast<std::size_t>(count));
    if (found && found->size() != count) {
        return changed("the end of the file within a block");
    }
    return found;
}

std::unexpected<Error> PacketBlock::changed(std::string_view what) const
{
    return refuse("The file was changed while it was open: at offset " + std::to_string(m_offset)
                      + " there is " + std::string(what),
                  ErrorKind::Corrupt);
}

FollowingParts::FollowingParts(WindowReader& window, const InterfaceInfo& interface,
                               const PacketBlock& first, const MessageOptions& options)
    : m_window(window)
    , m_interface(interface)
    , m_offset(first.end())
    , m_parts(options.parts)
    , m_of(options.of)
{}

Result<std::optional<PacketBlock>> FollowingParts::next(std::size_t wanted)
{
    while (m_part < m_parts) {
        const auto start = m_window.at(m_offset, pcapng::blockOverhead);
        if (!start) {
            return std::unexpected(start.error());
        }
        if (start->size() < pcapng::blockOverhead) {
            return std::nullopt; // the rest was lost with the end of the file
        }
        const auto block = PacketBlock::load(m_window, m_interface, m_offset, wanted);
        if (!block) {
            if (block.error().kind == ErrorKind::Corrupt) {
                return std::nullopt;
            }
            return std::unexpected(block.error());
        }
        m_offset = block->end();
        if (!block->isPacket()) {
            continue;
        }
        const auto options = block->options();
        if (!options) {
            return std::unexpected(options.error());
        }
        if (options->part != m_part + 1 || options->parts != m_parts || options->of != m_of) {
            return std::nullopt;
        }
        ++m_part;
        return *block;
    }
    return std::nullopt;
}

} // namespace pipecore
