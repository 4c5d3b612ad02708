#include "threads/mailbox.h"

#include <deque>
#include <mutex>
#include <utility>

namespace pipescope {

struct Mailbox::Box
{
    std::mutex mutex;
    std::deque<std::function<void()>> waiting;
    Mailbox* owner = nullptr; ///< null when the receiver is gone
    bool isWoken = false;     ///< a wake-up is on its way

    /// The call that has waited longest; empty when there is none.
    [[nodiscard]] std::function<void()> takeFirst()
    {
        const std::scoped_lock lock(mutex);
        if (waiting.empty()) {
            return {};
        }
        std::function<void()> first = std::move(waiting.front());
        waiting.pop_front();
        return first;
    }
};

void Mailbox::Address::post(std::function<void()> call) const
{
    // Under the lock the owner cannot go away; its signal only puts an event into Qt's queue.
    const std::scoped_lock lock(m_box->mutex);
    if (m_box->owner == nullptr) {
        return;
    }
    m_box->waiting.push_back(std::move(call));
    if (!std::exchange(m_box->isWoken, true)) {
        emit m_box->owner->woken();
    }
}

Mailbox::Address Mailbox::of(QObject* receiver)
{
    auto* mailbox = receiver->findChild<Mailbox*>(QString(), Qt::FindDirectChildrenOnly);
    return Address((mailbox != nullptr ? mailbox : new Mailbox(receiver))->m_box);
}

Mailbox::Mailbox(QObject* receiver) : QObject(receiver), m_box(std::make_shared<Box>())
{
    m_box->owner = this;
    connect(this, &Mailbox::woken, this, &Mailbox::deliver, Qt::QueuedConnection);
}

Mailbox::~Mailbox()
{
    // Destroyed after the lock: what the calls hold may post in its turn.
    std::deque<std::function<void()>> dropped;
    const std::scoped_lock lock(m_box->mutex);
    m_box->owner = nullptr;
    m_box->waiting.swap(dropped);
}

void Mailbox::deliver()
{
    // A call may be the end of the receiver, and so of this.
    const std::shared_ptr<Box> box = m_box;
    std::size_t left = 0;
    {
        const std::scoped_lock lock(box->mutex);
        left = box->waiting.size();
        // A call may run an event loop of its own: the calls behind it must not wait for its end.
        box->isWoken = left > 1;
        if (box->isWoken) {
            emit woken();
        }
    }
    // No more than there were: someone who posts without end must not stop the event loop.
    for (; left > 0; --left) {
        if (const std::function<void()> call = box->takeFirst()) {
            call();
        }
    }
}

} // namespace pipescope
