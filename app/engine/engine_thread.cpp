#include "engine/engine_thread.h"

#include <utility>

namespace pipescope {

EngineThread::EngineThread() : CheckedThread("engine") {}

EngineThread::~EngineThread()
{
    CheckedThread::waitForEnd();
}

pipecore::Result<void> EngineThread::launch(std::function<void()> work)
{
    m_work = std::move(work);
    return begin();
}

void EngineThread::waitForEnd()
{
    CheckedThread::waitForEnd();
}

void EngineThread::work()
{
    m_work();
}

} // namespace pipescope
