#pragma once

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace pipescope {

/// Work on a QThread and what comes of it in the GUI thread, one piece at a time. To be used from the
/// GUI thread.
///
/// The work returns what is to be done with its result. That is called by the event loop after the
/// thread has ended, and not at all when the task was destroyed or the work forgotten. When the system
/// gives no thread, the work is done in the GUI thread: late is better than never.
class Task : public QObject
{
    Q_OBJECT

public:
    /// What both sides know of a piece of work while it is done. Any thread.
    struct State
    {
        std::atomic<bool> cancelled{false}; ///< to be looked at often
        std::atomic<double> progress{-1};   ///< 0 to 1, or less than 0 while it is not known
    };
    using Done = std::function<void()>;
    /// Called on the task's thread. What it holds is gone before Done is called.
    using Work = std::function<Done(State& state)>;

    /// `name`: see CheckedThread. Only Windows knows priorities of threads; Linux has them for whole
    /// processes.
    explicit Task(const char* name, QObject* parent = nullptr,
                  QThread::Priority priority = QThread::InheritPriority);
    /// stop()s.
    ~Task() override;

    /// Begins. Work from before is forgotten, and the thread of the new one starts after its end.
    void start(Work work);
    /// Asks the work to end early. Its Done is called all the same.
    void cancel();
    /// Asks the work to end early, and its Done will not be called.
    void forget();
    /// Forgets, and returns when no work is done any more.
    void stop();

    /// There is work whose Done is still to be called.
    [[nodiscard]] bool isRunning() const { return m_state != nullptr; }
    /// Of the work that is done: see State.
    [[nodiscard]] double progress() const;

private:
    class Thread;

    void startThread(Work work);
    void threadEnded(const std::shared_ptr<State>& state);

    const char* const m_name;
    const QThread::Priority m_priority;
    std::shared_ptr<State> m_state; ///< of the work that is wanted; null while there is none
    std::unique_ptr<Thread> m_thread;
    Work m_next; ///< waits for the end of forgotten work
};

} // namespace pipescope
