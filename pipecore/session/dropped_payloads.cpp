#include "session/dropped_payloads.h"

#include <algorithm>
#include <utility>

namespace pipecore {

void DroppedPayloads::note(const Event& event)
{
    const auto* const data = std::get_if<Data>(&event.body);
    if (data == nullptr || data->droppedBytes == 0) {
        return;
    }
    auto entry = std::ranges::find(m_dropped, event.connection, &Event::connection);
    if (entry == m_dropped.end()) {
        entry = m_dropped.insert(entry, Event{});
        entry->endpoint = event.endpoint;
        entry->connection = event.connection;
        entry->body = Dropped{};
    }
    entry->wallNs = event.wallNs;
    auto& dropped = std::get<Dropped>(entry->body);
    ++dropped.count;
    dropped.bytes += data->droppedBytes;
}

std::vector<Event> DroppedPayloads::take()
{
    return std::exchange(m_dropped, {});
}

} // namespace pipecore
