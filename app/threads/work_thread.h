#pragma once

#include "pipecore/base/error.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <thread>

namespace pipescope {

/// A thread for one piece of work, that tells its end. To be used from the thread it lives in, the GUI
/// thread.
class WorkThread : public QObject
{
    Q_OBJECT

public:
    /// `work` is done on the new thread and dies with this. `name`: see beginThread().
    WorkThread(const char* name, std::function<void()> work, QObject* parent = nullptr);
    /// Waits for the work.
    ~WorkThread() override;

    /// Begins, once. Error: Resources, when the system gives no thread.
    [[nodiscard]] pipecore::Result<void> start();
    /// Does the work here, for when start() has failed; finished() comes later as ever.
    void runHere();
    /// Returns when the work is done, or was not begun.
    void wait();
    [[nodiscard]] bool isFinished() const { return m_isFinished.load(); }

signals:
    /// The work is done. Emitted from the event loop.
    void finished();

private:
    const char* const m_name;
    const std::function<void()> m_work;
    std::atomic<bool> m_isFinished{false};
    std::thread m_thread;
};

} // namespace pipescope
