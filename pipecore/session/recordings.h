#pragma once

#include "interface_codec.h"
#include "pipecore/model/record.h"
#include "pipecore/session/annotation_codec.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace pipecore {

/// Tells the recordings in a file apart, and numbers their endpoints and connections for the session.
/// A file that was put together from others (mergecap) has several recordings in one section, with the
/// same numbers in each. What belongs together is known by the number of the recording; in files of
/// older versions by the times at which an endpoint was opened and a connection began, which rows and
/// interfaces both have. One thread.
class Recordings
{
public:
    /// Where a row or an interface belongs.
    struct Place
    {
        std::uint32_t recording = 0; ///< from 1; 0 of what others wrote
        EndpointId endpoint;         ///< in the session, as `connection`
        ConnectionId connection;
    };

    void beginSection();
    /// An interface of the section that has the rows of a recording that are no messages, in the order
    /// of the file. `interface` counts through the file.
    /// `recording` as its comment says it.
    void addEvents(std::uint32_t interface, std::uint64_t recording);
    /// The events' interface in front of the next interface, for ofInterface().
    [[nodiscard]] std::uint32_t nearest() const { return m_nearest; }
    /// An interface of messages of an older version: it says of which endpoint a connection is.
    void addHeader(const ConnectionHeader& header);
    /// Several recordings have their events on this interface, so ofRow() can use a packet number.
    [[nodiscard]] bool isShared(std::uint32_t interface) const;

    /// A row that is no message, from an interface of events; `row` has the numbers of the file.
    /// `packetId`: number of the row in its own recording, if the packet has it.
    [[nodiscard]] Place ofRow(std::uint32_t interface, const Record& row,
                              std::optional<std::uint64_t> packetId = {});
    /// Messages of one of our interfaces; `nearest` as it was when the interface was met.
    [[nodiscard]] Place ofInterface(std::uint32_t nearest, const ConnectionHeader& header);
    /// An interface of others: numbers that nothing in the session has.
    [[nodiscard]] Place ofOthers();

    /// Counts a row of a recording; Place::recording.
    void countRow(std::uint32_t recording);
    /// Rows so far of the recordings whose events are on this interface, the latest first.
    [[nodiscard]] std::vector<RowsOfRecording> rowsOn(std::uint32_t interface) const;

private:
    struct Endpoint
    {
        std::uint64_t number = 0;       ///< in the session
        std::int64_t openedNs = 0;      ///< as its row says; 0: no row yet
        std::int64_t toldByHeaders = 0; ///< as interfaces say; 0: none yet
    };
    struct Connection
    {
        std::uint64_t number = 0; ///< in the session
        std::int64_t sinceNs = 0; ///< as its interface says
        bool hasInterface = false;
        bool over = false;
    };
    struct Recording
    {
        std::uint32_t number = 0;
        std::unordered_map<std::uint64_t, Endpoint> endpoints; ///< by their numbers in the file
        std::unordered_map<std::uint64_t, Connection> connections;
    };
    /// A number of the file and when that began.
    struct Start
    {
        std::uint64_t number = 0;
        std::int64_t ns = 0;
        friend bool operator==(const Start&, const Start&) = default;
    };
    struct StartHash
    {
        std::size_t operator()(const Start& start) const noexcept;
    };
    struct Rows
    {
        std::uint64_t count = 0;
        std::uint64_t latest = 0; ///< when the latest one came: a number that counts all rows
    };
    /// Numbers in use in the session.
    class Numbers
    {
    public:
        /// `wanted` if it is free, else one that is.
        [[nodiscard]] std::uint64_t take(std::uint64_t wanted);
        [[nodiscard]] std::uint64_t fresh();

    private:
        std::unordered_set<std::uint64_t> m_used;
        std::uint64_t m_highest = 0;
    };

    [[nodiscard]] Recording& add();
    [[nodiscard]] Recording& recordingOf(std::uint32_t interface, const Record& row,
                                         std::optional<std::uint64_t> packetId);
    [[nodiscard]] Recording* toldByHeader(const Record& row) const;
    [[nodiscard]] Rows rowsOf(const Recording& recording) const;
    [[nodiscard]] Recording& recordingOf(std::uint32_t nearest, const ConnectionHeader& header);
    [[nodiscard]] static bool fits(const Recording& recording, const ConnectionHeader& header);
    [[nodiscard]] Endpoint& endpointOf(Recording& recording, std::uint64_t number);
    [[nodiscard]] Connection& connectionOf(Recording& recording, std::uint64_t number);
    [[nodiscard]] Place placeOf(Recording& recording, EndpointId endpoint, ConnectionId connection);

    static constexpr std::uint32_t noInterface = ~std::uint32_t{0};

    std::deque<Recording> m_recordings; ///< of this section; they are referred to
    std::uint32_t m_count = 0;          ///< recordings of the file
    std::uint32_t m_nearest = noInterface;
    /// Mostly one for an interface; more when even the interfaces of the events were made one.
    std::unordered_map<std::uint32_t, std::vector<Recording*>> m_ofEvents;
    std::unordered_map<std::uint64_t, Recording*> m_told;         ///< by the number that it has
    std::unordered_map<Start, Recording*, StartHash> m_opened;    ///< endpoints
    std::unordered_map<Start, Recording*, StartHash> m_connected; ///< connections
    std::unordered_map<Start, Start, StartHash>
        m_headers;            ///< endpoints of connections, as interfaces say
    std::vector<Rows> m_rows; ///< of each recording of the file, by its number
    std::uint64_t m_allRows = 0;
    Numbers m_endpointNumbers;
    Numbers m_connectionNumbers;
};

} // namespace pipecore
