#pragma once

#include "threads/work_thread.h"

#include <atomic>
#include <functional>

namespace pipescope {

/// Work on a file in a thread of its own, with progress that is looked at and never sent. The
/// result stays with the work; the owner takes it after finished().
class FileTask final : public WorkThread
{
    Q_OBJECT

public:
    /// `work` runs on the task's thread. `progress` in it is the core's: called with 0 to 1,
    /// answers false when the work shall stop.
    using Progress = std::function<bool(double)>;
    using Work = std::function<void(const Progress& progress)>;

    explicit FileTask(Work work, QObject* parent = nullptr);
    /// Cancels and waits.
    ~FileTask() override;

    /// Asks the work to stop; it may still end well. Any thread.
    void cancel() { m_cancelled.store(true); }
    /// 0 to 1, or less than 0 while the work does not say. Any thread.
    [[nodiscard]] double progress() const { return m_progress.load(); }

private:
    std::atomic<double> m_progress{-1};
    std::atomic<bool> m_cancelled{false};
};

} // namespace pipescope
