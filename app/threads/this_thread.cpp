#include "threads/this_thread.h"

#include <QtGlobal>

#ifdef Q_OS_WIN
#    include <windows.h>
#else
#    include <pthread.h>
#endif

namespace pipescope {

// Neither is worth an error: the thread does its work without.
#ifdef Q_OS_WIN
void beginThread(const char* /*name*/, ThreadPriority priority)
{
    if (priority == ThreadPriority::Low) {
        SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_BELOW_NORMAL);
    }
}
#else
void beginThread(const char* name, ThreadPriority /*priority*/)
{
    pthread_setname_np(pthread_self(), name);
}
#endif

} // namespace pipescope
