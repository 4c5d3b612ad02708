#include "pipecore/base/job_thread.h"

#include "pipecore/base/thread_start.h"

#include <utility>

namespace pipecore {

JobThread::JobThread(std::string purpose, AtEnd atEnd)
    : m_purpose(std::move(purpose))
    , m_atEnd(atEnd)
    , m_state(std::make_shared<State>())
{}

JobThread::~JobThread()
{
    bool isLeft = false;
    {
        std::unique_lock lock(m_state->mutex);
        m_state->stop = true;
        m_state->waiting.clear();
        m_state->changed.notify_all();
        isLeft = m_atEnd == AtEnd::Leave
                 && !m_state->changed.wait_for(lock, patience, [this] { return !m_state->busy; });
    }
    if (!m_thread.joinable()) {
        return;
    }
    if (isLeft) {
        m_thread.detach();
    } else {
        m_thread.join();
    }
}

Result<void> JobThread::start(Job job)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        if (!m_thread.joinable()) {
            auto started = startThread(m_thread, m_purpose, [state = m_state] { run(*state); });
            if (!started) {
                return started;
            }
        }
        m_state->waiting.push_back(std::move(job));
    }
    m_state->changed.notify_all();
    return {};
}

bool JobThread::isIdle() const
{
    const std::scoped_lock lock(m_state->mutex);
    return !m_state->busy && m_state->waiting.empty();
}

std::size_t JobThread::waiting() const
{
    const std::scoped_lock lock(m_state->mutex);
    return m_state->waiting.size();
}

void JobThread::waitUntilIdle()
{
    std::unique_lock lock(m_state->mutex);
    m_state->changed.wait(lock, [this] { return !m_state->busy && m_state->waiting.empty(); });
}

bool JobThread::waitUntilIdle(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_state->mutex);
    return m_state->changed.wait_for(lock, limit,
                                     [this] { return !m_state->busy && m_state->waiting.empty(); });
}

void JobThread::run(State& state)
{
    std::unique_lock lock(state.mutex);
    for (;;) {
        state.changed.wait(lock, [&] { return state.stop || !state.waiting.empty(); });
        if (state.stop) {
            return;
        }
        Job job = std::move(state.waiting.front());
        state.waiting.pop_front();
        state.busy = true;
        lock.unlock();
        job();
        job = nullptr; // what it holds is gone before anybody hears that it is done
        lock.lock();
        state.busy = false;
        state.changed.notify_all();
    }
}

} // namespace pipecore
