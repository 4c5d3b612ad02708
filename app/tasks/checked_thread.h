#pragma once

#include "pipecore/base/error.h"

#include <QThread>

#include <atomic>

namespace pipescope {

/// A QThread for one piece of work, started once. Adds two things to QThread: an error if the
/// system refuses the thread, and, for ThreadSanitizer, which cannot see inside Qt, an order of the
/// work before its end. To be used from the thread it lives in. Derived classes wait in their
/// destructors.
///
/// Neither it nor a derived class has Q_OBJECT: Qt requests the meta-object once more after the
/// work, and our code would run outside of the order of isOver().
class CheckedThread : public QThread
{
public:
    /// `name` shows in debuggers and in top, on Linux; 15 characters at most.
    explicit CheckedThread(const char* name, QObject* parent = nullptr);

    /// As start(). Error: Resources, if the system refuses the thread.
    [[nodiscard]] pipecore::Result<void> begin(QThread::Priority priority = InheritPriority);
    /// Runs the work on the calling thread, if begin() has failed. Does not emit finished().
    void runHere();
    /// Returns when the work is done, or if it was not started.
    void waitForEnd();
    /// True if the work is done. Its results are visible to the caller.
    [[nodiscard]] bool isOver() const { return m_isOver.load(); }

protected:
    /// Called once, on the thread.
    virtual void work() = 0;

private:
    void run() final;

    std::atomic<bool> m_hasBegun{false};
    std::atomic<bool> m_isOver{false};
};

} // namespace pipescope
