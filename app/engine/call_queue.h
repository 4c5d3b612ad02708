#pragma once

#include <QObject>

#include <functional>
#include <mutex>
#include <vector>

namespace pipescope {

/// Calls queued by another thread for the thread that owns this object. They are passed under a
/// lock of our own, and Qt carries only the wake-up: see ADR 8.
class CallQueue : public QObject
{
    Q_OBJECT

public:
    explicit CallQueue(QObject* parent = nullptr);

    /// Queues a call. Any thread; does not block.
    void add(std::function<void()> call);

signals:
    /// Emitted on the thread of add().
    void filled();

private:
    void callAll();

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_calls;
};

} // namespace pipescope
