#pragma once

#include "pipecore/base/error.h"

#include <QThread>

#include <atomic>

namespace pipescope {

/// A QThread for one piece of work, begun once. It adds the two things that QThread does not say:
/// that the system refused the thread, and, to ThreadSanitizer, which sees nothing of what happens
/// inside Qt, that all the work was before its end. To be used from the thread it lives in. A class
/// that derives from it waits in its destructor.
///
/// Neither it nor a class that derives from it has Q_OBJECT: Qt asks for the meta-object once more after
/// the work, and code of ours would answer, outside of what isOver() orders.
class CheckedThread : public QThread
{
public:
    /// `name` shows in debuggers and in top, on Linux; 15 characters at most.
    explicit CheckedThread(const char* name, QObject* parent = nullptr);

    /// As start(). Error: Resources, when the system gives no thread.
    [[nodiscard]] pipecore::Result<void> begin(QThread::Priority priority = InheritPriority);
    /// Does the work on the calling thread, for when begin() has failed. There is no finished() then.
    void workHere();
    /// Returns when the work is done, or was not begun.
    void waitForEnd();
    /// The work is done. What it did can be seen by who was told so.
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
