#pragma once

#include "threads/workers.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace pipescope {

/// Reads rows for one purpose at a time on a thread of its own, so that a slow disk does not hold up the
/// window. To be used from the GUI thread.
class RowTask : public QObject
{
    Q_OBJECT

public:
    /// What is to be done with what was read, on the GUI thread.
    using Done = std::function<void()>;
    /// Called on the task's thread; should look at `cancelled` between rows.
    using Work = std::function<Done(const std::atomic<bool>& cancelled)>;

    explicit RowTask(QObject* parent = nullptr);
    /// stop()s.
    ~RowTask() override;

    /// Begins. What was begun before and is not done yet is forgotten.
    void start(Work work);
    /// Forgets what was begun, and returns when the thread does not use any rows any more.
    void stop();

private:
    void forget();

    std::shared_ptr<std::atomic<bool>> m_cancelled;
    Workers m_worker;
};

} // namespace pipescope
