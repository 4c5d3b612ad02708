#include "dropped_payloads.h"

#include <utility>

namespace pipecore {

void DroppedPayloads::note(const Event& event)
{
    const auto* const message = std::get_if<Message>(&event.body);
    if (message == nullptr || message->droppedBytes == 0) {
        return;
    }
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
    dropped.bytes += message->droppedBytes;
}

std::vector<Event> DroppedPayloads::take()
{
    m_places.clear();
    return std::exchange(m_dropped, {});
}

} // namespace pipecore
