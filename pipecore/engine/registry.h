#pragma once

#include "instance/instance.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pipecore {

/// State that endpoints share with their engine: connections by number, and instances to destroy.
///
/// Instances and endpoints come to their end inside their own functions; they are kept here until the
/// engine is out of them. Engine's thread, but for newConnection().
class Registry
{
public:
    /// Any thread.
    [[nodiscard]] ConnectionId newConnection()
    {
        return {m_lastConnection.fetch_add(1, std::memory_order_relaxed) + 1};
    }

    /// For an instance that nobody outside the engine names: numbers that people see stay in a row. Engine's thread.
    [[nodiscard]] ConnectionId newHiddenConnection()
    {
        constexpr std::uint64_t hidden = std::uint64_t{1} << 63U;
        return {hidden | ++m_lastHidden};
    }

    void add(ConnectionId connection, Instance& instance)
    {
        m_connections.emplace(connection, &instance);
    }
    [[nodiscard]] Instance* find(ConnectionId connection) const
    {
        const auto found = m_connections.find(connection);
        return found == m_connections.end() ? nullptr : found->second;
    }
    void retire(std::unique_ptr<Instance> instance)
    {
        m_connections.erase(instance->connection());
        m_retired.push_back(std::move(instance));
    }
    void clearRetired() { m_retired.clear(); }

    void endpointEnded(EndpointId endpoint) { m_endedEndpoints.push_back(endpoint); }
    [[nodiscard]] std::vector<EndpointId> takeEndedEndpoints()
    {
        if (m_endedEndpoints.empty()) { // as in nearly every round
            return {};
        }
        return std::exchange(m_endedEndpoints, {});
    }

    /// Every connection, for functions that may end some of them.
    [[nodiscard]] std::vector<Instance*> connections() const
    {
        std::vector<Instance*> all;
        all.reserve(m_connections.size());
        for (const auto& [id, instance] : m_connections) {
            all.push_back(instance);
        }
        return all;
    }

private:
    std::atomic<std::uint64_t> m_lastConnection{0};
    std::uint64_t m_lastHidden = 0;
    std::unordered_map<ConnectionId, Instance*> m_connections;
    std::vector<std::unique_ptr<Instance>> m_retired;
    std::vector<EndpointId> m_endedEndpoints;
};

} // namespace pipecore
