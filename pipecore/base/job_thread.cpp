#include "pipecore/base/job_thread.h"

#include "pipecore/base/thread_start.h"

#include <utility>

namespace pipecore {

JobThread::~JobThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

Result<void> JobThread::start(Job job)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_thread.joinable()) {
            if (auto started = startThread(m_thread, m_purpose, [this] { run(); }); !started) {
                return started;
            }
        }
        m_waiting.push_back(std::move(job));
    }
    m_changed.notify_all();
    return {};
}

bool JobThread::isIdle() const
{
    const std::scoped_lock lock(m_mutex);
    return !m_busy && m_waiting.empty();
}

void JobThread::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_busy && m_waiting.empty(); });
}

bool JobThread::waitUntilIdle(std::chrono::milliseconds limit)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, limit, [this] { return !m_busy && m_waiting.empty(); });
}

void JobThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stop || !m_waiting.empty(); });
        if (m_stop) {
            return;
        }
        Job job = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_busy = true;
        lock.unlock();
        job();
        job = nullptr; // what it holds is gone before anybody hears that it is done
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

} // namespace pipecore
