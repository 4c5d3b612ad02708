#include "event_log.h"

#include <algorithm>

using namespace pipecore;

void EventLog::onEvent(const Event& event)
{
    if (m_hook) {
        m_hook(event);
    }
    if (!m_keepEvents) {
        return;
    }
    Item item{.event = event, .payload = {}, .fragments = {}};
    if (m_keepPayloads) {
        item.payload.assign(event.payload.begin(), event.payload.end());
    }
    item.fragments.assign(event.fragments.begin(), event.fragments.end());
    item.event.payload = {};
    item.event.fragments = {};
    {
        const std::scoped_lock lock(m_mutex);
        m_items.push_back(std::move(item));
    }
    m_changed.notify_all();
}

bool EventLog::hasRoom() const
{
    const std::scoped_lock lock(m_mutex);
    return m_room;
}

void EventLog::setRoom(bool room)
{
    const std::scoped_lock lock(m_mutex);
    m_room = room;
}

bool EventLog::waitFor(const std::function<bool(const Items&)>& condition,
                       std::chrono::milliseconds timeout)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, timeout, [&] { return condition(m_items); });
}

EventLog::Items EventLog::items() const
{
    const std::scoped_lock lock(m_mutex);
    return m_items;
}

std::size_t EventLog::count(const std::function<bool(const Item&)>& matches) const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<std::size_t>(std::ranges::count_if(m_items, matches));
}
