#include "engine/call_queue.h"

#include <utility>

namespace pipescope {

CallQueue::CallQueue(QObject* parent) : QObject(parent)
{
    connect(this, &CallQueue::filled, this, &CallQueue::callAll, Qt::QueuedConnection);
}

void CallQueue::add(std::function<void()> call)
{
    bool wasEmpty = false;
    {
        const std::lock_guard lock(m_mutex);
        wasEmpty = m_calls.empty();
        m_calls.push_back(std::move(call));
    }
    if (wasEmpty) {
        emit filled();
    }
}

void CallQueue::callAll()
{
    std::vector<std::function<void()>> calls;
    {
        const std::lock_guard lock(m_mutex);
        calls.swap(m_calls);
    }
    for (const auto& call : calls) {
        call();
    }
}

} // namespace pipescope
