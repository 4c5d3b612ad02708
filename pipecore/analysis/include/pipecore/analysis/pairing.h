#pragma once

#include "pipecore/session/session.h"
#include "pipecore/session/stable_array.h"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace pipecore {

class RowScan;

/// The side of a connection that asks, where messages do not say it themselves.
enum class Asker : std::uint8_t {
    Client, ///< the side that connected
    Server,
};

/// Who asks on which pipes. A value.
struct Askers
{
    Asker usually = Asker::Client;                      ///< on pipes that are not in `byPipe`
    std::map<std::string, Asker, std::less<>> byPipe{}; ///< by the pipe's name, EndpointFacts::name

    /// The side that asks on a pipe of this name.
    [[nodiscard]] Asker of(const std::string& pipe) const
    {
        const auto set = byPipe.find(pipe);
        return set != byPipe.end() ? set->second : usually;
    }

    friend bool operator==(const Askers&, const Askers&) = default;
};

/// Which messages of a session answer which: filters, statistics, exports, the log and "Go to reply" all ask
/// here (pairingOf()), so that they agree.
///
/// Messages with ids (RoleReader) are paired by them, whatever comes between; those of HTTP/1, Redis, and others
/// that answer in order, by order. A connection without such messages among its first `probes` ones is paired by
/// order: a message of the side that answers replies to the one directly before it, if the other side sent
/// that. Askers say which side asks; where nobody knows who connected, it is the side that spoke first. Nothing
/// answers across the end of a connection.
///
/// bytesPerRow of memory, and for each open connection its unanswered requests, `maxOpen` of each side at
/// most. update() on any threads, one at a time; the rest on any thread, without a lock.
class Pairing
{
public:
    static constexpr std::size_t bytesPerRow = 4;
    static constexpr unsigned probes = 16;
    static constexpr std::size_t maxOpen = 4096;
    /// Bytes of a message that are looked through for its id.
    static constexpr std::size_t maxMessage = std::size_t{1024} * 1024;

    /// `rows` is not owned.
    explicit Pairing(const RecordSource& rows, Askers askers = {});
    ~Pairing();

    [[nodiscard]] const Askers& askers() const { return m_askers; }

    /// Looks at the rows before `end` that are there and were not looked at yet. `shouldContinue` is asked now
    /// and then and stops by returning false; false is returned then. Reads the disk for messages with ids;
    /// those that cannot be read say nothing.
    bool update(std::uint64_t end, const std::function<bool()>& shouldContinue = {});
    /// Rows that were looked at; the following functions know nothing of others.
    [[nodiscard]] std::uint64_t knownRows() const { return m_pairs.size(); }
    /// The row that this one answers.
    [[nodiscard]] std::optional<std::uint64_t> requestOf(std::uint64_t row) const;
    /// The row that answers this one, if it is among the next `maxRows`.
    [[nodiscard]] std::optional<std::uint64_t> replyOf(std::uint64_t row,
                                                       std::uint64_t maxRows) const;
    /// The row asks for a reply.
    [[nodiscard]] bool isRequest(std::uint64_t row) const;

private:
    struct Connection;

    [[nodiscard]] std::uint32_t pairOf(std::uint64_t row);
    [[nodiscard]] std::uint32_t pairByOrder(Connection& connection, std::uint64_t row,
                                            const RecordSource::RowHead& head);
    [[nodiscard]] std::optional<std::uint32_t> pairById(Connection& connection, std::uint64_t row,
                                                        const RecordSource::RowHead& head);
    [[nodiscard]] Connection& connectionOf(const RecordSource::RowHead& head);

    const RecordSource& m_source;
    const Askers m_askers;
    /// By row: how many rows before it its request is (0: it answers none), and isRequestBit.
    StableArray<std::uint32_t, 16384> m_pairs;

    std::mutex m_mutex; ///< guards all below
    std::unique_ptr<RowScan> m_scan;
    std::unordered_map<ConnectionId, std::unique_ptr<Connection>> m_connections;
    ConnectionId m_recent;
    Connection* m_recentConnection = nullptr;
};

/// The pairs of these rows; made when they are first asked for. They must not outlive the rows. Any thread.
[[nodiscard]] std::shared_ptr<Pairing> pairingOf(const RecordSource& source);
/// Pairs these rows anew if other sides ask now; true then. Who has got pairingOf() before keeps the pairs of before
/// and should ask again. Any thread.
bool setAskers(const RecordSource& source, const Askers& askers);

/// The row that `row` answers. Looks at all rows up to it first. Any thread.
[[nodiscard]] std::optional<std::uint64_t> requestOf(const RecordSource& source, std::uint64_t row);
/// The row that answers `row`, if it is among the next `maxRows`. Looks at all of them first. Any thread.
[[nodiscard]] std::optional<std::uint64_t> replyOf(const RecordSource& source, std::uint64_t row,
                                                   std::uint64_t maxRows = 1'000'000);

} // namespace pipecore
