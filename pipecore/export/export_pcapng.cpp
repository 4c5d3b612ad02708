#include "export_writer.h"
#include "pipecore/base/bytes.h"
#include "pipecore/files/window_reader.h"
#include "pipecore/pcapng/block_check.h"
#include "pipecore/pcapng/pcapng_format.h"
#include "pipecore/session/annotation_codec.h"
#include "pipecore/session/packet_block.h"
#include "pipecore/session/row_reader.h"
#include "pipecore/session/stored_rows.h"

#include <limits>
#include <unordered_map>

namespace pipecore {

namespace {

/// Overwrites the number of the interface in a packet's block.
void storeInterface(std::string& out, std::size_t block, std::uint32_t type, std::uint32_t place,
                    ByteOrder order)
{
    const std::size_t size = type == pcapng::obsoletePacketBlock ? 2 : 4;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t shift = 8 * (order == ByteOrder::Little ? i : size - 1 - i);
        out[block + 8 + i] = static_cast<char>((place >> shift) & 0xFFU);
    }
}

/// The blocks of rows as they are in the file, with the sections and interfaces that they need. What
/// others have put into a packet, comments above all, is kept. Of what is damaged only that is written
/// which was understood, so that every reader takes the new file.
class PcapngWriter final : public ExportWriter
{
public:
    /// `notes` may be null.
    PcapngWriter(const StoredRows& stored, const Annotations* notes, std::size_t window)
        : m_stored(stored)
        , m_annotations(notes)
        , m_window(stored.file, window, WindowReader::largeWindow)
        , m_blocks(stored.file, window, window)
    {}

    Result<void> begin(std::string& out) override
    {
        // A file without rows is a session file too: it has the beginning of its source.
        const auto start = m_window.at(0, pcapng::blockOverhead);
        if (!start) {
            return std::unexpected(start.error());
        }
        InterfaceInfo first;
        first.order = pcapng::sectionOrder(*start).value_or(ByteOrder::Little);
        return beginSection(first, out);
    }

    Result<bool> write(std::uint64_t number, std::string& out) override
    {
        const RowIndex::Row row = m_stored.index.row(number);
        const std::uint32_t interfaceNumber = m_stored.index.track(row.track).interface;
        const InterfaceInfo& interface = m_stored.index.interface(interfaceNumber);
        if (interface.section != m_section) {
            if (const auto begun = beginSection(interface, out); !begun) {
                return std::unexpected(begun.error());
            }
        }
        // A simple packet names no interface: it is of the first.
        for (const std::uint32_t needed : {interface.first, interfaceNumber}) {
            if (const auto added = addInterface(needed, out); !added) {
                return std::unexpected(added.error());
            }
        }
        const std::uint32_t place = m_places[interfaceNumber];
        constexpr auto all = std::numeric_limits<std::size_t>::max();
        const auto first = PacketBlock::load(m_window, interface, row.offset, all);
        if (!first) {
            return std::unexpected(first.error());
        }
        note(number, row.wallNs);
        if (!row.split) {
            return addPacket(*first, interface, place, out);
        }
        const auto options = first->options();
        if (!options) {
            return std::unexpected(options.error());
        }
        auto added = addPacket(*first, interface, place, out);
        FollowingParts parts(m_window, interface, *first, *options);
        while (added) {
            const auto block = parts.next(all);
            if (!block) {
                return std::unexpected(block.error());
            }
            if (!*block) {
                break;
            }
            added = addPacket(**block, interface, place, out);
        }
        return added;
    }

    Result<void> end(std::string& out) override
    {
        for (WrittenAnnotation& note : m_notes) {
            note.back = m_rows - note.row;
        }
        ByteBuffer blocks;
        encodeNotes(blocks, {}, m_notes);
        out += asText(blocks.view());
        return {};
    }

private:
    /// The row is about to be written: its annotation comes at the end.
    void note(std::uint64_t number, std::int64_t wallNs)
    {
        if (m_annotations != nullptr && m_annotations->revision() != 0) {
            if (auto annotation = m_annotations->at(number); !annotation.isEmpty()) {
                m_notes.push_back(
                    {.row = m_rows, .timeNs = wallNs, .annotation = std::move(annotation)});
            }
        }
        ++m_rows;
    }

    Result<void> beginSection(const InterfaceInfo& interface, std::string& out)
    {
        const auto header = bytesAt(interface, interface.section);
        if (!header) {
            return std::unexpected(header.error());
        }
        // Fewer blocks follow than before: how long the section is, is not known.
        pcapng::appendSection(out, *header, interface.order);
        m_section = interface.section;
        m_places.clear();
        return {};
    }

    Result<void> addInterface(std::uint32_t number, std::string& out)
    {
        const auto next = static_cast<std::uint32_t>(m_places.size());
        if (!m_places.try_emplace(number, next).second) {
            return {};
        }
        const InterfaceInfo& interface = m_stored.index.interface(number);
        const auto block = bytesAt(interface, interface.offset);
        if (!block) {
            return std::unexpected(block.error());
        }
        pcapng::appendInterface(out, *block, interface.order, interface.linkType);
        return {};
    }

    /// A block that is not a packet.
    Result<ByteView> bytesAt(const InterfaceInfo& interface, std::uint64_t offset)
    {
        const auto block = PacketBlock::load(m_blocks, interface, offset, 0);
        return block ? block->bytes() : std::unexpected(block.error());
    }

    static Result<bool> addPacket(const PacketBlock& block, const InterfaceInfo& interface,
                                  std::uint32_t place, std::string& out)
    {
        const auto bytes = block.bytes();
        if (!bytes) {
            return std::unexpected(bytes.error());
        }
        const ByteOrder order = interface.order;
        if (!pcapng::isSoundPacket(*bytes, block.type(), order, interface.linkType,
                                   interface.snapLength)) {
            return pcapng::appendPacket(out, *bytes, block.head(), block.type(), order, place,
                                        interface.linkType);
        }
        const std::size_t before = out.size();
        out += asText(*bytes);
        if (block.type() != pcapng::simplePacketBlock) {
            storeInterface(out, before, block.type(), place, order);
        }
        return true;
    }

    static constexpr std::uint64_t noSection = ~std::uint64_t{0};

    const StoredRows m_stored;
    const Annotations* m_annotations;
    std::vector<WrittenAnnotation> m_notes; ///< as they are numbered in the new file
    std::uint64_t m_rows = 0;               ///< written
    WindowReader m_window;
    WindowReader m_blocks; ///< of sections and interfaces: they are elsewhere
    std::uint64_t m_section = noSection;
    std::unordered_map<std::uint32_t, std::uint32_t> m_places; ///< of interfaces in this section
};

} // namespace

Result<std::unique_ptr<ExportWriter>> makePcapngWriter(const RecordSource& source)
{
    constexpr std::size_t window = std::size_t{16} * 1024;
    const auto stored = source.stored();
    if (!stored) {
        return refuse("This session has no file", ErrorKind::NotSupported);
    }
    return std::make_unique<PcapngWriter>(*stored, source.annotations(), window);
}

} // namespace pipecore
