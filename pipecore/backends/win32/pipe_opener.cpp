#include "pipe_opener.h"

#include "client_end.h"
#include "pipecore/base/thread_start.h"
#include "pipecore/win32/handle.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace pipecore::win32 {
namespace {

/// How often a stopping opener repeats the cancellation: one that comes a moment before the thread
/// is inside CreateFile has no effect.
constexpr std::chrono::milliseconds cancelAgain{10};
/// How long the end waits for all of them: the program ends within a second.
constexpr std::chrono::milliseconds patience{200};

} // namespace

PipeOpener::PipeOpener(std::function<void()> done) : m_shared(std::make_shared<Shared>())
{
    m_shared->done = std::move(done);
}

PipeOpener::~PipeOpener()
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (const std::shared_ptr<Attempt>& attempt : m_attempts) {
        attempt->abandoned = true;
    }
    for (const std::shared_ptr<Attempt>& attempt : m_attempts) {
        std::unique_lock lock(m_shared->mutex);
        const auto isFinished = [&] { return attempt->finished; };
        while (!m_shared->changed.wait_for(lock, cancelAgain, isFinished)
               && std::chrono::steady_clock::now() < deadline) {
            interruptPipeCall(attempt->threadHandle);
        }
        const bool isLeft = !attempt->finished;
        lock.unlock();
        if (isLeft) {
            attempt->thread.detach();
        } else {
            attempt->thread.join();
        }
    }
    const std::lock_guard lock(m_shared->mutex);
    m_shared->done = nullptr;
}

Result<std::shared_ptr<PipeOpener::Attempt>> PipeOpener::open(ClientEnd& client,
                                                              const OpenRequest& request)
{
    auto attempt = std::make_shared<Attempt>();
    attempt->request = request;
    attempt->client = &client;
    if (const auto started = startThread(attempt->thread, "the wait for the pipe",
                                         [shared = m_shared, attempt] { run(*shared, *attempt); });
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
    const std::lock_guard lock(m_shared->mutex);
    interruptPipeCall(attempt.threadHandle);
}

void PipeOpener::deliver()
{
    if (m_attempts.empty()) {
        return; // the engine's every round comes by here
    }
    std::vector<std::shared_ptr<Attempt>> finished;
    {
        const std::lock_guard lock(m_shared->mutex);
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

void PipeOpener::run(Shared& shared, Attempt& attempt)
{
    {
        const std::lock_guard lock(shared.mutex);
        attempt.threadHandle = interruptibleThread();
    }
    attempt.outcome = openPipe(attempt.request, attempt.abandoned);
    const std::lock_guard lock(shared.mutex);
    attempt.finished = true;
    shared.changed.notify_all();
    // Under the lock: nobody is woken who has ended meanwhile.
    if (shared.done) {
        shared.done();
    }
}

} // namespace pipecore::win32
