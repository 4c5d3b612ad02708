#pragma once

#include "pipecore/base/bytes.h"
#include "pipecore/model/record.h"
#include "pipecore/session/stable_array.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace pipecore {

/// Data for decoding the packets of an interface of a file.
struct InterfaceInfo
{
    ByteOrder order = ByteOrder::Little;
    std::uint16_t linkType = 0;
    std::uint32_t snapLength = 0;
    std::uint8_t timeResolution = 6; ///< if_tsresol
    std::int64_t timeOffset = 0;     ///< if_tsoffset, seconds
    bool ours = false;               ///< written by PipeScope: comments of its packets are ours
    bool events = false;             ///< packets are lifecycle rows as JSON
    bool relay = false;              ///< what was sent came from the target of a relay
    std::uint8_t version = 0;        ///< of our format
    std::uint64_t section = 0;       ///< offset of the header of its section
    std::uint64_t offset = 0;        ///< of its own block
    std::uint32_t first = 0;         ///< number of the first interface of its section
};

/// Common data of a group of rows: their place in the file and in the session.
struct Track
{
    std::uint32_t interface = 0; ///< number of the interface, counted through the whole file
    EndpointId endpoint;
    ConnectionId connection;
    bool isForeign = false;      ///< RecordSource::RowHead::isForeign
    std::uint32_t recording = 0; ///< of the file, which may be put together from several

    friend bool operator==(const Track&, const Track&) = default;
};

/// Place of each row of a file, with the fields that many rows are searched for: kind, connection, time and
/// length. 15.25 bytes a row; 32 more for one that lies far from its neighbours or is very large. One
/// thread adds and publishes, any thread reads what was published, without a lock.
class RowIndex
{
    /// Rows in a group, whose places and times are kept as differences from those of the first.
    static constexpr std::uint64_t groupRows = 64;
    using PackedRow = std::array<std::byte, 15>;
    struct Group
    {
        std::uint64_t offset = 0;
        std::int64_t wallNs = 0;
    };

public:
    /// Of a row that needs no more.
    static constexpr double bytesPerRow =
        static_cast<double>(sizeof(PackedRow))
        + static_cast<double>(sizeof(Group)) / static_cast<double>(groupRows);
    /// Kinds of rows that there is room for.
    static constexpr unsigned maxKinds = 64;

    struct Row
    {
        std::uint64_t offset = 0; ///< of the row's first block
        std::int64_t wallNs = 0;  ///< Record::wallNs
        std::uint64_t length = 0; ///< Record::length
        std::uint32_t track = 0;  ///< its number
        // Not beside the direction: copied with it at once, both would first have to be written.
        RecordKind kind = RecordKind::Message;
        bool split = false; ///< the message continues in the following packets
        Direction direction = Direction::Received;
        bool continues = false; ///< Record::continues

        friend bool operator==(const Row&, const Row&) = default;
    };

    [[nodiscard]] std::uint64_t rowCount() const { return m_rows.size(); }
    [[nodiscard]] Row row(std::uint64_t index) const;
    [[nodiscard]] const Track& track(std::uint32_t number) const { return m_tracks[number]; }
    [[nodiscard]] const InterfaceInfo& interface(std::uint32_t index) const
    {
        return m_interfaces[index];
    }
    /// Memory of the published rows in bytes, without their common data.
    [[nodiscard]] std::uint64_t bytesOfRows() const
    {
        return m_rows.size() * sizeof(PackedRow) + m_groups.size() * sizeof(Group)
               + m_spilled.size() * sizeof(SpilledRow);
    }

    /// Adding thread only, as everything below. No room for another interface or row: what is added
    /// from here on is not in the index.
    [[nodiscard]] bool isFull() const
    {
        return m_interfaces.isFull() || m_tracks.isFull() || m_rows.isFull() || m_spilled.isFull();
    }
    std::uint32_t addInterface(const InterfaceInfo& info);
    [[nodiscard]] std::uint32_t trackFor(const Track& track);
    void addRow(const Row& row);
    /// Rows, unpublished ones included.
    [[nodiscard]] std::uint64_t addedRows() const { return m_passedRows + m_rows.appended(); }
    [[nodiscard]] std::uint32_t addedInterfaces() const
    {
        return static_cast<std::uint32_t>(m_interfaces.appended());
    }
    void publish();
    /// Counts the rows that were added since, and forgets them: for recordings that are not read back.
    void publishWithoutRows();
    /// Forgets everything that was added since publish().
    void rollback();

private:
    /// Fields of a row that do not fit into a packed one.
    struct SpilledRow
    {
        std::uint64_t offset = 0;
        std::int64_t wallNs = 0;
        std::uint64_t length = 0;
        std::uint32_t track = 0;
    };
    struct TrackHash
    {
        std::size_t operator()(const Track& track) const noexcept;
    };

    void rollbackRows();

    StableArray<PackedRow, 65536> m_rows;
    // As many groups as m_rows has room for.
    StableArray<Group, 65536 / groupRows> m_groups;
    Group m_group; ///< the last of them
    StableArray<SpilledRow, 4096> m_spilled;
    StableArray<Track, 256> m_tracks;
    StableArray<InterfaceInfo, 256> m_interfaces;
    std::unordered_map<Track, std::uint32_t, TrackHash> m_trackNumbers;
    std::uint64_t m_passedRows = 0; ///< by publishWithoutRows()
};

} // namespace pipecore
