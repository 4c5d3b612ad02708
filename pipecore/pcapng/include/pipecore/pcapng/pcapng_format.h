#pragma once

#include <cstddef>
#include <cstdint>

/// Numbers of the pcapng file format (draft-ietf-opsawg-pcapng) and of Wireshark's exported PDUs.
namespace pipecore::pcapng {

constexpr std::uint32_t sectionHeaderBlock = 0x0A0D0D0A; ///< reads the same in both byte orders
constexpr std::uint32_t interfaceBlock = 1;
constexpr std::uint32_t obsoletePacketBlock = 2;
constexpr std::uint32_t simplePacketBlock = 3;
constexpr std::uint32_t enhancedPacketBlock = 6;

constexpr std::uint32_t byteOrderMagic = 0x1A2B3C4D;
constexpr std::uint16_t majorVersion = 1;
constexpr std::size_t smallestSection = 28; ///< bytes of a section header without options

constexpr std::uint16_t optionEnd = 0;
constexpr std::uint16_t optionComment = 1;
constexpr std::uint16_t sectionHardware = 2;
constexpr std::uint16_t sectionSystem = 3;
constexpr std::uint16_t sectionProgram = 4;
constexpr std::uint16_t interfaceName = 2;
constexpr std::uint16_t interfaceDescription = 3;
constexpr std::uint16_t interfaceTimeResolution = 9;
constexpr std::uint16_t interfaceFilter = 11;
constexpr std::uint16_t interfaceTimeOffset = 14;
constexpr std::uint16_t packetFlags = 2; ///< of both kinds of packet block
constexpr std::uint16_t packetHash = 3;
constexpr std::uint16_t packetId = 5; ///< of the enhanced packet block
constexpr std::uint16_t packetVerdict = 7;

constexpr std::uint32_t directionMask = 3;
constexpr std::uint32_t directionInbound = 1;
constexpr std::uint32_t directionOutbound = 2;

constexpr std::size_t blockOverhead = 12; ///< type, length, and the length again at the end
constexpr std::size_t maxOptionSize = 65535;

constexpr std::uint16_t linkTypeUpperPdu = 252; ///< LINKTYPE_WIRESHARK_UPPER_PDU
constexpr std::uint16_t pduTagEnd = 0;
constexpr std::uint16_t pduTagDissector = 12;

/// Wireshark refuses packets above this size.
constexpr std::size_t maxPacketSize = 262144;

/// Bytes up to the next multiple of four, to which everything is padded.
constexpr std::uint64_t padding(std::uint64_t size)
{
    return (4 - size % 4) % 4;
}

} // namespace pipecore::pcapng
