#include "blocking_calls.h"

#include "pipe_handle.h"
#include "pipecore/win32/handle.h"

#include <algorithm>
#include <utility>

namespace pipecore::win32 {

BlockingThread::~BlockingThread()
{
    {
        const std::lock_guard lock(m_calls.m_mutex);
        m_stop = true;
    }
    while (!m_thread.waitUntilIdle(BlockingCalls::cancelInterval)) {
        const std::lock_guard lock(m_calls.m_mutex);
        interruptPipeCall(m_handle);
    }
    const std::lock_guard lock(m_calls.m_mutex);
    std::erase(m_calls.m_cancelling, this);
}

Result<void> BlockingThread::start(Operation& operation, std::function<CallOutcome()> call)
{
    const std::lock_guard lock(m_calls.m_mutex);
    m_operation = &operation;
    if (auto started = m_thread.start([this, call = std::move(call)] { make(call); }); !started) {
        m_operation = nullptr;
        return started;
    }
    static_cast<void>(operation.start());
    return {};
}

void BlockingThread::cancel()
{
    const std::lock_guard lock(m_calls.m_mutex);
    if (m_operation != nullptr && !std::exchange(m_cancelling, true)) {
        m_calls.m_cancelling.push_back(this);
        interruptPipeCall(m_handle);
    }
}

void BlockingThread::make(const std::function<CallOutcome()>& call)
{
    std::unique_lock lock(m_calls.m_mutex);
    if (!m_handle) {
        m_handle = interruptibleThread();
    }
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

void BlockingCalls::deliver()
{
    const std::lock_guard lock(m_mutex);
    for (const Finished& finished : m_finished) {
        finished.operation->outcome = finished.outcome;
        m_port.queue(*finished.operation);
    }
    m_finished.clear();
    for (const BlockingThread* const thread : m_cancelling) {
        interruptPipeCall(thread->m_handle);
    }
}

bool BlockingCalls::isCancelling()
{
    const std::lock_guard lock(m_mutex);
    return !m_cancelling.empty();
}

} // namespace pipecore::win32
