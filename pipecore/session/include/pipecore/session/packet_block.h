#pragma once

#include "pipecore/files/window_reader.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/message_codec.h"
#include "pipecore/session/row_index.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore {

/// A block of a file at the place of a packet. Views of its bytes are the window's: the next one
/// that is taken ends the one before. Nothing of it is owned.
class PacketBlock
{
public:
    /// `wanted`: bytes of the message that will be asked for. Errors: Corrupt without such a
    /// block, Io. Other blocks are not an error.
    [[nodiscard]] static Result<PacketBlock> load(WindowReader& window,
                                                  const InterfaceInfo& interface,
                                                  std::uint64_t offset, std::size_t wanted);

    [[nodiscard]] bool isPacket() const { return pcapng::isPacketBlock(m_type); }
    [[nodiscard]] std::uint32_t type() const { return m_type; }
    [[nodiscard]] std::uint64_t begin() const { return m_offset; }
    [[nodiscard]] std::uint64_t end() const { return m_offset + m_length; }
    [[nodiscard]] const pcapng::PacketHead& head() const { return m_head; }
    /// Bytes of the message in this packet, and how many it had before the packet was cut.
    [[nodiscard]] std::uint64_t messageSize() const { return m_head.captured - m_skip; }
    [[nodiscard]] std::uint64_t originalSize() const;
    /// The packet has not all of its message.
    [[nodiscard]] bool isCut() const { return messageSize() < originalSize(); }

    /// Up to `limit` bytes of the message.
    [[nodiscard]] Result<ByteView> message(std::size_t limit) const;
    [[nodiscard]] Result<MessageOptions> options() const;
    /// All of the block.
    [[nodiscard]] Result<ByteView> bytes() const;

    /// An error about this place.
    [[nodiscard]] std::unexpected<Error> changed(std::string_view what) const;

private:
    PacketBlock(WindowReader& window, const InterfaceInfo& interface, std::uint64_t offset)
        : m_window(&window)
        , m_interface(&interface)
        , m_offset(offset)
    {}
    [[nodiscard]] Result<void> parse(std::size_t wanted);
    [[nodiscard]] Result<void> parsePacket(ByteView start);
    [[nodiscard]] Result<ByteView> view(std::uint64_t begin, std::uint64_t count) const;

    WindowReader* m_window;
    const InterfaceInfo* m_interface;
    std::uint64_t m_offset;
    std::uint32_t m_type = 0;
    std::uint32_t m_length = 0;
    pcapng::PacketHead m_head;
    std::uint64_t m_skip = 0;         ///< bytes of the packet's data in front of the message
    std::uint64_t m_originalSkip = 0; ///< the same before the packet was cut
};

/// Continues from the first packet of a long message to the following ones.
class FollowingParts
{
public:
    /// Takes no ownership. `first`: the options of the first packet.
    FollowingParts(WindowReader& window, const InterfaceInfo& interface, const PacketBlock& first,
                   const MessageOptions& options);
    /// The next packet of the message; empty at its end, and where the rest is missing. `wanted` as
    /// in PacketBlock::load.
    [[nodiscard]] Result<std::optional<PacketBlock>> next(std::size_t wanted);

private:
    WindowReader& m_window;
    const InterfaceInfo& m_interface;
    std::uint64_t m_offset;
    std::uint64_t m_part = 1;
    std::uint64_t m_parts;
    std::uint64_t m_of;
};

} // namespace pipecore
