#pragma once

#include "pipecore/model/ids.h"

#include <cstddef>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace pipecore {

/// Which connections of each endpoint are not over yet, by their place in a list, so that the end of an
/// endpoint does not have to look at all that ever were. One thread.
class OpenConnections
{
public:
    using Places = std::unordered_set<std::size_t>;

    void add(EndpointId endpoint, std::size_t place) { m_open[endpoint].insert(place); }
    void remove(EndpointId endpoint, std::size_t place)
    {
        const auto entry = m_open.find(endpoint);
        if (entry == m_open.end()) {
            return;
        }
        entry->second.erase(place);
        if (entry->second.empty()) {
            m_open.erase(entry);
        }
    }
    [[nodiscard]] Places of(EndpointId endpoint) const
    {
        const auto entry = m_open.find(endpoint);
        return entry == m_open.end() ? Places() : entry->second;
    }
    /// Removes and returns the connections of the endpoint.
    [[nodiscard]] Places take(EndpointId endpoint)
    {
        const auto entry = m_open.find(endpoint);
        if (entry == m_open.end()) {
            return {};
        }
        Places places = std::move(entry->second);
        m_open.erase(entry);
        return places;
    }

private:
    std::unordered_map<EndpointId, Places> m_open;
};

} // namespace pipecore
