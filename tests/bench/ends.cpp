#include "ends.h"

#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <thread>

namespace bench {

namespace {

/// Ends the program when it lives too long: a wait in the system for a process that never comes cannot be
/// interrupted in the same way everywhere.
class Limit
{
public:
    Limit(std::chrono::seconds time, const char* problem)
        : m_thread([this, time, problem] { wait(time, problem); })
    {}
    Limit(const Limit&) = delete;
    Limit& operator=(const Limit&) = delete;
    ~Limit()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isOver = true;
        }
        m_over.notify_all();
        m_thread.join();
    }

private:
    void wait(std::chrono::seconds time, const char* problem)
    {
        std::unique_lock lock(m_mutex);
        if (!m_over.wait_for(lock, time, [this] { return m_isOver; })) {
            std::cerr << problem << std::endl;
            std::_Exit(2);
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_over;
    bool m_isOver = false;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace

void MeasuringEnd::accept()
{
    const Limit limit(acceptTime,
                      "the peer did not connect: its process did not start, or it ended");
    waitForClient();
}

} // namespace bench
