#include "blocking_calls.h"

#include "pipecore/base/thread_start.h"
#include "pipecore/win32/thread_handle.h"

#include <algorithm>
#include <string>
#include <utility>

namespace pipecore::win32 {

BlockingThread::~BlockingThread()
{
    if (!m_thread.joinable()) {
        return;
    }
    {
        std::unique_lock lock(m_calls.m_mutex);
        m_stop = true;
        m_changed.notify_all();
        while (!m_changed.wait_for(lock, BlockingCalls::cancelInterval,
                                   [this] { return m_stopped; })) {
            interrupt(m_handle);
        }
        std::erase(m_calls.m_cancelling, this);
    }
    m_thread.join();
}

Result<void> BlockingThread::start(Operation& operation, std::function<CallOutcome()> call)
{
    const std::lock_guard lock(m_calls.m_mutex);
    if (!m_thread.joinable()) {
        if (auto started = startThread(m_thread, "a blocking call", [this] { run(); }); !started) {
            return started;
        }
    }
    static_cast<void>(operation.start());
    m_call = std::move(call);
    m_operation = &operation;
    m_changed.notify_all();
    return {};
}

void BlockingThread::cancel()
{
    const std::lock_guard lock(m_calls.m_mutex);
    if (m_operation != nullptr && !std::exchange(m_cancelling, true)) {
        m_calls.m_cancelling.push_back(this);
        interrupt(m_handle);
    }
}

void BlockingThread::run()
{
    std::unique_lock lock(m_calls.m_mutex);
    m_handle = interruptibleThread();
    while (true) {
        m_changed.wait(lock, [this] { return m_stop || m_call; });
        if (!m_call) {
            break;
        }
        const auto call = std::exchange(m_call, nullptr);
        CallOutcome outcome{.code = ERROR_OPERATION_ABORTED, .bytes = 0};
        if (!m_cancelling && !m_stop) {
            lock.unlock();
            outcome = call();
            lock.lock();
        }
        m_calls.m_finished.push_back({std::exchange(m_operation, nullptr), outcome});
        if (std::exchange(m_cancelling, false)) {
            std::erase(m_calls.m_cancelling, this);
        }
        m_calls.m_port.wake();
    }
    m_stopped = true;
    m_changed.notify_all();
}

void BlockingCalls::deliver()
{
    const std::lock_guard lock(m_mutex);
    for (const Finished& finished : m_finished) {
        finished.operation->outcome = finished.outcome;
        m_port.queue(*finished.operation);
    }
    m_finished.clear();
    for (const BlockingThread* const thread : m_cancelling) {
        interrupt(thread->m_handle);
    }
}

bool BlockingCalls::isCancelling()
{
    const std::lock_guard lock(m_mutex);
    return !m_cancelling.empty();
}

} // namespace pipecore::win32
