#pragma once

#include "pipecore/live/outcomes.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <mutex>
#include <utility>
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

/// Wraps `done` for an operation of the live session: called in the GUI thread, unless `context`
/// has been destroyed.
template <typename Done>
[[nodiscard]] pipecore::WhenDone whenDone(QObject* context, Done done)
{
    return [context = QPointer<QObject>(context),
            done = std::move(done)](const pipecore::Outcome& outcome) {
        if (context) {
            done(outcome);
        }
    };
}

} // namespace pipescope
