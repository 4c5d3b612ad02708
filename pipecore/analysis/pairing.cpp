#include "pipecore/analysis/pairing.h"

#include "pipecore/analysis/message_role.h"
#include "pipecore/session/row_scan.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <string>
#include <utility>

namespace pipecore {

namespace {

using Part = MessageRole::Part;

constexpr std::uint32_t isRequestBit = std::uint32_t{1} << 31U;
constexpr std::uint64_t maxDistance = isRequestBit - 1;
/// Rows between two questions whether to go on.
constexpr std::uint64_t pairsAtOnce = 1024;

/// Unanswered requests of one side.
class OpenRequests
{
public:
    void add(const MessageRole& role, std::uint64_t row)
    {
        if (role.id.empty()) {
            if (m_inOrder.size() >= Pairing::maxOpen) {
                m_inOrder.pop_front();
            }
            m_inOrder.push_back(row);
            return;
        }
        if (m_byId.size() >= Pairing::maxOpen && !m_byId.contains(role.id)) {
            m_byId.erase(m_byId.begin());
        }
        m_byId.insert_or_assign(role.id, row);
    }
    std::optional<std::uint64_t> take(const std::string& id)
    {
        if (id.empty()) {
            if (m_inOrder.empty()) {
                return std::nullopt;
            }
            const std::uint64_t row = m_inOrder.front();
            m_inOrder.pop_front();
            return row;
        }
        const auto found = m_byId.find(id);
        if (found == m_byId.end()) {
            return std::nullopt;
        }
        const std::uint64_t row = found->second;
        m_byId.erase(found);
        return row;
    }
    /// This row, and what should have been answered before, has its reply by other means.
    void forgetUpTo(std::uint64_t row)
    {
        while (!m_inOrder.empty() && m_inOrder.front() <= row) {
            m_inOrder.pop_front();
        }
    }

private:
    std::unordered_map<std::string, std::uint64_t> m_byId;
    std::deque<std::uint64_t> m_inOrder;
};

std::uint32_t answers(std::uint64_t request, std::uint64_t row)
{
    return row - request <= maxDistance ? static_cast<std::uint32_t>(row - request) : 0;
}

} // namespace

struct Pairing::Connection
{
    enum class Rule : std::uint8_t {
        Probing, ///< by ids where there are some, else by order
        ByOrder,
        ById,
    };
    /// Needed with ids only.
    struct Talk
    {
        explicit Talk(Direction asking) : roles(asking) {}

        RoleReader roles;
        OpenRequests received;
        OpenRequests sent;
    };

    Direction asking = Direction::Received;
    Rule rule = Rule::Probing;
    std::uint8_t probed = 0;
    bool hasLast = false;
    bool lastAsks = false;
    std::uint64_t last = 0; ///< its last message
    std::unique_ptr<Talk> talk;

    OpenRequests& requests(Direction direction)
    {
        return direction == Direction::Received ? talk->received : talk->sent;
    }
};

Pairing::Pairing(const RecordSource& rows, Askers askers)
    : m_source(rows)
    , m_askers(std::move(askers))
{}

Pairing::~Pairing() = default;

bool Pairing::update(std::uint64_t end, const std::function<bool()>& shouldContinue)
{
    if (m_pairs.size() >= end) {
        return true;
    }
    const std::scoped_lock lock(m_mutex);
    end = std::min(end, m_source.rowCount());
    for (std::uint64_t row = m_pairs.appended(); row < end; ++row) {
        if (row % pairsAtOnce == 0) {
            m_pairs.publish();
            if (shouldContinue && !shouldContinue()) {
                return false;
            }
        }
        if (!m_pairs.append(pairOf(row))) {
            break; // a session with more rows has no pairs behind these
        }
    }
    m_pairs.publish();
    return true;
}

Pairing::Connection& Pairing::connectionOf(const RecordSource::RowHead& head)
{
    if (m_recentConnection != nullptr && m_recent == head.connection) {
        return *m_recentConnection;
    }
    auto& known = m_connections[head.connection];
    if (!known) {
        known = std::make_unique<Connection>();
        const auto endpoint = m_source.facts().endpoint(head.endpoint);
        if (!endpoint || head.isForeign) {
            known->asking = head.direction;
        } else {
            const Asker asker = m_askers.of(endpoint->name);
            const bool isOther = (endpoint->role == Role::Server) == (asker == Asker::Client);
            known->asking = isOther ? Direction::Received : Direction::Sent;
        }
    }
    m_recent = head.connection;
    m_recentConnection = known.get();
    return *known;
}

std::uint32_t Pairing::pairOf(std::uint64_t row)
{
    const RecordSource::RowHead head = m_source.head(row);
    if (head.kind != RecordKind::Message) {
        if (head.kind == RecordKind::Disconnected) {
            // It says nothing more, and there may be millions of them.
            m_connections.erase(head.connection);
            m_recentConnection = nullptr;
        }
        return 0;
    }
    Connection& connection = connectionOf(head);
    const auto byId = connection.rule == Connection::Rule::ByOrder
                          ? std::nullopt
                          : pairById(connection, row, head);
    const std::uint32_t byOrder = pairByOrder(connection, row, head);
    if (!byId && (byOrder & maxDistance) != 0 && connection.talk) {
        connection.requests(connection.asking).forgetUpTo(row - (byOrder & maxDistance));
    }
    return byId.value_or(byOrder);
}

std::uint32_t Pairing::pairByOrder(Connection& connection, std::uint64_t row,
                                   const RecordSource::RowHead& head)
{
    const bool asks = head.direction == connection.asking;
    const bool isReply = connection.hasLast && connection.lastAsks && !asks;
    const std::uint64_t before = std::exchange(connection.last, row);
    connection.lastAsks = asks;
    connection.hasLast = true;
    if (isReply) {
        return answers(before, row);
    }
    // A message of several rows asks with the last of them.
    return asks && !head.continues ? isRequestBit : 0;
}

/// Empty where the order decides.
std::optional<std::uint32_t> Pairing::pairById(Connection& connection, std::uint64_t row,
                                               const RecordSource::RowHead& head)
{
    if (!m_scan) {
        m_scan = std::make_unique<RowScan>(m_source, maxMessage);
    }
    if (!connection.talk) {
        connection.talk = std::make_unique<Connection::Talk>(connection.asking);
    }
    const auto read = m_scan->read(row);
    const MessageRole role =
        read ? connection.talk->roles.read((*read)->payload, head.direction) : MessageRole{};
    if (role.isCertain) {
        connection.rule = Connection::Rule::ById;
    } else if (connection.rule == Connection::Rule::Probing && ++connection.probed == probes) {
        connection.rule = Connection::Rule::ByOrder;
        connection.talk.reset();
        return std::nullopt;
    }
    const bool isDecided = connection.rule == Connection::Rule::ById;
    if (role.part == Part::Request) {
        connection.requests(head.direction).add(role, row);
        const std::uint32_t request = role.isMore ? 0 : isRequestBit;
        return isDecided ? std::optional(request) : std::nullopt;
    }
    if (role.part == Part::Reply) {
        const Direction other =
            head.direction == Direction::Received ? Direction::Sent : Direction::Received;
        if (const auto request = connection.requests(other).take(role.id)) {
            return answers(*request, row);
        }
    }
    return isDecided ? std::optional<std::uint32_t>(0) : std::nullopt;
}

std::optional<std::uint64_t> Pairing::requestOf(std::uint64_t row) const
{
    const std::uint64_t distance = row < knownRows() ? m_pairs[row] & maxDistance : 0;
    return distance != 0 ? std::optional(row - distance) : std::nullopt;
}

bool Pairing::isRequest(std::uint64_t row) const
{
    return row < knownRows() && (m_pairs[row] & isRequestBit) != 0;
}

std::optional<std::uint64_t> Pairing::replyOf(std::uint64_t row, std::uint64_t maxRows) const
{
    const std::uint64_t known = knownRows();
    const std::uint64_t end = row + std::min(maxRows, known - std::min(row, known));
    for (std::uint64_t next = row + 1; next <= end && next < known; ++next) {
        if ((m_pairs[next] & maxDistance) == next - row) {
            return next;
        }
    }
    return std::nullopt;
}

std::shared_ptr<Pairing> pairingOf(const RecordSource& source)
{
    return source.pairing([](const RecordSource& rows) { return std::make_shared<Pairing>(rows); });
}

bool setAskers(const RecordSource& source, const Askers& askers)
{
    if (pairingOf(source)->askers() == askers) {
        return false;
    }
    source.replacePairing(std::make_shared<Pairing>(source, askers));
    return true;
}

std::optional<std::uint64_t> requestOf(const RecordSource& source, std::uint64_t row)
{
    const auto pairing = pairingOf(source);
    (void)pairing->update(row + 1);
    return pairing->requestOf(row);
}

std::optional<std::uint64_t> replyOf(const RecordSource& source, std::uint64_t row,
                                     std::uint64_t maxRows)
{
    const auto pairing = pairingOf(source);
    const std::uint64_t left = source.rowCount() - std::min(row, source.rowCount());
    (void)pairing->update(row + std::min(left, maxRows) + (left > maxRows ? 1 : 0));
    return pairing->replyOf(row, maxRows);
}

} // namespace pipecore
