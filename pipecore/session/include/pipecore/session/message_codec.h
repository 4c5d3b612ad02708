#pragma once

#include "pipecore/base/byte_buffer.h"
#include "pipecore/base/bytes.h"
#include "pipecore/model/event.h"
#include "pipecore/pcapng/pcapng_reader.h"
#include "pipecore/session/row_index.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pipecore {

/// Tags in front of each message ("data") and of each lifecycle row ("json"): the name of the
/// dissector that Wireshark hands the rest to. Multiples of four bytes.
[[nodiscard]] ByteView messagePduHead();
[[nodiscard]] ByteView lifecyclePduHead();

/// Bytes of one message that go into one packet.
constexpr std::size_t partSize = 262128;
/// Sizes of fragments that are kept of one message.
constexpr std::size_t maxFragments = std::size_t{4} * 1024 * 1024;

struct MessagePlace
{
    std::uint32_t interface = 0;
    std::int64_t wallNs = 0;
    std::uint64_t row = 0;
    std::uint64_t partner = 0; ///< row of the file that it was made from, from 1; 0: none
    bool relay = false;        ///< as InterfaceInfo::relay
};
/// Appends the packet, or for a long message the packets, of one message. What `out` does not copy of
/// `payload` has to stay where it is.
void writeMessage(GatheredBytes& out, const MessagePlace& place, const Message& message,
                  ByteView payload, std::span<const std::uint32_t> fragments);
/// Whether it takes more than one packet.
[[nodiscard]] inline bool isSplit(ByteView payload)
{
    return payload.size() > partSize;
}
/// Length of the message from its packets: dropped bytes count, as far as the packets report them.
[[nodiscard]] std::uint64_t writtenLength(const Message& message, ByteView payload);

/// Content of the options of a message's packet.
struct MessageOptions
{
    Direction direction = Direction::Received;
    bool continues = false;
    std::uint64_t part = 0;  ///< from 1; 0 when the message is not split
    std::uint64_t parts = 0; ///< in how many packets the message is
    std::uint64_t of = 0;    ///< bytes of the whole message
    bool held = false;
    Origin origin;
    std::uint64_t partner = 0; ///< row that the packet names, from 1
    std::uint64_t addedNs = 0; ///< as Message::addedNs
    std::optional<std::uint64_t> packetId;
    std::vector<std::uint32_t> fragments;
};
/// Comments mean something on our own interfaces only. What only the reader of a row needs (fragments,
/// origin, partner) is read when `withAll`. `options` is overwritten; it may be used again
/// and again, because making and copying one takes longer than reading.
void readMessageOptions(ByteView bytes, const InterfaceInfo& interface, bool withAll,
                        MessageOptions& options);

} // namespace pipecore
