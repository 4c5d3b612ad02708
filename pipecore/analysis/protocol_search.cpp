#include "pipecore/analysis/protocol_search.h"

#include <algorithm>
#include <iterator>

namespace pipecore {

namespace {

/// Bytes of each direction that are collected: as many as detectProtocol() looks at.
constexpr std::size_t maxBytesOfStart = std::size_t{64} * 1024;
/// Rows between two checks for cancellation.
constexpr std::uint64_t rowsBetweenChecks = 4096;

/// The first bytes of an endpoint's first connection.
struct StartOfEndpoint
{
    ConnectionId connection;
    Bytes received;
    Bytes sent;

    [[nodiscard]] Bytes& in(Direction direction)
    {
        return direction == Direction::Received ? received : sent;
    }
};

using Starts = std::map<EndpointId, StartOfEndpoint>;

Result<void> collect(const RecordSource& rows, std::uint64_t row, Starts& starts)
{
    const RecordSource::RowHead head = rows.head(row);
    if (head.kind != RecordKind::Message) {
        return {};
    }
    StartOfEndpoint& start = starts.try_emplace(head.endpoint, head.connection).first->second;
    Bytes& bytes = start.in(head.direction);
    if (start.connection != head.connection || bytes.size() >= maxBytesOfStart) {
        return {};
    }
    const auto record = rows.read(row, maxBytesOfStart - bytes.size());
    if (!record) {
        return std::unexpected(record.error());
    }
    std::ranges::copy(record->payload, std::back_inserter(bytes));
    return {};
}

} // namespace

Result<std::map<EndpointId, std::vector<ProtocolGuess>>>
findProtocols(const RecordSource& rows, const std::function<bool()>& shouldContinue)
{
    Starts starts;
    const std::uint64_t count = rows.rowCount();
    for (std::uint64_t row = 0; row < count; ++row) {
        if (row % rowsBetweenChecks == 0 && !shouldContinue()) {
            return std::unexpected(Error{.kind = ErrorKind::Cancelled});
        }
        if (const auto taken = collect(rows, row, starts); !taken) {
            return std::unexpected(taken.error());
        }
    }
    std::map<EndpointId, std::vector<ProtocolGuess>> found;
    std::vector<EndpointFacts> endpoints;
    rows.facts().visitEndpoints([&](const EndpointFacts& endpoint) {
        endpoints.push_back(endpoint);
        return true;
    });
    for (const EndpointFacts& endpoint : endpoints) {
        const StartOfEndpoint& start = starts[endpoint.id];
        const bool isServer = endpoint.role == Role::Server;
        auto guesses = detectProtocol({endpoint.name, isServer ? start.received : start.sent,
                                       isServer ? start.sent : start.received});
        if (!guesses.empty()) {
            found.emplace(endpoint.id, std::move(guesses));
        }
    }
    return found;
}

DecodeContext contextOf(const EndpointFacts& endpoint, Direction direction)
{
    const bool isOfClient = (endpoint.role == Role::Server) == (direction == Direction::Received);
    return {.pipe = endpoint.name, .sender = isOfClient ? Sender::Client : Sender::Server};
}

std::optional<FramingRule> sureRule(const std::vector<ProtocolGuess>& guesses)
{
    if (guesses.empty() || guesses.front().score < protocolIsSure) {
        return std::nullopt;
    }
    const auto rule = FramingRule::parse(protocolInfo(guesses.front().protocol).framing);
    return rule ? std::optional(*rule) : std::nullopt;
}

} // namespace pipecore
