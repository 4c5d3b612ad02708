#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace pipescope {

/// Runs work on a QThread and its completion in the GUI thread, one piece at a time. To be used
/// from the GUI thread.
///
/// The work returns its completion handler. The event loop calls it after the thread has ended, and
/// not if the task was destroyed or the work forgotten. If the system refuses a thread, the work
/// runs in the GUI thread: late is better than never.
class Task : public QObject
{
    Q_OBJECT

public:
    /// State shared by both threads while the work runs. Any thread.
    struct State
    {
        std::atomic<bool> cancelled{false}; ///< to be polled often
        std::atomic<double> progress{-1};   ///< 0 to 1, or less than 0 while it is not known
    };
    using Done = std::function<void()>;
    /// Called on the task's thread. Its captures are destroyed before Done is called.
    using Work = std::function<Done(State& state)>;

    /// `name`: see CheckedThread. Only Windows knows priorities of threads; Linux has them for whole
    /// processes.
    explicit Task(const char* name, QObject* parent = nullptr,
                  QThread::Priority priority = QThread::InheritPriority);
    /// Calls stop().
    ~Task() override;

    /// Starts the work. Previous work is forgotten, and the new thread starts after its end.
    void start(Work work);
    /// Requests the work to end early. Its Done is still called.
    void cancel();
    /// Requests the work to end early, and does not call its Done.
    void forget();
    /// Forgets the work, and returns when none runs any more.
    void stop();

    /// True while a Done is pending.
    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }
    /// Progress of the work: see State.
    [[nodiscard]] double progress() const;

private:
    class Thread;

    void startThread(Work work);
    void threadEnded(const std::shared_ptr<State>& state);

    const char* const m_name;
    const QThread::Priority m_priority;
    std::shared_ptr<State> m_state; ///< of the current work; null if none
    std::unique_ptr<Thread> m_thread;
    Work m_next; ///< starts after the end of forgotten work
};

} // namespace pipescope
