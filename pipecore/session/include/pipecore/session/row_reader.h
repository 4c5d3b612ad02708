#pragma once

#include "pipecore/files/file.h"
#include "pipecore/files/window_reader.h"
#include "pipecore/session/row_index.h"
#include "pipecore/session/row_scan.h"
#include "pipecore/session/session.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace pipecore {

class PacketBlock;

namespace pcapng {
struct PacketHead;
}

/// Data at the start of a packet in which the tags of an exported PDU are looked for.
constexpr std::size_t maxPduHeadSize = 4000;
/// Options of one packet that are looked at, in bytes; Wireshark refuses larger blocks altogether.
constexpr std::size_t maxOptionsSize = std::size_t{16} * 1024 * 1024;

/// Bytes at the start of a packet's data that are not the message's.
struct MessageBegin
{
    std::size_t inFile = 0;   ///< of the data that the file has
    std::size_t original = 0; ///< of the data that the packet had before it was cut
};
/// `data`: the start of the packet's data, up to maxPduHeadSize bytes.
[[nodiscard]] MessageBegin messageBegin(ByteView data, const pcapng::PacketHead& head,
                                        const InterfaceInfo& interface);

/// Of a packet, nanoseconds since 1970; noTime when it has none.
[[nodiscard]] std::int64_t timeOf(const pcapng::PacketHead& head, const InterfaceInfo& interface);

/// Reads rows back through a window. One thread.
class RowReader
{
public:
    /// Takes no ownership.
    RowReader(const RowIndex& index, WindowReader& window) : m_index(index), m_window(window) {}

    /// Fills `into`, whose payload is valid until the next use of the window or of this. Errors as
    /// RecordSource::read.
    [[nodiscard]] Result<void> read(std::uint64_t row, std::size_t payloadLimit, ScannedRow& into);

private:
    struct MessagePlace
    {
        std::uint64_t number = 0; ///< of its row
        bool isSplit = false;     ///< it continues in the packets that follow
        const InterfaceInfo& interface;
    };

    [[nodiscard]] const InterfaceInfo& interfaceOf(const RowIndex::Row& row) const;
    [[nodiscard]] std::uint64_t rowOfPacket(std::uint64_t wanted, std::uint64_t row,
                                            std::optional<std::uint64_t> ownId);
    [[nodiscard]] std::uint32_t recordingOf(std::uint64_t row) const;
    [[nodiscard]] std::optional<std::uint64_t> packetIdOf(std::uint64_t row);
    [[nodiscard]] Result<void> readMessage(const MessagePlace& place, const PacketBlock& block,
                                           std::size_t payloadLimit, ScannedRow& into);

    const RowIndex& m_index;
    WindowReader& m_window;
    std::optional<WindowReader> m_elsewhere; ///< for a look at other rows
    std::uint64_t m_known = 0;               ///< rows that were whole when it was filled
    Bytes m_joined;                          ///< a message of several packets
};

/// Reads one row back from the file that `index` is of. Errors as RecordSource::read.
[[nodiscard]] Result<Record> readRow(const ReadableFile& file, const RowIndex& index,
                                     std::uint64_t row, std::size_t payloadLimit);

/// Head of a row, from the index alone.
[[nodiscard]] RecordSource::RowHead rowHead(const RowIndex& index, std::uint64_t row);

} // namespace pipecore
