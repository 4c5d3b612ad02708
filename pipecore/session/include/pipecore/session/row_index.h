#pragma once

#include "pipecore/base/byte_order.h"
#include "pipecore/model/record.h"
#include "pipecore/session/stable_array.h"

#include <cstdint>
#include <unordered_map>

namespace pipecore {

/// What is needed to decode the packets of one interface of a file.
struct InterfaceInfo
{
    ByteOrder order = ByteOrder::Little;
    std::uint16_t linkType = 0;
    std::uint32_t snapLength = 0;
    std::uint8_t timeResolution = 6; ///< if_tsresol
    std::int64_t timeOffset = 0;     ///< if_tsoffset, seconds
    bool ours = false;               ///< written by PipeScope: comments of its packets are ours
    bool events = false;             ///< packets are lifecycle rows as JSON
    std::uint8_t version = 0;        ///< of our format
    std::uint64_t section = 0;       ///< offset of the header of its section
    std::uint64_t offset = 0;        ///< of its own block
    std::uint32_t first = 0;         ///< number of the first interface of its section
};

/// What rows have in common that belong together: where they stand in the file and in the session.
struct Track
{
    std::uint32_t interface = 0; ///< number of the interface, counted through the whole file
    EndpointId endpoint;
    ConnectionId connection;
    Direction asking = Direction::Received; ///< of the first message: who speaks first asks

    friend bool operator==(const Track&, const Track&) = default;
};

/// Where each row of a file is: 12 bytes a row. One thread adds and publishes, any thread reads
/// what was published, without a lock.
class RowIndex
{
public:
    /// Files beyond this many bytes cannot be indexed (256 TiB).
    static constexpr std::uint64_t maximumOffset = (std::uint64_t{1} << 48) - 1;

    struct Row
    {
        std::uint64_t offset = 0; ///< of the row's first block
        RecordKind kind = RecordKind::Message;
        Direction direction = Direction::Received;
        bool split = false; ///< the message goes on in the following packets
        Track track;
    };

    [[nodiscard]] std::uint64_t rowCount() const { return m_tracksOfRows.size(); }
    [[nodiscard]] Row row(std::uint64_t index) const;
    [[nodiscard]] const InterfaceInfo& interface(std::uint32_t index) const
    {
        return m_interfaces[index];
    }

    /// Adding thread only, as everything below. No room for another interface or row: what is added
    /// from here on is not in the index.
    [[nodiscard]] bool isFull() const
    {
        return m_interfaces.isFull() || m_tracks.isFull() || m_words.isFull();
    }
    std::uint32_t addInterface(const InterfaceInfo& info);
    [[nodiscard]] std::uint32_t trackFor(const Track& track);
    void addRow(std::uint64_t offset, RecordKind kind, Direction direction, bool split,
                std::uint32_t track);
    /// Rows with those that are not published yet.
    [[nodiscard]] std::uint64_t addedRows() const
    {
        return m_passedRows + m_tracksOfRows.appended();
    }
    [[nodiscard]] std::uint32_t addedInterfaces() const
    {
        return static_cast<std::uint32_t>(m_interfaces.appended());
    }
    void publish();
    /// Counts the rows that were added since, and forgets them: for what nobody reads back.
    void publishWithoutRows();
    /// Forgets everything that was added since publish().
    void rollback();

private:
    struct TrackHash
    {
        std::size_t operator()(const Track& track) const noexcept;
    };
    StableArray<std::uint64_t, 65536> m_words; ///< offset, kind, direction, split
    StableArray<std::uint32_t, 65536> m_tracksOfRows;
    StableArray<Track, 256> m_tracks;
    StableArray<InterfaceInfo, 256> m_interfaces;
    std::unordered_map<Track, std::uint32_t, TrackHash> m_trackNumbers;
    std::uint64_t m_passedRows = 0; ///< by publishWithoutRows()
};

} // namespace pipecore
