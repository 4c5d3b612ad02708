#include "pipe_opener.h"

#include "client_end.h"
#include "pipecore/base/thread_start.h"
#include "pipecore/win32/thread_handle.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace pipecore::win32 {
namespace {

/// How often a stopping opener repeats the cancellation: one that comes a moment before the thread
/// is inside CreateFile has no effect.
constexpr std::chrono::milliseconds cancelAgain{10};

} // namespace

PipeOpener::~PipeOpener()
{
    for (const std::shared_ptr<Attempt>& attempt : m_attempts) {
        std::unique_lock lock(m_mutex);
        attempt->abandoned = true;
        while (!m_changed.wait_for(lock, cancelAgain, [&] { return attempt->finished; })) {
            interruptPipeCall(attempt->threadHandle);
        }
        lock.unlock();
        attempt->thread.join();
    }
}

Result<std::shared_ptr<PipeOpener::Attempt>> PipeOpener::open(ClientEnd& client,
                                                              const OpenRequest& request)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->request = request;
    attempt->client = &client;
    if (const auto started = startThread(attempt->thread, "the wait for the pipe",
                                         [this, &work = *attempt] { run(work); });
        !started) {
        return std::unexpected(started.error());
    }
    m_attempts.push_back(attempt);
    return attempt;
}

void PipeOpener::abandon(Attempt& attempt)
{
    attempt.client = nullptr;
    attempt.abandoned = true;
    const std::lock_guard lock(m_mutex);
    interruptPipeCall(attempt.threadHandle);
}

void PipeOpener::deliver()
{
    if (m_attempts.empty()) {
        return; // the engine's every round comes by here
    }
    std::vector<std::shared_ptr<Attempt>> finished;
    {
        const std::lock_guard lock(m_mutex);
        const auto first = std::stable_partition(m_attempts.begin(), m_attempts.end(),
                                                 [](const auto& one) { return !one->finished; });
        finished.assign(std::make_move_iterator(first), std::make_move_iterator(m_attempts.end()));
        m_attempts.erase(first, m_attempts.end());
    }
    for (const std::shared_ptr<Attempt>& attempt : finished) {
        attempt->thread.join();
        if (attempt->client != nullptr) {
            attempt->client->opened(std::move(attempt->outcome));
        }
    }
}

void PipeOpener::run(Attempt& attempt)
{
    {
        const std::lock_guard lock(m_mutex);
        attempt.threadHandle = interruptibleThread();
    }
    attempt.outcome = openPipe(attempt.request, attempt.abandoned);
    {
        const std::lock_guard lock(m_mutex);
        attempt.finished = true;
        m_changed.notify_all();
    }
    m_done();
}

} // namespace pipecore::win32
