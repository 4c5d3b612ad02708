#include "pipecore/base/thread_start.h"
#include "pipecore/live/runner.h"

#include <utility>

namespace pipecore {

ThreadRunner::~ThreadRunner()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<void> ThreadRunner::launch(std::function<void()> work)
{
    return startThread(m_thread, "the engine", std::move(work));
}

void ThreadRunner::waitForEnd()
{
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

} // namespace pipecore
