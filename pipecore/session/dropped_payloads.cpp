#include "dropped_payloads.h"

#include <utility>

namespace pipecore {

void DroppedPayloads::add(const Event& event, std::uint64_t bytes)
{
    const auto [place, isNew] = m_places.try_emplace(event.connection, m_dropped.size());
    if (isNew) {
        Event entry;
        entry.endpoint = event.endpoint;
        entry.connection = event.connection;
        entry.body = Dropped{};
        m_dropped.push_back(std::move(entry));
    }
    Event& entry = m_dropped[place->second];
    entry.wallNs = event.wallNs;
    auto& dropped = std::get<Dropped>(entry.body);
    ++dropped.count;
    dropped.bytes += bytes;
}

std::vector<Event> DroppedPayloads::take()
{
    m_places.clear();
    return std::exchange(m_dropped, {});
}

} // namespace pipecore
