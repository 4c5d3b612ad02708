#pragma once

#include "pipecore/base/byte_buffer.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

/// Puts pcapng blocks together, always little-endian, times in nanoseconds.
namespace pipecore::pcapng {

/// All of them UTF-8, at most `maxOptionSize` bytes; empty ones are left out.
struct SectionTexts
{
    std::string_view hardware;
    std::string_view system;
    std::string_view program;
};
/// A section header with unknown length, so that the file can grow.
void writeSection(ByteBuffer& out, const SectionTexts& texts);

/// As SectionTexts.
struct InterfaceTexts
{
    std::string_view name;
    std::string_view description;
    std::string_view comment;
};
void writeInterface(ByteBuffer& out, std::uint16_t linkType, const InterfaceTexts& texts);

/// `head` and `payload` together are at most `maxPacketSize` bytes.
struct Packet
{
    std::uint32_t interface = 0;
    std::int64_t wallNs = 0;
    std::uint32_t flags = 0; ///< 0 leaves the option out
    std::uint64_t id = 0;
    ByteView head;
    ByteView payload;
    std::uint64_t missing = 0;             ///< bytes that the packet had and that are not written
    std::span<const std::string> comments; ///< each at most `maxOptionSize` bytes
};
void writePacket(ByteBuffer& out, const Packet& packet);
/// The same; a payload that `out` does not copy has to stay where it is.
void writePacket(GatheredBytes& out, const Packet& packet);

} // namespace pipecore::pcapng
