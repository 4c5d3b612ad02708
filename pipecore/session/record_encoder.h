#pragma once

#include "interface_codec.h"
#include "pipecore/base/byte_buffer.h"
#include "pipecore/model/event.h"
#include "pipecore/session/row_index.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace pipecore {

/// Which row of the file an event's row became: the same number except after losses, plus the
/// recorder's own rows. One thread.
class RowNumbers
{
public:
    /// The event's n-th row is the file's m-th; both ascend.
    void add(std::uint64_t ofEvents, std::uint64_t ofFile);
    /// 0 when it is not in the file. All numbers from 1.
    [[nodiscard]] std::uint64_t inFile(std::uint64_t ofEvents) const;

    void commit();
    void rollback();

private:
    struct Run
    {
        std::uint64_t ofEvents = 0;
        std::uint64_t ofFile = 0;
        std::uint64_t count = 0;
    };
    std::vector<Run> m_runs; ///< one more with each gap
    // As they were at commit(): how many, and how long the last of them.
    std::size_t m_keptRuns = 0;
    std::uint64_t m_keptCount = 0;
};

/// Turns events into the blocks of a session file and enters the rows in the index. One thread.
///
/// Bytes encoded since commit() can be rolled back if they were not written.
class RecordEncoder
{
public:
    /// Number of the interface of the lifecycle rows.
    static constexpr std::uint32_t eventsInterface = 0;

    /// `index` is not owned.
    explicit RecordEncoder(RowIndex& index);

    /// The section header and the interface of the lifecycle rows: the start of every file. `out` is
    /// empty.
    void begin(ByteBuffer& out);
    /// Appends the event's blocks, if it makes a row. `base` is where `out` will be in the file. What
    /// `out` does not copy of the payload has to stay where it is.
    void encode(const Event& event, GatheredBytes& out, std::uint64_t base);
    /// Takes notice of an event without writing it, so that later ones are understood.
    void observe(const Event& event);

    void commit();
    void rollback();

private:
    static constexpr std::uint32_t noInterface = 0xFFFFFFFF;
    struct Endpoint
    {
        EndpointOpened opened;
        std::int64_t openedNs = 0;
    };
    struct Connection
    {
        EndpointId endpoint;
        std::int64_t sinceNs = 0;
        std::shared_ptr<const PeerInfo> peer;
        std::shared_ptr<const PeerInfo> target;
        std::uint32_t interface = noInterface;
        std::uint32_t track = 0;
        bool relay = false; ///< as InterfaceInfo::relay
    };

    Connection& connectionOf(const Event& event);
    void writeInterface(const Event& event, Connection& connection, GatheredBytes& out,
                        std::uint64_t base);

    RowIndex& m_index;
    /// Keeps the recording apart from others in a file that was merged of several.
    std::uint64_t m_recording;
    RowNumbers m_numbers;
    std::unordered_map<EndpointId, Endpoint> m_endpoints;
    std::unordered_map<ConnectionId, Connection> m_connections;
    // The connection of the last message, which is mostly that of the next.
    ConnectionId m_lastId;
    Connection* m_last = nullptr;
};

} // namespace pipecore
