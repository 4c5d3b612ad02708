#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/pcapng/pcapng_format.h"

#include <cstdint>
#include <optional>

/// Takes pcapng blocks apart. Nothing here trusts a length: what does not fit is refused.
namespace pipecore::pcapng {

/// The order of a section, from the twelve first bytes of its header; empty when they are not one.
[[nodiscard]] std::optional<ByteOrder> sectionOrder(ByteView start);

struct Option
{
    std::uint16_t code = 0;
    ByteView value;
};

/// Walks through the options at the end of a block.
class OptionReader
{
public:
    OptionReader(ByteView options, ByteOrder order) : m_rest(options), m_order(order) {}
    /// The next one; empty at their end and at the first that does not fit.
    [[nodiscard]] std::optional<Option> next();

private:
    ByteView m_rest;
    ByteOrder m_order;
};

/// A packet block without its data and options; places count from the start of the block.
struct PacketHead
{
    std::uint32_t interface = 0; ///< in its section
    std::uint64_t ticks = 0;     ///< in units of the interface's resolution
    bool hasTime = false;
    std::uint64_t captured = 0; ///< bytes of data in the file
    std::uint64_t original = 0; ///< bytes of data that there once were
    std::uint64_t dataBegin = 0;
    std::uint64_t optionsBegin = 0;
    std::uint64_t optionsEnd = 0;
};

/// Enough bytes from the start of a packet block for parsePacketHead.
constexpr std::size_t packetHeadSize = 28;

[[nodiscard]] constexpr bool isPacketBlock(std::uint32_t type)
{
    return type == enhancedPacketBlock || type == simplePacketBlock || type == obsoletePacketBlock;
}

/// Bytes of the file that a block of this length takes. Some programs leave the padding out of the
/// length, and Wireshark reads their files.
[[nodiscard]] constexpr std::uint64_t paddedLength(std::uint32_t length)
{
    return (std::uint64_t{length} + 3U) & ~std::uint64_t{3U};
}

/// `start`: the first bytes of a block of `length` bytes, at least packetHeadSize of them if the
/// block is that long. `snapLength`: of the section's first interface, which is what simple packets
/// are cut at. False when the block is none of the packet blocks or its data does not fit into it.
/// `into` is filled where it stays: a copy of what was just written field by field stalls the processor,
/// and this runs for every row of a file.
[[nodiscard]] bool parsePacketHead(ByteView start, std::uint32_t type, std::uint32_t length,
                                   ByteOrder order, std::uint32_t snapLength, PacketHead& into);

/// Nanoseconds since 1970 for a timestamp; saturates when the time itself does not fit. Never noTime. `resolution` and `offset` as if_tsresol and
/// if_tsoffset have them.
[[nodiscard]] std::int64_t toNanoseconds(std::uint64_t ticks, std::uint8_t resolution,
                                         std::int64_t offset);

/// How many bytes of `data`, the start of an exported PDU, are tags in front of the message; empty
/// when their end is not in `data`.
[[nodiscard]] std::optional<std::size_t> exportedPduHead(ByteView data);

} // namespace pipecore::pcapng
