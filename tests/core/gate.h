#pragma once

#include <condition_variable>
#include <mutex>

/// Closed until it is opened. (Not std::latch: waiting on atomics in libstdc++ 12 sometimes sleeps on
/// under MinGW.)
class Gate
{
public:
    void open()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isOpen = true;
        }
        m_opened.notify_all();
    }
    void wait()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [this] { return m_isOpen; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
};
