#include "threads/workers.h"

#include <system_error>
#include <utility>

namespace pipescope {

Workers::Workers(const char* name, std::size_t most, ThreadPriority priority)
    : m_name(name)
    , m_most(most)
    , m_priority(priority)
{}

Workers::~Workers()
{
    std::deque<std::function<void()>> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_stop = true;
        m_jobs.swap(dropped);
    }
    m_jobCame.notify_all();
    for (std::thread& thread : m_threads) {
        thread.join();
    }
}

void Workers::start(std::function<void()> job)
{
    std::unique_lock lock(m_mutex);
    m_jobs.push_back(std::move(job));
    if (m_busy + m_jobs.size() <= m_threads.size() || m_threads.size() >= m_most) {
        lock.unlock();
        m_jobCame.notify_one();
        return;
    }
    try {
        m_threads.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
        if (m_threads.empty()) {
            job = std::move(m_jobs.back());
            m_jobs.pop_back();
            lock.unlock();
            job();
        }
    }
}

void Workers::waitForDone()
{
    std::unique_lock lock(m_mutex);
    m_allDone.wait(lock, [this] { return m_jobs.empty() && m_busy == 0; });
}

void Workers::work()
{
    beginThread(m_name, m_priority);
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_jobCame.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
        if (m_stop) {
            return;
        }
        std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        ++m_busy;
        lock.unlock();
        job();
        job = nullptr; // what it holds is let go of before it counts as done
        lock.lock();
        --m_busy;
        if (m_jobs.empty() && m_busy == 0) {
            m_allDone.notify_all();
        }
    }
}

} // namespace pipescope
