#include "pipecore/pcapng/pcapng_writer.h"

#include "pipecore/pcapng/pcapng_format.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace pipecore::pcapng {

namespace {

/// A block whose length is filled in when it is complete.
class BlockScope
{
public:
    BlockScope(ByteBuffer& out, std::uint32_t type) : m_out(out), m_start(out.size())
    {
        m_out.put(type);
        m_out.put(std::uint32_t{0});
    }
    BlockScope(const BlockScope&) = delete;
    BlockScope& operator=(const BlockScope&) = delete;
    ~BlockScope()
    {
        const auto length = static_cast<std::uint32_t>(m_out.size() - m_start + 4);
        m_out.put(length);
        m_out.patch(m_start + 4, length);
    }

private:
    ByteBuffer& m_out;
    std::size_t m_start;
};

void putOption(ByteBuffer& out, std::uint16_t code, ByteView value)
{
    out.put(code);
    out.put(static_cast<std::uint16_t>(value.size()));
    out.put(value);
    out.putZeros(padding(value.size()));
}

void putText(ByteBuffer& out, std::uint16_t code, std::string_view text)
{
    if (!text.empty()) {
        putOption(out, code, asBytes(text.substr(0, maxOptionSize)));
    }
}

void putEnd(ByteBuffer& out)
{
    out.put(std::uint32_t{0}); // optionEnd, length 0
}

constexpr std::uint8_t nanoseconds = 9;
constexpr std::size_t writtenHeadSize = 28; ///< from the block's type to the data

/// Copies, and returns the place behind the copy.
std::byte* append(std::byte* place, ByteView bytes)
{
    if (!bytes.empty()) {
        std::memcpy(place, bytes.data(), bytes.size());
    }
    return place + bytes.size();
}

struct PacketSizes
{
    explicit PacketSizes(const Packet& packet)
        : data(static_cast<std::uint32_t>(packet.head.size() + packet.payload.size()))
        , pad(static_cast<std::size_t>(padding(data)))
    {}

    std::uint32_t data;
    std::size_t pad; ///< zeros behind the data
};

/// Stores all in front of the payload but the block's length, and returns the place behind it.
std::byte* storeHead(std::byte* place, const Packet& packet, const PacketSizes& sizes)
{
    const auto original = static_cast<std::uint32_t>(std::min<std::uint64_t>(
        sizes.data + packet.missing, std::numeric_limits<std::uint32_t>::max()));
    const auto time = static_cast<std::uint64_t>(packet.wallNs);
    storeLittle(place, enhancedPacketBlock);
    storeLittle(place + 8, packet.interface);
    storeLittle(place + 12, static_cast<std::uint32_t>(time >> 32U));
    storeLittle(place + 16, static_cast<std::uint32_t>(time & 0xFFFFFFFFU));
    storeLittle(place + 20, sizes.data);
    storeLittle(place + 24, original);
    return append(place + writtenHeadSize, packet.head);
}

/// Ends the block that began at `start`, `elsewhere` bytes of which are not in `out`.
void putOptions(ByteBuffer& out, const Packet& packet, std::size_t start, std::size_t elsewhere)
{
    for (const std::string& comment : packet.comments) {
        putText(out, optionComment, comment);
    }
    const bool hasFlags = packet.flags != 0;
    std::byte* place = out.extend(hasFlags ? 28 : 20);
    if (hasFlags) {
        storeLittle(place, packetFlags);
        storeLittle(place + 2, std::uint16_t{4});
        storeLittle(place + 4, packet.flags);
        place += 8;
    }
    storeLittle(place, packetId);
    storeLittle(place + 2, std::uint16_t{8});
    storeLittle(place + 4, packet.id);
    storeLittle(place + 12, std::uint32_t{0}); // end of options
    const auto length = static_cast<std::uint32_t>(out.size() - start + elsewhere);
    storeLittle(place + 16, length);
    out.patch(start + 4, length);
}

} // namespace

void writeSection(ByteBuffer& out, const SectionTexts& texts)
{
    const BlockScope block(out, sectionHeaderBlock);
    out.put(byteOrderMagic);
    out.put(std::uint16_t{1}); // version 1.0
    out.put(std::uint16_t{0});
    out.put(~std::uint64_t{0}); // length not known
    putText(out, sectionHardware, texts.hardware);
    putText(out, sectionSystem, texts.system);
    putText(out, sectionProgram, texts.program);
    putEnd(out);
}

void writeInterface(ByteBuffer& out, std::uint16_t linkType, const InterfaceTexts& texts)
{
    const BlockScope block(out, interfaceBlock);
    out.put(linkType);
    out.put(std::uint16_t{0});
    out.put(std::uint32_t{0}); // no snapshot limit
    putText(out, optionComment, texts.comment);
    putText(out, interfaceName, texts.name);
    putText(out, interfaceDescription, texts.description);
    const std::byte resolution{nanoseconds};
    putOption(out, interfaceTimeResolution, {&resolution, 1});
    putEnd(out);
}

void writePacket(ByteBuffer& out, const Packet& packet)
{
    const PacketSizes sizes(packet);
    const std::size_t start = out.size();
    // Most packets have no comments: all of it in one piece, because this runs for every message.
    std::byte* place = out.extend(writtenHeadSize + sizes.data + sizes.pad);
    place = storeHead(place, packet, sizes);
    place = append(place, packet.payload);
    std::memset(place, 0, sizes.pad);
    putOptions(out, packet, start, 0);
}

void writePacket(GatheredBytes& out, const Packet& packet)
{
    ByteBuffer& copied = out.buffer();
    if (out.copies(packet.payload.size())) {
        writePacket(copied, packet);
        return;
    }
    const PacketSizes sizes(packet);
    const std::size_t start = copied.size();
    static_cast<void>(
        storeHead(copied.extend(writtenHeadSize + packet.head.size()), packet, sizes));
    out.putOrRefer(packet.payload);
    copied.putZeros(sizes.pad);
    putOptions(copied, packet, start, packet.payload.size());
}

} // namespace pipecore::pcapng
