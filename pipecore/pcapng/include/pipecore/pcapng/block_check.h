#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/pcapng/pcapng_reader.h"

#include <cstdint>
#include <string>
#include <vector>

/// Judges blocks as strictly as Wireshark does, which refuses a whole file for one of them, and makes
/// blocks that it takes of those that PipeScope understood in part.
namespace pipecore::pcapng {

/// Packets whose data Wireshark divides into a header of the link type and the rest: it refuses files
/// with shorter ones. 0 for most link types.
[[nodiscard]] std::size_t shortestPacket(std::uint16_t linkType);

/// Options of these blocks; each has codes of its own.
enum class OptionsOf : std::uint8_t { Section, Interface, Packet, Statistics, Names };
[[nodiscard]] bool isSoundOption(const Option& option, OptionsOf block, ByteOrder order);

/// Checks the blocks of a file in their order. One thread.
class BlockCheck
{
public:
    /// `block`: all of it, as its padded length says. False when Wireshark would refuse it, or may.
    [[nodiscard]] bool accepts(ByteView block, ByteOrder order);

private:
    [[nodiscard]] bool acceptsInterface(ByteView block, ByteOrder order);
    [[nodiscard]] bool acceptsPacket(ByteView block, std::uint32_t type, ByteOrder order) const;

    struct Interface
    {
        std::uint16_t linkType = 0;
        std::uint32_t snapLength = 0;
    };
    std::vector<Interface> m_interfaces; ///< of the section
};

/// Whether Wireshark takes this packet of an interface that it knows. `block` as above.
[[nodiscard]] bool isSoundPacket(ByteView block, std::uint32_t type, ByteOrder order,
                                 std::uint16_t linkType, std::uint32_t snapLength);

// Each of the following appends a block with what is sound of the one that is given: all of it, of at
// least blockOverhead bytes, in the order of its section, which is kept.

/// A section header of version 1.0 and unknown length.
void appendSection(std::string& out, ByteView block, ByteOrder order);
/// `linkType`: as it was understood, for a block that is too short to say it.
void appendInterface(std::string& out, ByteView block, ByteOrder order, std::uint16_t linkType);
/// A packet on another interface; one that is too long is cut, and says how long it was. Obsolete
/// packets become enhanced ones. False, and nothing is appended, when no sound block can hold it.
[[nodiscard]] bool appendPacket(std::string& out, ByteView block, const PacketHead& head,
                                std::uint32_t type, ByteOrder order, std::uint32_t interface,
                                std::uint16_t linkType);

} // namespace pipecore::pcapng
