#include "tasks/checked_thread.h"

#include <string>

namespace pipescope {

CheckedThread::CheckedThread(const char* name, QObject* parent) : QThread(parent)
{
    setObjectName(QLatin1String(name));
}

pipecore::Result<void> CheckedThread::begin(QThread::Priority priority)
{
    start(priority);
    // A refused thread does not run: Qt only prints a message, and on Windows such a thread counts
    // as finished.
    if (!isRunning() && !m_hasBegun.load()) {
        return pipecore::refuse("no thread \"" + objectName().toStdString() + '"',
                                pipecore::ErrorKind::Resources);
    }
    return {};
}

void CheckedThread::runHere()
{
    run();
}

void CheckedThread::waitForEnd()
{
    wait();
    (void)m_isOver.load(); // orders the thread's work before this
}

void CheckedThread::run()
{
    m_hasBegun.store(true);
    work();
    m_isOver.store(true);
}

} // namespace pipescope
