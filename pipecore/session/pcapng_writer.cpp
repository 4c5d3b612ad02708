#include "session/pcapng_writer.h"

#include "session/pcapng_format.h"

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
        putOption(out, code, asBytes(text.substr(0, longestOption)));
    }
}

void putEnd(ByteBuffer& out)
{
    out.put(std::uint32_t{0}); // optionEnd, length 0
}

constexpr std::uint8_t nanoseconds = 9;

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
    const auto size = static_cast<std::uint32_t>(packet.head.size() + packet.payload.size());
    const auto time = static_cast<std::uint64_t>(packet.wallNs);
    const BlockScope block(out, enhancedPacketBlock);

    std::byte* place = out.extend(20);
    storeLittle(place, packet.interface);
    storeLittle(place + 4, static_cast<std::uint32_t>(time >> 32U));
    storeLittle(place + 8, static_cast<std::uint32_t>(time & 0xFFFFFFFFU));
    storeLittle(place + 12, size);
    storeLittle(place + 16, size);
    out.put(packet.head);
    out.put(packet.payload);
    out.putZeros(padding(size));

    for (const std::string& comment : packet.comments) {
        putText(out, optionComment, comment);
    }
    const bool hasFlags = packet.flags != 0;
    place = out.extend(hasFlags ? 24 : 16);
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
}

} // namespace pipecore::pcapng
